import Storage
import StorageSQLite
import StoreConformance
import Testing

/// A full disk loses nothing and passes by itself.
///
/// Method: SQLite's own limit on the file's pages, which gives the same `SQLITE_FULL`.
@Suite struct FullDiskTests {
    private static let large = [UInt8](repeating: 7, count: 40_000)

    /// Commits until there is no room; then every later promise still holds.
    @Test(arguments: [1, 4])
    func `a commit that does not fit leaves nothing, and fits once there is room`(
        batchSize: Int
    ) throws {
        let temporary = try TemporaryFolder()
        let folder = try temporary.open(SQLiteOptions(maximumPages: 200))
        let store = folder.store
        var number: UInt8 = 0
        var refused: [TurnCommit] = []
        while refused.isEmpty {
            let batch = (0..<UInt8(batchSize)).map { Self.turn(number + $0) }
            do {
                _ = try store.commit(batch)
                number += UInt8(batchSize)
            } catch {
                #expect(error == .full)
                refused = batch
            }
        }
        #expect(number > 0, "some fitted")
        try Self.expectExactly(Int(number), store)
        #expect(throws: StoreError.full) { try store.commit(refused) }
        try Self.expectExactly(Int(number), store)

        try store.limit(pages: 10_000)
        let results = try store.commit(refused)
        let first = UInt64(number) * 2
        let expected = (0..<UInt64(batchSize)).map {
            CommitResult.committed(firstLeaf: first + 2 * $0)
        }
        #expect(results == expected)
        try Self.expectExactly(Int(number) + batchSize, store)
        try folder.close()
        try temporary.with { try Self.expectExactly(Int(number) + batchSize, $0.store) }
    }

    @Test func `a vault without room adds nobody`() throws {
        let temporary = try TemporaryFolder()
        let folder = try temporary.open(SQLiteOptions(maximumPages: 40))
        let new = (0..<200).map { number in
            NewContact(
                id: Sample.contact(UInt8(number)),
                identifier: [UInt8(number)],
                wrappedSecrets: [UInt8](repeating: 1, count: 4000),
                createdAt: Sample.time(1)
            )
        }
        #expect(throws: StoreError.full) { try folder.vault.add(new) }
        #expect(try folder.vault.contactCount() == 0)
        #expect(try folder.vault.contact(for: [0]) == nil)
        #expect(try folder.vault.add([new[0]]) == [new[0].id])
        try folder.close()
    }

    private static func turn(_ number: UInt8) -> TurnCommit {
        Sample.turn(
            Sample.contact(number),
            state: large,
            due: 5,
            inbox: [number],
            leaves: [[number, 1], [number, 2]],
            outbox: [Sample.message(number)],
            evidence: [Sample.proof(1, "news", state: 1)]
        )
    }

    /// Turns 0 to `count` − 1 are stored whole, and nothing of any other.
    private static func expectExactly(_ count: Int, _ store: SQLiteStore) throws {
        for number in 0..<UInt8(count + 5) {
            let contact = Sample.contact(number)
            let isStored = number < count
            #expect((try store.contact(contact) != nil) == isStored)
            #expect(try store.isTaken(inboxKey: [number]) == isStored)
            #expect(try store.queued(for: contact).count == (isStored ? 1 : 0))
            #expect(try store.evidence(for: contact).count == (isStored ? 1 : 0))
        }
        #expect(try store.due(at: Sample.time(5), limit: 1000).count == count)
        let leaves = try store.leaves(from: 0, limit: 1000)
        #expect(leaves.count == count * 2)
        StoreCheck.expectConsistent(
            leaves,
            try store.heads(from: 0, limit: 1000),
            try store.frontier()
        )
    }
}
