import Audit
import Clocks
import ConversationRuntime
import Storage
import Testing

// Batching: turns that are under way share a commit, and nobody waits for a turn that never comes.

private func turn(_ number: UInt8) throws -> TurnCommit {
    let id = try #require(ContactID(bytes: [UInt8](repeating: number, count: 16)))
    return TurnCommit(
        contact: id,
        expectedVersion: 0,
        sealedState: [number],
        nextDue: nil,
        inboxKey: [number],
        leaves: [PreparedLeaf(body: [number])],
        outbox: [],
        evidence: [],
        cancellation: .none,
        settled: [],
        now: Timestamp(milliseconds: 1000)
    )
}

@Test func `turns that were announced share commits`() async throws {
    let store = MemoryStore()
    let writer = TurnWriter(store: store)
    let turns = try (1...64).map { try turn($0) }
    for _ in turns { writer.announce() }
    let results = try await withThrowingTaskGroup(of: CommitResult.self) { group in
        for turn in turns {
            group.addTask { try await writer.commit(turn, wasAnnounced: true) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.count == 64)
    let isEachNew = results.allSatisfy { $0.isNew }
    #expect(isEachNew)
    // Each commit that wrote a leaf left one head.
    let commits = try store.heads(from: 0, limit: 100).count
    #expect(commits < 48, "64 turns took \(commits) commits")
}

@Test func `a lone turn is committed without anyone else`() async throws {
    let store = MemoryStore()
    let writer = TurnWriter(store: store)
    for number in 1...3 {
        let result = try await writer.commit(try turn(UInt8(number)))
        #expect(result == .committed(firstLeaf: UInt64(number - 1)))
    }
    #expect(try store.heads(from: 0, limit: 10).count == 3)
}

@Test func `a turn that was announced and given up holds nobody back`() async throws {
    let store = MemoryStore()
    let writer = TurnWriter(store: store)
    writer.announce()
    writer.announce()
    writer.retract()
    let result = try await writer.commit(try turn(1))
    #expect(result.isNew)
    writer.retract()
    let next = try await writer.commit(try turn(2))
    #expect(next.isNew)
}
