import Audit
import Channels
import Clocks
import Consent
import ConversationRuntime
import Conversations
import Storage
import Testing

/// What providers tell is taken once, whatever its order; a no under one name is a no under all.
@Suite(.timeLimit(.minutes(2))) struct IntakeTests {
    private func message(
        _ text: String,
        _ id: String,
        from: String = ConsentWorld.phone,
        answered: CommandKind? = nil
    ) throws -> InboundMessage {
        InboundMessage(
            address: try ConsentWorld.address(from),
            providerID: id,
            content: .text(text),
            receivedAt: Timestamp(milliseconds: 0),
            localeHint: "en",
            answeredCommand: answered
        )
    }

    private func signal(
        _ kind: ProviderSignal.Kind,
        _ id: String,
        from: String = ConsentWorld.phone
    ) throws -> InboundEvent {
        .signal(
            ProviderSignal(
                address: try ConsentWorld.address(from),
                kind: kind,
                id: id,
                at: Timestamp(milliseconds: 0)
            )
        )
    }

    @Test func `a batch that comes twice, in another order, changes state once`() async throws {
        let world = try ConsentWorld()
        let intake = Intake(engine: world.engine)
        let events = try (1...20).map { number -> InboundEvent in
            let sender = "+49151000010\(number)"
            return .message(try message("hello", "m\(number)", from: sender), aliases: [])
        }
        #expect(try await intake.take(events, on: "chat").messages == 20)
        let size = try world.store.frontier().size
        let again = try await intake.take(events.reversed(), on: "chat")
        #expect(again.duplicates == 20)
        #expect(try world.store.frontier().size == size)
    }

    @Test func `what cannot be read is recorded and takes nothing else along`() async throws {
        let world = try ConsentWorld()
        let events: [InboundEvent] = [
            .broken(place: "entry[0].changes[0]", why: "no-id"),
            .message(try message("hello", "m1"), aliases: []), .unknown(kind: "poll"),
        ]
        let tally = try await Intake(engine: world.engine).take(events, on: "chat")
        #expect(tally.messages == 1)
        #expect(tally.unread == 2)
        let log = try world.log()
        #expect(log.contains("broken:no-id"))
        #expect(log.contains("entry[0].changes[0]"))
        #expect(log.contains("unknown:poll"))
        #expect(try world.holds())
    }

    @Test func `a no said under one id holds under every other the provider names`() async throws {
        var world = try ConsentWorld()
        try await world.say("STOP", from: "DE.1001")
        let events: [InboundEvent] = [
            .message(
                try message("hello", "m1"),
                aliases: [try ConsentWorld.address("DE.1001")]
            )
        ]
        _ = try await Intake(engine: world.engine).take(events, on: "chat")
        #expect(try world.state()?.ledger.isOptedOut == true)
        let phone = try world.engine.directory.find(try ConsentWorld.address())
        let user = try world.engine.directory.find(try ConsentWorld.address("DE.1001"))
        #expect(phone?.id == user?.id)
        #expect(phone != nil)
    }

    @Test func `an alias that comes later leads to the same contact`() async throws {
        let world = try ConsentWorld()
        let intake = Intake(engine: world.engine)
        let alias = try ConsentWorld.address("DE.1001")
        _ = try await intake.take(
            [.message(try message("hello", "m1"), aliases: [alias])],
            on: "chat"
        )
        _ = try await intake.take(
            [.message(try message("STOP", "m2", from: "DE.1001"), aliases: [])],
            on: "chat"
        )
        #expect(try world.state()?.ledger.isOptedOut == true)
    }

    @Test(arguments: [ProviderSignal.Kind.optedOut, .blocked])
    func `a stranger whom the provider says to have opted out is stopped`(
        kind: ProviderSignal.Kind
    ) async throws {
        var world = try ConsentWorld()
        let intake = Intake(engine: world.engine)
        _ = try await intake.take([try signal(kind, "s1")], on: "chat")
        let size = try world.store.frontier().size
        _ = try await intake.take([try signal(kind, "s1")], on: "chat")
        #expect(try world.store.frontier().size == size)
        try await world.say("hello")
        #expect(try world.state()?.ledger.isOptedOut == true)
        #expect(try world.holds())
    }

    @Test func `what the provider would carry again is nobody's consent`() async throws {
        var world = try ConsentWorld()
        try await world.subscribe()
        let intake = Intake(engine: world.engine)
        _ = try await intake.take([try signal(.stoppedMarketing, "s1")], on: "chat")
        let stopped = try world.consent()
        _ = try await intake.take([try signal(.resumedMarketing, "s2")], on: "chat")
        #expect(try world.consent() == stopped)
    }

    @Test func `a STOP that the provider has answered is not answered again`() async throws {
        let world = try ConsentWorld()
        let intake = Intake(engine: world.engine)
        _ = try await intake.take(
            [
                .message(try message("hello", "m1"), aliases: []),
                .message(try message("Ende jetzt", "m2", answered: .stop), aliases: []),
            ],
            on: "chat"
        )
        #expect(try world.state()?.ledger.isOptedOut == true)
        let contact = try #require(
            try world.engine.directory.find(try ConsentWorld.address())
        )
        #expect(try world.store.queued(for: contact.id).isEmpty)
    }

    @Test func `a HELP that the provider has answered never hides a STOP`() async throws {
        let world = try ConsentWorld()
        let both = try message("STOP", "m1", answered: .help)
        _ = try await Intake(engine: world.engine).take(
            [.message(both, aliases: [])],
            on: "chat"
        )
        #expect(try world.state()?.ledger.isOptedOut == true)
    }

    @Test func `a status never goes back, and is recorded once`() async throws {
        try await DeliveryWorld.run { world in
            try await world.world.say("hello")
            try await world.until { try world.queued() == 0 }
            let intake = Intake(engine: world.world.engine)
            func status(_ stage: MessageStatus.Stage) throws -> InboundEvent {
                .status(
                    MessageStatus(
                        messageID: "m-1",
                        report: .reached(stage),
                        recipient: try ConsentWorld.address(),
                        at: Timestamp(milliseconds: 0)
                    )
                )
            }
            _ = try await intake.take([try status(.read)], on: "chat")
            let size = try world.world.store.frontier().size
            _ = try await intake.take([try status(.delivered)], on: "chat")
            _ = try await intake.take([try status(.sent), try status(.read)], on: "chat")
            #expect(try world.world.store.frontier().size == size)
            let recorded = try world.world.leaves("message.reached")
            #expect(recorded == 1)
        }
    }

    @Test func `a failure that says the contact opted out is their withdrawal`() async throws {
        try await DeliveryWorld.run { world in
            try await world.world.say("hello")
            try await world.until { try world.queued() == 0 }
            let failed = InboundEvent.status(
                MessageStatus(
                    messageID: "m-1",
                    report: .failed(DispatchFault(code: "21610", remedy: .optOut)),
                    recipient: nil,
                    at: Timestamp(milliseconds: 0)
                )
            )
            _ = try await Intake(engine: world.world.engine).take([failed, failed], on: "chat")
            #expect(try world.world.state()?.ledger.isOptedOut == true)
            let recorded = try world.world.leaves("failed:21610")
            #expect(recorded == 1)
        }
    }

    @Test func `a STOP that joins two contacts waits for what was on its way to either`()
        async throws
    {
        try await DeliveryWorld.run(DeliveryWorld(stopPatience: .seconds(60))) { world in
            try await world.world.say("hello", from: "DE.1001")
            try await world.until { try world.queued("DE.1001") == 0 }
            world.provider.hold()
            try await world.world.say("hello")
            await world.provider.begins(2)
            let stop = InboundEvent.message(
                try message("STOP", "m9"),
                aliases: [try ConsentWorld.address("DE.1001")]
            )
            let intake = Intake(engine: world.world.engine)
            async let acknowledged = intake.take([stop], on: "chat")
            let before = world.provider.arrivals.count
            world.provider.release()
            _ = try await acknowledged
            #expect(world.provider.arrivals.count > before)
            #expect(try world.world.state("DE.1001")?.ledger.isOptedOut == true)
        }
    }
}
