import Audit
import Storage
import StorageSQLite
import StoreConformance
import Testing

/// Reads from any thread see whole commits, and never wait for or disturb the one that writes.
@Suite struct ConcurrentReadTests {
    @Test func `readers see only whole commits while batches are written`() async throws {
        let temporary = try TemporaryFolder()
        let folder = try temporary.open()
        let store = folder.store
        let rounds: UInt64 = 60
        try await withThrowingTaskGroup { group in
            for _ in 0..<3 {
                group.addTask {
                    var size: UInt64 = 0
                    while size < rounds * 3 {
                        let ada = try store.contact(Sample.contact(1))?.version ?? 0
                        let ben = try store.contact(Sample.contact(2))?.version ?? 0
                        // Both are written together, and Ben's is read later.
                        #expect(ben >= ada)
                        let heads = try store.heads(from: 0, limit: 1000)
                        #expect(heads.map(\.size) == (0..<UInt64(heads.count)).map { ($0 + 1) * 3 })
                        size = try store.frontier().size
                        #expect(size % 3 == 0)
                        // Lets the writer have a thread, however few there are.
                        await Task.yield()
                    }
                }
            }
            group.addTask {
                for round in 0..<rounds {
                    let results = try store.commit([
                        Sample.turn(Sample.contact(1), on: round, leaves: [[1], [2]]),
                        Sample.turn(Sample.contact(2), on: round, leaves: [[3]]),
                    ])
                    #expect(results.count == 2)
                }
            }
            try await group.waitForAll()
        }
        try folder.close()
    }
}
