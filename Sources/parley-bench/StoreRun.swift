import Audit
import ConversationRuntime
import Clocks
import Storage
import StorageSQLite

/// The real engine on a new SQLite store, for one measurement.
struct StoreRun {
    /// Visits of every contact before the clock runs.
    static let warmUpVisits = 2

    private let folder: StoreFolder
    private let engine: Engine
    /// Messages every contact has sent so far.
    private var sent = 0

    init(_ workspace: CompiledWorkspace, in path: String) throws {
        folder = try StoreFolder(path: path)
        engine = try workspace.engine(on: folder.store, folder.vault)
    }

    func close() throws {
        try folder.close()
    }

    /// Lets every contact agree, and visit as often as the raw bound does before it measures.
    mutating func warmUp() async throws {
        let turns = Talk.agreement.count + Self.warmUpVisits * Talk.visit.count
        try await talk(turns: turns, lanes: Talk.contacts)
    }

    /// Turns a second, and turns a commit, while every contact makes `visits` visits.
    ///
    /// Each lane waits for its turn to be durable before it sends the next message; with one lane
    /// there is never more than one turn to commit.
    mutating func measure(visits: Int, lanes: Int) async throws -> (rate: Double, batch: Double) {
        let turns = visits * Talk.visit.count
        let before = try engine.store.frontier().size
        let clock = ContinuousClock()
        let start = clock.now
        try await talk(turns: turns, lanes: lanes)
        let seconds = (clock.now - start) / .seconds(1)
        let total = Double(turns * Talk.contacts)
        return (total / seconds, total / Double(try commits(since: before)))
    }

    /// Leaves checked a second: as `parley audit verify` does it, and without reading the store.
    func verifyLog() throws -> (stored: Double, inMemory: Double) {
        let clock = ContinuousClock()
        let start = clock.now
        let report = try AuditReading(store: engine.store).verify()
        let stored = (clock.now - start) / .seconds(1)
        guard report.isIntact else { throw BenchError("the audit log does not verify") }

        var leaves: [StoredLeaf] = []
        try AuditReading(store: engine.store).forEach { leaves.append($0) }
        let secondStart = clock.now
        var verifier = AuditVerifier()
        for leaf in leaves {
            verifier.add(index: leaf.index, body: leaf.body, storedHash: leaf.hash)
        }
        // Without heads there is a finding; only the root says whether all went well.
        guard verifier.finish().root == report.root else {
            throw BenchError("the audit log was read in two ways")
        }
        let inMemory = (clock.now - secondStart) / .seconds(1)
        return (Double(leaves.count) / stored, Double(leaves.count) / inMemory)
    }

    private mutating func talk(turns: Int, lanes: Int) async throws {
        let first = sent
        sent += turns
        let engine = engine
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in 0..<lanes {
                group.addTask {
                    for turn in first..<first + turns {
                        for contact in stride(from: lane, to: Talk.contacts, by: lanes) {
                            let now = SystemClock().now()
                            let message = try Talk.message(turn, of: contact, at: now)
                            let report = try await engine.take(message)
                            guard report.result.isNew else {
                                throw BenchError("a turn was taken for a repetition")
                            }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// Every commit that adds leaves adds one head.
    private func commits(since size: UInt64) throws -> Int {
        let pieceSize = 4096
        var count = 0
        var next = size + 1
        while true {
            let heads = try engine.store.heads(from: next, limit: pieceSize)
            count += heads.count
            guard let last = heads.last, heads.count == pieceSize else { return count }
            next = last.size + 1
        }
    }
}
