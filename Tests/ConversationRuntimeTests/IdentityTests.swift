import Clocks
import Consent
import ConversationRuntime
import Conversations
import Storage
import StoreConformance
import Testing

struct IdentityTests {
    private static let other = "BSUID.27f1"

    @Test func `another address of a contact finds the same consent`() async throws {
        var world = try ConsentWorld()
        try await world.subscribe()
        let report = try await world.engine.link(
            try ConsentWorld.address(Self.other),
            to: try ConsentWorld.address(),
            by: .provider
        )
        #expect(report != nil)
        try await world.say("News", from: Self.other)
        #expect(try world.consent(Self.other) == .given)
        #expect(try world.state()?.identities.count == 2)
        try await world.say("STOP", from: Self.other)
        #expect(try world.consent() == .withdrawn)
        #expect(try world.holds())
    }

    @Test(arguments: [true, false])
    func `two contacts that are one person are stopped if either was`(stopsFirst: Bool)
        async throws
    {
        var world = try ConsentWorld()
        try await world.subscribe()
        try await world.subscribe(Self.other)
        try await world.say("STOP", from: stopsFirst ? ConsentWorld.phone : Self.other)
        let report = try await world.engine.merge(
            try ConsentWorld.address(Self.other),
            into: try ConsentWorld.address(),
            by: .operator
        )
        #expect(report != nil)
        for address in [ConsentWorld.phone, Self.other] {
            #expect(try world.consent(address) == .withdrawn)
            let said = try await world.say("News", from: address)
            #expect(said.notes == [.silence])
        }
        let first = try world.engine.directory.find(try ConsentWorld.address())
        let second = try world.engine.directory.find(try ConsentWorld.address(Self.other))
        #expect(first?.id == second?.id)
        // The proofs of both are the person's.
        let proofs = try world.engine.evidence(of: try ConsentWorld.address())
        #expect(proofs.filter { $0.change.to == .given }.count == 2)
        #expect(try world.holds())
    }

    @Test func `a doubtful STOP that silence has settled is not lost in a merge`() async throws {
        for merges in [true, false] {
            var world = try ConsentWorld()
            try await world.subscribe(Self.other)
            try await world.say("stpo", from: Self.other)
            #expect(try world.state(Self.other)?.ledger.isOptOutPending == true)
            world.clock.advance(to: world.clock.now().adding(.days(2)))
            try await world.subscribe()
            let old = try ConsentWorld.address(Self.other)
            let new = try ConsentWorld.address()
            if merges {
                _ = try await world.engine.merge(old, into: new, by: .operator)
            } else {
                _ = try await world.engine.changeNumber(from: old, to: new)
            }
            #expect(try world.consent() == .withdrawn)
            #expect(try world.state()?.ledger.isOptedOut == true)
        }
    }

    @Test func `who is merged and then erased leaves nothing of either`() async throws {
        var world = try ConsentWorld()
        try await world.subscribe()
        try await world.subscribe(Self.other)
        let ids = try [ConsentWorld.phone, Self.other].map {
            try #require(try world.engine.directory.find(try ConsentWorld.address($0))).id
        }
        let address = try ConsentWorld.address()
        _ = try await world.engine.merge(
            try ConsentWorld.address(Self.other),
            into: address,
            by: .operator
        )
        _ = try await world.engine.erase(address, because: .request, by: .operator)
        for id in ids {
            #expect(try world.vault.wrappedSecrets(of: id) == nil)
            #expect(try world.store.contact(id) == nil)
            #expect(try world.store.evidence(for: id) == [])
        }
        #expect(try world.holds())
    }

