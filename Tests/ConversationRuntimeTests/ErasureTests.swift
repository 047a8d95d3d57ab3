import Clocks
import Consent
import ConversationRuntime
import Conversations
import Storage
import StoreConformance
import Testing

struct ErasureTests {
    @Test func `an erased contact is nobody, and the log still verifies`() async throws {
        var world = try ConsentWorld()
        try await world.subscribe()
        let address = try ConsentWorld.address()
        let receipt = try #require(
            try await world.engine.erase(address, because: .request, by: .operator)
        )
        #expect(receipt.vendors == ["carrier"])
        #expect(!receipt.isSuppressed)
        #expect(try world.state() == nil)
        #expect(try world.engine.evidence(of: address) == [])
        #expect(try world.engine.directory.find(address) == nil)
        #expect(try world.holds())
        let log = try world.log()
        #expect(log.contains("erasure.requested"))
        #expect(log.contains("erasure.completed"))
        #expect(try await world.engine.erase(address, because: .request, by: .operator) == nil)
    }

    @Test func `an erased contact who said STOP stays stopped when they come back`() async throws {
        var world = try ConsentWorld()
        try await world.subscribe()
        try await world.say("STOP")
        let address = try ConsentWorld.address()
        let receipt = try await world.engine.erase(address, because: .request, by: .operator)
        #expect(receipt?.isSuppressed == true)
        let report = try await world.say("hello")
        #expect(report.notes == [.silence])
        #expect(try world.state()?.ledger.isOptedOut == true)
        #expect(try world.consent() == .withdrawn)
    }

    @Test func `a message that comes late does not bring an erased contact back`() async throws {
        var world = try ConsentWorld()
        try await world.subscribe()
        let address = try ConsentWorld.address()
        let late = InboundMessage(
            address: address,
            providerID: "late",
            content: .text("hi"),
            receivedAt: world.clock.now(),
            localeHint: "en"
        )
        _ = try await world.engine.take(late)
        _ = try await world.engine.erase(address, because: .request, by: .operator)
        let again = try await world.engine.take(late)
        #expect(again.result == .duplicate)
        #expect(try world.engine.directory.find(address) == nil)
    }

    @Test func `delete my data in the chat erases once the answer is delivered`() async throws {
        var world = try ConsentWorld()
        try await world.subscribe()
        let address = try ConsentWorld.address()
        try await world.say("delete my data")
        try await world.say("Delete")
        // Not before: the answer would die with the queue.
        #expect(try await world.engine.attend(address) == nil)
        let delivered = try await world.engine.deliver(to: address)
        #expect(delivered.map(\.message.body).contains("It will be deleted."))
        guard case .erased(let receipt) = try await world.engine.attend(address) else {
            Issue.record("nothing was erased")
            return
        }
        #expect(receipt.cause == "request")
        #expect(try world.state() == nil)
    }

    @Test func `an answer that cannot be delivered holds an erasure up for a day at most`()
        async throws
    {
        var world = try ConsentWorld()
        try await world.subscribe()
        try await world.say("delete my data")
        try await world.say("Delete")
        world.clock.advance(to: world.clock.now().adding(.days(1)))
        let attendance = try await world.engine.attend(try ConsentWorld.address())
        #expect(attendance != nil)
        #expect(try world.state() == nil)
    }

    @Test func `a contact who never agreed to anything is erased after two weeks`() async throws {
        var world = try ConsentWorld()
        try await world.say("hello")
        try await world.say("No")
        let address = try ConsentWorld.address()
        let due = try #require(
            try world.state()?.nextDue(in: world.engine.registry.current.program)
        )
        #expect(due == world.clock.now().adding(.days(14)))
        #expect(try await world.engine.attend(address) == nil)
        world.clock.advance(to: due)
        guard case .erased(let receipt) = try await world.engine.attend(address) else {
            Issue.record("nothing was erased")
            return
        }
        #expect(receipt.cause == "retention:unconfirmed-contact")
        // The refusal still cools.
        #expect(receipt.isSuppressed)
        try await world.say("hello")
        let now = world.clock.now()
        #expect(try world.state()?.ledger.isCooling(ConsentWorld.newsletter, at: now) == true)
    }

    /// The calls an erasure makes, and whether the process dies before or after each.
    private static let faults: [FaultPlan.Fault] =
        [FaultPlan.Call.commit, .shred, .destroy, .finishErasure].flatMap { call in
            FaultPlan.Moment.allCases.map { FaultPlan.Fault($0, call, isFatal: true) }
        }

    @Test(arguments: faults)
    func `an erasure that crashes at any step is finished at the next start`(
        fault: FaultPlan.Fault
    ) async throws {
        var world = try ConsentWorld()
        try await world.subscribe()
        try await world.say("STOP")
        let address = try ConsentWorld.address()
        let plan = FaultPlan([fault])
        let failing = try world.restarted(
            store: FaultyStore(world.store, plan),
            vault: FaultyVault(world.vault, plan)
        )
        await #expect(throws: EngineError.self) {
            _ = try await failing.engine.erase(address, because: .request, by: .operator)
        }
        #expect(plan.struck == [fault])
        var after = try world.restarted()
        if fault.call == .commit, fault.moment == .before {
            // Nothing was acknowledged, and nothing happened.
            #expect(try after.consent() == .withdrawn)
        } else {
            #expect(try after.state() == nil)
            #expect(try after.engine.directory.find(address) == nil)
            #expect(try after.store.erasureJobs() == [])
            let log = try after.log()
            #expect(log.ranges(of: "erasure.completed").count == 1)
        }
        #expect(try after.holds())
        let report = try await after.say("hello")
        #expect(report.notes == [.silence])
    }
}
