import Clocks
import ConversationRuntime
import Conversations
import FlowCompiler
import FlowProgram
import Foundation
import Storage
import Testing

// A conversation that is waiting when its flow is edited: it moves where nothing it relies on has
// changed, and otherwise goes on with the edition it began with, also after a restart.

private let reworded = World.question.replacingOccurrences(of: "Yes or no?", with: "Well?")
private let changed = World.question.replacingOccurrences(of: "1 day", with: "2 days")

@Test func `a text edit moves a waiting conversation`() async throws {
    let world = try World()
    try await world.say("hi", id: "1")
    let (program, sources) = try World.compile(reworded)
    try world.engine.registry.replace(with: program, sources: sources)
    let report = try await world.say("hm", id: "2")
    #expect(report.placement == .moved)
    #expect(World.bodies(report) == ["Well?"])
}

@Test func `a changed contract leaves a waiting conversation on its own edition`() async throws {
    let world = try World()
    try await world.say("hi", id: "1")
    let (program, sources) = try World.compile(changed)
    try world.engine.registry.replace(with: program, sources: sources)
    let report = try await world.say("agree", id: "2")
    #expect(report.placement == .pinned(flow: "main", step: "ask"))
    #expect(World.bodies(report) == ["Thank you."])
    let next = try await world.say("hi", id: "3")
    #expect(next.placement == .current)
}

@Test func `a pinned conversation goes on after a restart with a newer program`() async throws {
    let (store, vault) = (MemoryStore(), MemoryVault())
    let before = try World(store: store, vault: vault)
    try await before.say("hi", id: "1")
    let after = try World(changed, store: store, vault: vault, key: before.key)
    let report = try await after.say("agree", id: "2")
    #expect(report.placement == .pinned(flow: "main", step: "ask"))
    #expect(World.bodies(report) == ["Thank you."])
}

@Test func `a deadline fires when its time has come, and only once`() async throws {
    let world = try World()
    let first = try #require(try await world.say("hi", id: "1").contact)
    world.clock.advance(to: world.clock.now().adding(.days(1)))
    #expect(try world.store.due(at: world.clock.now(), limit: 10) == [first])
    let woken = try #require(try await world.engine.wake(first))
    #expect(World.bodies(woken) == ["Thank you."])
    let again = try #require(try await world.engine.wake(first))
    #expect(again.notes.isEmpty)
}