    @Test func `a new number takes every no along, and leaves no yes behind`() async throws {
        var world = try ConsentWorld()
        try await world.subscribe()
        let old = try ConsentWorld.address()
        let new = try ConsentWorld.address(Self.other)
        _ = try await world.engine.changeNumber(from: old, to: new)
        #expect(try world.consent() == .invalidated)
        #expect(try world.engine.directory.find(new) == nil)
        try await world.say("hello", from: Self.other)
        #expect(try world.consent(Self.other) == .unknown)
        var stopped = try ConsentWorld()
        try await stopped.subscribe()
        try await stopped.say("STOP")
        _ = try await stopped.engine.changeNumber(from: old, to: new)
        let report = try await stopped.say("hello", from: Self.other)
        #expect(report.notes == [.silence])
    }

    @Test func `an address never seen can be stopped, and leaves no contact`() async throws {
        var world = try ConsentWorld()
        let address = try ConsentWorld.address()
        try await world.engine.suppress(address)
        #expect(try world.engine.directory.find(address) == nil)
        #expect(try world.vault.contactCount() == 0)
        let report = try await world.say("hello")
        #expect(report.notes == [.silence])
        #expect(try !world.log().contains(ConsentWorld.phone))
        #expect(try world.holds())
    }

    @Test func `a suppressed address that is linked to a contact stops the contact`() async throws {
        var world = try ConsentWorld()
        try await world.subscribe()
        let listed = try ConsentWorld.address(Self.other)
        try await world.engine.suppress(listed)
        _ = try await world.engine.link(listed, to: try ConsentWorld.address(), by: .provider)
        #expect(try world.state()?.ledger.isOptedOut == true)
        #expect(try world.consent() == .withdrawn)
    }

    @Test(arguments: [true, false])
    func `what an address refused is not lost with a first turn that never was`(merges: Bool)
        async throws
    {
        var world = try ConsentWorld()
        try await world.subscribe()
        let listed = try ConsentWorld.address(Self.other)
        // The keys were made, and the process died before the turn was.
        _ = try world.engine.directory.findOrCreate(listed, at: world.clock.now())
        try await world.engine.suppress(listed)
        let contact = try ConsentWorld.address()
        if merges {
            _ = try await world.engine.link(listed, to: contact, by: .provider)
        } else {
            _ = try await world.engine.changeNumber(from: listed, to: contact)
        }
        #expect(try world.state()?.ledger.isOptedOut == true)
        #expect(try world.consent() == .withdrawn)
    }

    @Test func `a merge that a crash interrupted is finished by whoever comes next`() async throws {
        var world = try ConsentWorld()
        try await world.subscribe()
        try await world.subscribe(Self.other)
        let old = try ConsentWorld.address(Self.other)
        let new = try ConsentWorld.address()
        let plan = FaultPlan([FaultPlan.Fault(.before, .link, isFatal: true)])
        let failing = try world.restarted(vault: FaultyVault(world.vault, plan))
        await #expect(throws: EngineError.self) {
            _ = try await failing.engine.merge(old, into: new, by: .operator)
        }
        var after = try world.restarted()
        // Said once more, it is done already.
        let again = try await after.engine.merge(old, into: new, by: .operator)
        #expect(again?.notes == nil)
        try await after.say("STOP", from: Self.other)
        #expect(try after.consent() == .withdrawn)
    }

    @Test func `a contact asks for the proof in the chat and gets a document`() async throws {
        var world = try ConsentWorld()
        try await world.subscribe()
        let address = try ConsentWorld.address()
        try await world.say("my consents")
        _ = try await world.engine.deliver(to: address)
        guard case .answered = try await world.engine.attend(address) else {
            Issue.record("no receipt was made")
            return
        }
        let delivered = try await world.engine.deliver(to: address)
        let page = try #require(delivered.first?.message.attachments.first)
        #expect(page.name == "consent-newsletter.html")
        #expect(page.mediaType == "text/html")
        #expect(String(decoding: page.bytes, as: UTF8.self).contains("Example is responsible."))
        #expect(try await world.engine.attend(address) == nil)
        #expect(try world.log().contains("data.disclosed"))
    }
}
