import Audit
import Clocks
import Consent
import ConversationRuntime
import Conversations
import Storage
import Testing

/// Time acts on contacts without anybody asking: once, also after a restart, and not when stale.
struct CaretakerTests {
    @Test func `a deadline acts once, in the process that finds it over`() async throws {
        var world = try ConsentWorld()
        // A doubtful STOP, which is one when nobody answers for a day.
        for text in ["hello", "stpo"] { try await world.say(text) }
        #expect(try world.state()?.ledger.isOptOutPending == true)
        let due = try #require(
            try world.state()?.nextDue(in: world.engine.registry.current.program)
        )
        var caretaker = Caretaker(engine: world.engine)
        #expect(await caretaker.round().done == 0)
        world.clock.advance(to: due)
        let next = try world.restarted()
        var other = Caretaker(engine: next.engine)
        let first = await other.round()
        #expect(first.done == 1)
        #expect(first.failure == nil)
        #expect(try next.state()?.ledger.isOptedOut == true)
        let size = try next.store.frontier().size
        let again = await other.round()
        #expect(again.done == 0)
        #expect(try next.store.frontier().size == size)
        #expect(try next.holds())
    }

    @Test func `a deadline that an answer made stale does nothing`() async throws {
        var world = try ConsentWorld()
        for text in ["hello", "stpo"] { try await world.say(text) }
        let due = try #require(
            try world.state()?.nextDue(in: world.engine.registry.current.program)
        )
        try await world.say("Yes, stop")
        let before = try #require(try world.state())
        #expect(before.ledger.isOptedOut)
        world.clock.advance(to: due)
        var caretaker = Caretaker(engine: world.engine)
        #expect(await caretaker.round().done == 0)
        #expect(try world.state() == before)
    }

    @Test func `an erasure that is owed happens once its answer has left`() async throws {
        try await DeliveryWorld.run { world in
            try await world.world.subscribe()
            try await world.world.say("delete my data")
            try await world.world.say("Delete")
            try await world.until { try world.queued() == 0 }
            var caretaker = Caretaker(engine: world.world.engine)
            for _ in 0..<5 where try world.world.state() != nil {
                world.world.clock.advance(to: world.world.clock.now().adding(.seconds(11)))
                _ = await caretaker.round()
            }
            #expect(try world.world.state() == nil)
            #expect(try world.world.log().contains("erasure.completed"))
        }
    }
}
