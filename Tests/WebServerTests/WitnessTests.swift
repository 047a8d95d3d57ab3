import Audit
import Clocks
import Dispatch
import Storage
import Synchronization
import Testing
import TransparencyLog
import WebServer

/// A witness with its memory: nothing goes out that was not kept before.
struct WitnessTests {
    private let log: SampleLog
    private let fork: SampleLog

    init() throws {
        log = try SampleLog()
        fork = try SampleLog(fork: 5)
    }

    private func witness(_ store: any WitnessStore) throws -> Witness {
        let cosigner = try SampleLog.cosigner()
        return Witness(
            logs: try TrustedLogs(
                keys: [log.signer.verifierKey],
                witnessedBy: cosigner.verifierKey
            ),
            cosigner: cosigner,
            store: store,
            clock: VirtualClock(SampleLog.time)
        )
    }

    private func size(_ store: any WitnessStore) throws -> UInt64? {
        try store.checkpoint(of: [UInt8](log.origin.utf8))?.tree.size
    }

    @Test func `what is cosigned is kept, and shown to monitors`() throws {
        let store = MemoryWitnessStore()
        let witness = try witness(store)
        let path = TrustedLogs.pathName(of: log.origin)
        #expect(try witness.checkpoint(atPathName: path) == nil)
        #expect(witness.answer(try log.request(from: 0, to: 3)).status == 200)
        #expect(try size(store) == 3)
        let shown = try #require(try witness.checkpoint(atPathName: path))
        let checkpoint = try SignedCheckpoint(bytes: shown)
        try checkpoint.verified(by: [log.signer.verifierKey])
        let keys = [try SampleLog.cosigner().verifierKey]
        #expect(try checkpoint.cosignatures(by: keys).map(\.time) == [SampleLog.time])
        #expect(try witness.checkpoint(atPathName: "x") == nil)
    }

    @Test func `what is refused changes nothing`() throws {
        let store = MemoryWitnessStore()
        let witness = try witness(store)
        #expect(witness.answer(try log.request(from: 0, to: 8)).status == 200)
        let requests: [([UInt8], Int)] = [
            ([], 400), (try log.request(from: 9, to: 8), 400),
            (try SampleLog(origin: "example.com/x").request(from: 0, to: 1), 404),
            (try log.request(from: 0, to: 9), 409), (try fork.request(from: 8, to: 8), 422),
            (try fork.request(from: 8, to: 9), 422),
        ]
        let before = try store.checkpoint(of: [UInt8](log.origin.utf8))
        for (request, status) in requests {
            #expect(witness.answer(request).status == status)
            #expect(try store.checkpoint(of: [UInt8](log.origin.utf8)) == before)
        }
    }

    @Test func `a memory that fails lets no cosignature out`() throws {
        let witness = try witness(FailingStore())
        guard case .failed(let error) = witness.answer(try log.request(from: 0, to: 3)) else {
            Issue.record("answered without a memory")
            return
        }
        #expect(error == .full)
    }

    @Test func `the race of the specification ends with the larger tree`() throws {
        // Request A for 6 leaves is checked; request B for 9 is checked, kept and answered before A
        // is kept. A must not take leaves back.
        let store = RacingStore()
        let witness = try witness(store)
        #expect(witness.answer(try log.request(from: 0, to: 3)).status == 200)
        let second = try log.request(from: 3, to: 9)
        let answered = Mutex<Int?>(nil)
        store.beforeNextUpdate {
            let status = witness.answer(second).status
            answered.withLock { $0 = status }
        }
        let late = witness.answer(try log.request(from: 3, to: 6))
        #expect(answered.withLock { $0 } == 200)
        guard case .refused(.conflict(latest: 9), _) = late else {
            Issue.record("\(late)")
            return
        }
        #expect(try size(store) == 9)
    }

    @Test func `a race between two histories lets one of them win`() throws {
        let store = RacingStore()
        let witness = try witness(store)
        #expect(witness.answer(try log.request(from: 0, to: 3)).status == 200)
        let other = try fork.request(from: 3, to: 9)
        store.beforeNextUpdate { _ = witness.answer(other) }
        #expect(witness.answer(try log.request(from: 3, to: 9)).status == 409)
        #expect(
            try store.checkpoint(of: [UInt8](log.origin.utf8))?.tree.root == fork.root(9)
        )
    }

    @Test func `from many threads, sizes only grow and each size has one root`() throws {
        let store = MemoryWitnessStore()
        let witness = try witness(store)
        let sides = [log, fork]
        let cosigned = Mutex<[UInt64: Set<String>]>([:])
        DispatchQueue.concurrentPerform(iterations: 8) { thread in
            let side = sides[thread % 2]
            var (old, new) = (0, 1 + thread)
            for _ in 0..<40 {
                guard new < 200, let request = try? side.request(from: old, to: new) else {
                    return
                }
                switch witness.answer(request) {
                case .cosigned(let head, _):
                    cosigned.withLock { _ = $0[head.size, default: []].insert(head.root.hex) }
                    (old, new) = (new, new + 1)
                case .refused(.conflict(let latest), _):
                    (old, new) = (Int(latest), Int(latest) + 1)
                case .refused, .failed: return
                }
            }
        }
        let seen = cosigned.withLock { $0 }
        #expect(seen.count > 20)
        #expect(seen.values.allSatisfy { $0.count == 1 })
        #expect(try size(store) == seen.keys.max())
    }
}

extension WitnessOutcome {
    /// The status the answer has; 503 for none.
    var status: Int {
        switch self {
        case .cosigned(_, let answer): answer.status
        case .refused(let refusal, _): refusal.answer.status
        case .failed: 503
        }
    }
}

/// A memory into which something comes between deciding and keeping.
private final class RacingStore: WitnessStore {
    private let store = MemoryWitnessStore()
    private let interruption = Mutex<(@Sendable () -> Void)?>(nil)

    func beforeNextUpdate(_ body: @escaping @Sendable () -> Void) {
        interruption.withLock { $0 = body }
    }

    func checkpoint(of origin: [UInt8]) throws(StoreError) -> WitnessedCheckpoint? {
        try store.checkpoint(of: origin)
    }

    func update(
        _ origin: [UInt8],
        from expected: WitnessedTree?,
        to new: WitnessedCheckpoint
    ) throws(StoreError) -> Bool {
        interruption.withLock { $0.take() }?()
        return try store.update(origin, from: expected, to: new)
    }

    func owner() throws(StoreError) -> [UInt8]? { try store.owner() }

    func claim(by owner: [UInt8]) throws(StoreError) -> [UInt8] {
        try store.claim(by: owner)
    }
}

/// A memory on a full disk.
private struct FailingStore: WitnessStore {
    func checkpoint(of origin: [UInt8]) throws(StoreError) -> WitnessedCheckpoint? { nil }

    func update(
        _ origin: [UInt8],
        from expected: WitnessedTree?,
        to new: WitnessedCheckpoint
    ) throws(StoreError) -> Bool {
        throw .full
    }

    func owner() throws(StoreError) -> [UInt8]? { nil }

    func claim(by owner: [UInt8]) throws(StoreError) -> [UInt8] { owner }
}
