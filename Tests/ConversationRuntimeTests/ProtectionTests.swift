import Clocks
import Consent
import ConversationRuntime
import Conversations
import Testing

// What the engine holds against flows that were written badly.

@Test func `a stop flow that asks nothing makes a probable STOP a STOP`() async throws {
    // The fixture's stop flow says that nothing more will come, whatever the certainty.
    let world = try World()
    try await world.say("hi", id: "1")
    let report = try await world.say("go away", id: "2")
    #expect(World.bodies(report) == ["No more messages."])
    #expect(report.notes.contains(.optedOut))
    world.clock.advance(to: world.clock.now().adding(.days(3)))
    let contact = try #require(report.contact)
    let woken = try await world.engine.wake(contact)
    #expect(woken.map(World.bodies) == [])
    #expect(try world.engine.state(of: World.address())?.session == nil)
}

@Test func `a flow that only waits cannot write for ever`() async throws {
    let world = try World(
        """
        steps:
          one: { wait: 1 day, then: two }
          two: { say: { en: "Buy now!" }, then: one }
        """
    )
    let first = try await world.say("hi", id: "1")
    let contact = try #require(first.contact)
    var said = 0
    for _ in 0..<20 {
        world.clock.advance(to: world.clock.now().adding(.days(1)))
        let report = try #require(try await world.engine.wake(contact))
        said += World.bodies(report).count
    }
    #expect(said == SendGate.followUpLimit)
    // Whoever writes again may be written to again.
    try await world.say("hm", id: "2")
    world.clock.advance(to: world.clock.now().adding(.days(1)))
    let later = try #require(try await world.engine.wake(contact))
    #expect(World.bodies(later) == ["Buy now!"])
}
