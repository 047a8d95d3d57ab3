import Audit
import Clocks
import ConversationRuntime
import Conversations
import Encryption
import FlowProgram
import Storage
import StorageSQLite
import Testing

// The engine on real parts: once and only once, one at a time, sealed, and never on the wrong key.

@Test func `the same provider message changes the state once`() async throws {
    let world = try World()
    let first = try await world.say("hello", id: "a")
    #expect(World.bodies(first) == ["Yes or no?"])
    let again = try await world.say("hello", id: "a")
    #expect(again.result == .duplicate)
    #expect(again.notes.isEmpty)
    let state = try world.engine.state(of: World.address())
    #expect(state?.turn == 1)
}

@Test func `fifty messages of one contact at once are taken one after the other`() async throws {
    let world = try World()
    try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<50 {
            group.addTask { try await world.say("message \(number)", id: "\(number)") }
        }
        try await group.waitForAll()
    }
    let state = try #require(try world.engine.state(of: World.address()))
    #expect(state.turn == 50)
    let report = try AuditReading(store: world.store).verify()
    #expect(report.isIntact, "\(report.findings.map(\.text))")
    #expect(report.leaves == state.sequence)
}

@Test func `turns of many contacts at once are all committed, and the log holds`() async throws {
    try await withStoreFolder { path in
        let folder = try StoreFolder(path: path)
        let world = try World(store: folder.store, vault: folder.vault)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for contact in 0..<64 {
                group.addTask {
                    for turn in 0..<5 {
                        let message = try world.message(
                            "hm",
                            id: "\(contact)-\(turn)",
                            from: "+49151\(1_000_000 + contact)"
                        )
                        _ = try await world.engine.take(message)
                    }
                }
            }
            try await group.waitForAll()
        }
        let report = try AuditReading(store: folder.store).verify()
        #expect(report.isIntact, "\(report.findings.map(\.text))")
        for contact in 0..<64 {
            let address = try World.address("+49151\(1_000_000 + contact)")
            #expect(try world.engine.state(of: address)?.turn == 5)
        }
        try folder.close()
    }
}

/// What somebody with write access to the table can do to a contact's row.
private func put(
    _ sealedState: [UInt8],
    in contact: ContactID,
    at version: UInt64,
    of store: MemoryStore
) throws {
    _ = try store.commit([
        TurnCommit(
            contact: contact,
            expectedVersion: version,
            sealedState: sealedState,
            nextDue: nil,
            inboxKey: nil,
            leaves: [],
            outbox: [],
            evidence: [],
            cancellation: .none,
            settled: [],
            now: Timestamp(milliseconds: 0)
        )
    ])
}

@Test func `state put in another contact's row does not open`() async throws {
    let store = MemoryStore()
    let world = try World(store: store)
    let one = try await world.engine.take(try world.message("hi", id: "1", from: "+491510000001"))
    let two = try await world.engine.take(try world.message("hi", id: "2", from: "+491510000002"))
    let first = try #require(one.contact)
    let second = try #require(two.contact)
    let stolen = try #require(try store.contact(first))
    let target = try #require(try store.contact(second))
    // Whoever can write the table swaps the sealed bytes and keeps the version.
    try put(stolen.sealedState, in: second, at: target.version, of: store)
    await #expect(throws: EngineError.tampered) {
        try await world.engine.take(try world.message("hm", id: "3", from: "+491510000002"))
    }
}

@Test func `an older state put back in its own row does not open`() async throws {
    let store = MemoryStore()
    let world = try World(store: store)
    let report = try await world.say("hi", id: "1")
    let contact = try #require(report.contact)
    let old = try #require(try store.contact(contact))
    try await world.say("agree", id: "2")
    let now = try #require(try store.contact(contact))
    try put(old.sealedState, in: contact, at: now.version, of: store)
    await #expect(throws: EngineError.tampered) { try await world.say("hm", id: "3") }
}

@Test func `a wrong key stops the engine, and the key it wants is named`() throws {
    let world = try World()
    let wrong = KeyEncryptionKey.generate(epoch: 1)
    let error = #expect(throws: EngineError.self) {
        _ = try Vaults.open(world.vault, with: wrong, entropy: .system)
    }
    #expect(error?.sentence.contains(world.key.identifier) == true)
}

@Test func `a full disk refuses the turn, loses nothing, and recovers by itself`() async throws {
    try await withStoreFolder { path in
        let folder = try StoreFolder(path: path)
        let world = try World(store: folder.store, vault: folder.vault)
        try await world.say("hi", id: "1")
        try folder.store.limit(pages: 1)
        let error = await #expect(throws: EngineError.self) {
            for number in 0..<200 { try await world.say("hm", id: "full-\(number)") }
        }
        #expect(error == .store(.full))
        #expect(error?.isTransient == true)
        try folder.store.limit(pages: 1_000_000)
        let before = try #require(try world.engine.state(of: World.address()))
        let after = try await world.say("agree", id: "after")
        #expect(after.result.isNew)
        #expect(try world.engine.state(of: World.address())?.turn == before.turn + 1)
        #expect(try AuditReading(store: folder.store).verify().isIntact)
        try folder.close()
    }
}

@Test func `a message of one megabyte is taken, answered and bounded`() async throws {
    let world = try World()
    try await world.say("hi", id: "1")
    let report = try await world.say(String(repeating: "stop please ", count: 87_382), id: "2")
    // Nothing but STOP: the fixture's stop flow asks nothing, so what is in doubt stops.
    #expect(World.bodies(report) == ["No more messages."])
}
