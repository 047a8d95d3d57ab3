import Audit
import Storage
import StorageSQLite
import StoreConformance
import Testing

// One turn that SQLite refuses must not take down the turns it shares a commit with.

@Test func `a turn that SQLite refuses fails alone, and its neighbours are committed`() throws {
    let folder = try TemporaryFolder()
    try folder.with { _ in }
    // The refusal comes late, when most of the turn is written.
    try folder.execute(
        """
        CREATE TRIGGER refuse BEFORE INSERT ON evidence WHEN NEW.purpose = 'refused'
        BEGIN SELECT RAISE(ABORT, 'refused'); END
        """,
        in: "parley.db"
    )
    try folder.with { opened in
        let store = opened.store
        let results = try store.commit([
            Sample.turn(Sample.contact(1), inbox: [1], leaves: [[1]]),
            Sample.turn(
                Sample.contact(2),
                inbox: [2],
                leaves: [[2], [22]],
                outbox: [Sample.message(2)],
                evidence: [Sample.proof(1, "refused", state: 4)]
            ),
            Sample.turn(Sample.contact(3), inbox: [3], leaves: [[3]]),
        ])
        #expect(results[0] == .committed(firstLeaf: 0))
        #expect(results[2] == .committed(firstLeaf: 1))
        let failed = if case .failed = results[1] { true } else { false }
        #expect(failed, "\(results[1])")
        let kept = try store.contact(Sample.contact(2))
        let isTaken = try store.isTaken(inboxKey: [2])
        let queued = try store.queued(for: Sample.contact(2))
        let leaves = try store.leaves(from: 0, limit: 10)
        #expect(kept == nil)
        #expect(!isTaken)
        #expect(queued.isEmpty)
        #expect(leaves.map(\.body) == [[1], [3]])
        let heads = try store.heads(from: 0, limit: 10)
        StoreCheck.expectConsistent(leaves, heads, try store.frontier())
    }
}
