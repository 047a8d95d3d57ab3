import Channels
import Clocks
import Consent
import ConversationRuntime
import Conversations
import Foundation
import Storage
import Testing

/// What is queued reaches the provider: in order, under one key, and never after a STOP.
@Suite(.timeLimit(.minutes(2))) struct DispatcherTests {
    @Test func `messages reach the provider in order, and leave the queue`() async throws {
        try await DeliveryWorld.run { world in
            try await world.world.subscribe()
            try await world.until { world.provider.arrivals.count >= 3 }
            try await world.until { try world.queued() == 0 }
            #expect(Set(world.provider.arrivals.map(\.key)).count == world.provider.arrivals.count)
            #expect(world.provider.arrivals.allSatisfy { $0.to == ConsentWorld.phone })
            let log = try world.world.log()
            #expect(log.contains("message.delivered"))
            #expect(try world.world.holds())
        }
    }

    @Test func `STOP waits for what is on its way to arrive before it is acknowledged`()
        async throws
    {
        try await DeliveryWorld.run(DeliveryWorld(stopPatience: .seconds(60))) { world in
            world.provider.hold()
            try await world.world.say("hello")
            await world.provider.begins()
            var other = world.world
            async let acknowledged = other.say("STOP")
            // The opt-out itself waits for nothing.
            while try world.world.state()?.ledger.isOptedOut != true { await Task.yield() }
            #expect(world.provider.arrivals.isEmpty)
            world.provider.release()
            _ = try await acknowledged
            #expect(world.provider.brokenOff == 0)
            #expect(world.provider.arrivals.count >= 1)
        }
    }

    @Test func `what does not arrive is broken off before STOP is acknowledged`() async throws {
        try await DeliveryWorld.run { world in
            world.provider.hold()
            try await world.world.say("hello")
            await world.provider.begins()
            try await world.world.say("STOP")
            // The connection was closed before STOP was acknowledged: nothing arrives any more.
            #expect(world.provider.brokenOff == 1)
            #expect(world.provider.arrivals.isEmpty)
            #expect(try world.world.state()?.ledger.isOptedOut == true)
            world.provider.release()
            try await world.until {
                world.provider.arrivals.count == 1
            }
            try await world.world.say("are you there?")
            #expect(world.provider.arrivals.count == 1)
        }
    }

    @Test func `what may have been sent is sent again under the same key`() async throws {
        try await DeliveryWorld.run { world in
            world.provider.answer(.unknown(code: "timeout"))
            try await world.world.say("hello")
            try await world.until { world.provider.arrivals.count == 1 }
            try await world.until {
                try world.world.log().contains("message.postponed")
            }
            world.world.clock.advance(to: world.world.clock.now().adding(.minutes(1)))
            try await world.until { world.provider.arrivals.count == 2 }
            #expect(Set(world.provider.arrivals.map(\.key)).count == 1)
            try await world.until { try world.queued() == 0 }
        }
    }

    @Test func `a message that waits for its next try holds up those behind it, not an answer`()
        async throws
    {
        try await DeliveryWorld.run { world in
            world.provider.answer(ScriptedProvider.refusal(500, remedy: .retry))
            try await world.world.say("hello")
            try await world.until {
                try world.world.log().contains("message.postponed")
            }
            try await world.world.say("yes")
            try await world.until {
                world.provider.arrivals.count == 2
            }
            world.world.clock.advance(to: world.world.clock.now().adding(.minutes(1)))
            try await world.until { world.provider.arrivals.count == 3 }
            #expect(world.provider.arrivals[0].key == world.provider.arrivals[2].key)
        }
    }

    @Test func `a provider that says the contact opted out is believed`() async throws {
        try await DeliveryWorld.run { world in
            try await world.world.subscribe()
            try await world.until { try world.queued() == 0 }
            world.provider.answer(ScriptedProvider.refusal(400, remedy: .optOut))
            try await world.world.say("hello")
            try await world.until {
                try world.world.state()?.ledger.isOptedOut == true
            }
            #expect(try world.world.consent() == .withdrawn)
            #expect(try world.queued() == 0)
            #expect(try world.world.log().contains("refused:test"))
        }
    }

    // A crash between the two must not leave a refusal settled and its withdrawal undone.
    @Test func `a withdrawal that a refusal tells of is durable before the refusal is recorded`()
        async throws
    {
        try await DeliveryWorld.run { world in
            world.provider.answer(ScriptedProvider.refusal(400, remedy: .optOut))
            try await world.world.say("hello")
            try await world.until { try world.world.leaves("message.failed") == 1 }
            let log = try world.world.log()
            let withdrawal = try #require(log.range(of: "refused:test"))
            let refusal = try #require(log.range(of: "message.failed"))
            #expect(withdrawal.lowerBound < refusal.lowerBound)
            #expect(try world.world.leaves("message.delivered") == 0)
        }
    }

    @Test func `what a provider refuses as it is becomes a dead letter`() async throws {
        try await DeliveryWorld.run { world in
            world.provider.answer(ScriptedProvider.refusal(400, remedy: .mendMessage))
            try await world.world.say("hello")
            try await world.until {
                try world.world.store.outboxCounts().dead == 1
            }
            #expect(try world.queued() == 0)
            let letter = try #require(try world.world.store.deadLetters(after: 0, limit: 1).first)
            #expect(letter.code == "test")
            #expect(letter.attempts == 1)
        }
    }

    @Test func `when every try fails the message is given up, not forgotten`() async throws {
        try await DeliveryWorld.run { world in
            let tries = RetryPolicy.standard.delays.count + 1
            for _ in 0..<tries { world.provider.answer(.unknown(code: "timeout")) }
            try await world.world.say("hello")
            for done in 1...tries {
                try await world.until {
                    world.provider.arrivals.count == done
                }
                try await world.until {
                    let waits = try world.world.leaves("message.postponed")
                    return try waits == done || world.world.store.outboxCounts().dead == 1
                }
                world.world.clock.advance(to: world.world.clock.now().adding(.days(2)))
            }
            try await world.until {
                try world.world.store.outboxCounts().dead == 1
            }
            #expect(Set(world.provider.arrivals.map(\.key)).count == 1)
        }
    }

    @Test func `a process that starts delivers what the one before it left`() async throws {
        var first = try ConsentWorld()
        try await first.say("hello")
        let next = try DeliveryWorld { try first.restarted(deliveries: $0) }
        try await DeliveryWorld.run(next) { world in
            try await world.until { world.provider.arrivals.count == 1 }
            try await world.until { try world.queued() == 0 }
        }
    }

    @Test func `a fault of the sender pauses the channel and costs no message a try`()
        async throws
    {
        try await DeliveryWorld.run { world in
            world.provider.answer(ScriptedProvider.refusal(401, remedy: .pauseChannel))
            try await world.world.say("hello")
            try await world.until { try world.world.leaves("message.postponed") == 1 }
            #expect(world.observer.paused == ["chat"])
            try await world.world.say("hello", from: "+491510000002")
            #expect(world.provider.arrivals.count == 1)
            #expect(world.dispatcher.paused().keys.sorted() == ["chat"])
            world.world.clock.advance(to: world.world.clock.now().adding(.minutes(2)))
            try await world.until { world.provider.arrivals.count == 3 }
            #expect(try world.world.store.outboxCounts().dead == 0)
        }
    }
}
