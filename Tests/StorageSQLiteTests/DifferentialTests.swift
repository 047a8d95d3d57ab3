import Audit
import Clocks
import Storage
import StorageSQLite
import StoreConformance
import Testing

/// Goal: no sequence of commits tells the two stores apart.
///
/// Method: seeded random batches over few contacts, inbox keys and purposes, so that duplicates,
/// conflicts and cancellations are common.
@Suite struct DifferentialTests {
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `random batches leave both stores with the same contents`(seed: UInt64) throws {
        let temporary = try TemporaryFolder()
        let model = MemoryStore()
        var folder = try temporary.open()
        var random = Steps(seed: seed)
        for round in 0..<60 {
            let batch = (0..<Int.random(in: 0...9, using: &random)).map { _ in
                Self.turn(&random, model, round)
            }
            #expect(
                try folder.store.commit(batch) == model.commit(batch),
                "seed \(seed), round \(round)"
            )
            if round % 7 == 0 {
                let leaves = [PreparedLeaf(body: [UInt8(round)])]
                try folder.store.append(leaves, at: Sample.time(Int64(round)))
                try model.append(leaves, at: Sample.time(Int64(round)))
            }
            if round % 3 == 0 { try Self.answer(&random, folder.store, model, round) }
            try Self.expectSameDelivery(folder.store, model)
            if round % 5 == 4 { try Self.letGo(&random, folder.store, model, round) }
            if round % 20 == 19 {
                try folder.close()
                folder = try temporary.open()
            }
        }
        try Self.expectSame(folder.store, model)
        try folder.close()
    }

    /// Takes an erasure one step further, or forgets inbox keys, in both.
    private static func letGo(
        _ random: inout Steps,
        _ store: SQLiteStore,
        _ model: MemoryStore,
        _ round: Int
    ) throws {
        let contact = contacts[Int.random(in: 0..<contacts.count, using: &random)]
        let now = Sample.time(Int64(round))
        #expect(try store.rowCounts(of: contact) == model.rowCounts(of: contact))
        switch Int.random(in: 0...3, using: &random) {
        case 0:
            let limit = Sample.time(Int64(round) - 20)
            #expect(try store.inboxCount(before: limit) == model.inboxCount(before: limit))
            #expect(try store.pruneInbox(before: limit) == model.pruneInbox(before: limit))
        case 1:
            #expect(try store.shred(contact) == model.shred(contact))
        default:
            let leaves = [PreparedLeaf(body: [UInt8(round), 1])]
            let ours = try store.finishErasure(of: contact, leaves: leaves, at: now)
            let theirs = try model.finishErasure(of: contact, leaves: leaves, at: now)
            #expect(ours == theirs)
        }
        #expect(try store.erasureJobs() == model.erasureJobs())
    }

    static let contacts: [ContactID] =
        [1, 2, 200].map { Sample.contact($0) } + [Sample.contact(row: 1, rest: 9)]
    private static let purposes: [String?] = ["news", "offers", nil]

    private static func turn(
        _ random: inout Steps,
        _ model: MemoryStore,
        _ round: Int
    ) -> TurnCommit {
        let contact = contacts[Int.random(in: 0..<contacts.count, using: &random)]
        // The version is right for the first turn of a contact in a batch, often wrong later.
        let stored = (try? model.contact(contact)?.version) ?? 0
        let version = stored + UInt64.random(in: 0...2, using: &random)
        let names = purposes.compactMap(\.self).filter { _ in Bool.random(using: &random) }
        let cancellations: [TurnCommit.Cancellation] = [.none, .none, .all, .purposes(names)]
        let byte = UInt8.random(in: 0...255, using: &random)
        let hasInbox = Bool.random(using: &random)
        let hasDue = Bool.random(using: &random)
        return Sample.turn(
            contact,
            on: version,
            state: [byte],
            due: hasDue ? Int64.random(in: -5...5, using: &random) : nil,
            inbox: hasInbox ? [UInt8.random(in: 0...150, using: &random)] : nil,
            leaves: (0..<Int(byte % 4)).map { [byte, UInt8($0)] },
            outbox: (0..<Int(byte % 3)).map { number in
                Sample.message(
                    byte,
                    purpose: purposes[(number + Int(byte)) % purposes.count]
                )
            },
            evidence: byte % 5 == 0 ? [Sample.proof(UInt64(byte), "news", state: byte)] : [],
            cancellation: cancellations[Int.random(in: 0..<4, using: &random)],
            settled: [Int64.random(in: 1...100, using: &random)],
            deliveries: deliveries(&random, model, contact),
            sent: sent(&random),
            stages: stages(&random),
            now: Int64(round),
            erasure: byte % 16 == 3 ? Sample.job(contact, at: Int64(byte)) : nil
        )
    }

    private static func expectSame(_ store: SQLiteStore, _ model: MemoryStore) throws {
        for contact in contacts {
            #expect(try store.contact(contact) == model.contact(contact))
            #expect(try store.queued(for: contact) == model.queued(for: contact))
            #expect(try store.deadLetters(of: contact) == model.deadLetters(of: contact))
            #expect(try store.evidence(for: contact) == model.evidence(for: contact))
        }
        #expect(try store.contacts(after: nil, limit: 9) == model.contacts(after: nil, limit: 9))
        try expectSameDelivery(store, model)
        for byte in 0...150 {
            let key = [UInt8(byte)]
            #expect(try store.isTaken(inboxKey: key) == model.isTaken(inboxKey: key))
        }
        for time in -6...6 {
            let now = Sample.time(Int64(time))
            #expect(try store.due(at: now, limit: 3) == model.due(at: now, limit: 3))
        }
        let leaves = try store.leaves(from: 0, limit: 10_000)
        let heads = try store.heads(from: 0, limit: 10_000)
        #expect(try leaves == model.leaves(from: 0, limit: 10_000))
        #expect(try heads == model.heads(from: 0, limit: 10_000))
        #expect(!leaves.isEmpty)
        StoreCheck.expectConsistent(leaves, heads, try store.frontier())
    }

    /// SplitMix64 (Steele, Lea and Flood, 2014): the same steps on every machine.
    struct Steps: RandomNumberGenerator {
        private var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
