import Audit
import Clocks
import ConversationRuntime
import Conversations
import Storage
import StoreConformance
import Testing

/// The rows of a store against its log: what an engine writes fits, and what others write does not.
@Suite struct StoreComparisonTests {
    private static let other = "+491510000002"

    private func compare(_ store: any ConversationStore) throws -> VerificationReport {
        try AuditReading(store: store).verify(comparesStore: true)
    }

    private func contact(_ world: ConsentWorld, _ text: String = ConsentWorld.phone) throws
        -> ContactID
    {
        try #require(try world.engine.directory.find(try ConsentWorld.address(text))).id
    }

    /// Two contacts that agreed, of whom one then said STOP.
    private func world(_ store: any ConversationStore = MemoryStore()) async throws
        -> ConsentWorld
    {
        var world = try ConsentWorld(store: store)
        try await world.subscribe()
        try await world.subscribe(Self.other)
        try await world.say("STOP")
        return world
    }

    /// What somebody with write access to the tables can do without an engine.
    @discardableResult
    private func put(
        _ sealed: [UInt8],
        in contact: ContactID,
        after version: UInt64,
        of store: any ConversationStore,
        inboxKey: [UInt8]? = nil,
        evidence: [EvidenceRow] = [],
        erasure: ErasureJob? = nil
    ) throws -> [CommitResult] {
        try store.commit([
            TurnCommit(
                contact: contact,
                expectedVersion: version,
                sealedState: sealed,
                nextDue: nil,
                inboxKey: inboxKey,
                leaves: [],
                outbox: [],
                evidence: evidence,
                cancellation: .none,
                settled: [],
                now: Timestamp(milliseconds: 1_772_355_600_000),
                erasure: erasure
            )
        ])
    }

    // MARK: What fits

    @Test func `what an engine writes fits its log`() async throws {
        var world = try await world()
        _ = try await world.engine.deliver(to: try ConsentWorld.address(Self.other))
        try await world.say("News", from: Self.other)
        let report = try compare(world.store)
        #expect(report.isIntact, "\(report.findings.map(\.text))")
        let proofs = try [ConsentWorld.phone, Self.other].map { address in
            try world.store.evidence(for: try contact(world, address)).count
        }
        #expect(proofs.allSatisfy { $0 > 1 })
        #expect(report.store?.contacts == 2)
        #expect(report.store?.evidenceRows == UInt64(proofs.reduce(0, +)))
        #expect(report.store?.inboxRows == 8)
        #expect(try AuditReading(store: world.store).verify().store == nil)
    }

    @Test func `a store fits after an erasure, and after one of two that were merged`()
        async throws
    {
        let world = try await world()
        let address = try ConsentWorld.address()
        _ = try await world.engine.merge(
            try ConsentWorld.address(Self.other),
            into: address,
            by: .operator
        )
        let merged = try compare(world.store)
        #expect(merged.isIntact, "\(merged.findings.map(\.text))")
        #expect(merged.store?.contacts == 2)
        _ = try await world.engine.erase(address, because: .request, by: .operator)
        let erased = try compare(world.store)
        #expect(erased.isIntact, "\(erased.findings.map(\.text))")
        #expect(erased.store?.contacts == 0)
    }

    @Test(arguments: [FaultPlan.Call.shred, .destroy, .finishErasure])
    func `a store fits while an erasure waits to be finished`(call: FaultPlan.Call) async throws {
        let world = try await world()
        let plan = FaultPlan([FaultPlan.Fault(.before, call, isFatal: true)])
        let failing = try world.restarted(
            store: FaultyStore(world.store, plan),
            vault: FaultyVault(world.vault, plan)
        )
        await #expect(throws: EngineError.self) {
            _ = try await failing.engine.erase(
                try ConsentWorld.address(),
                because: .request,
                by: .operator
            )
        }
        let report = try compare(world.store)
        #expect(report.isIntact, "\(report.findings.map(\.text))")
        #expect(report.store?.erasuresPending == 1)
    }

    @Test func `a store fits after inbox rows were forgotten, and says from when on`()
        async throws
    {
        var world = try await world()
        world.clock.advance(to: world.clock.now().adding(.days(100)))
        try await world.say("News", from: Self.other)
        _ = try await world.engine.applyRetention(vault: world.vault)
        #expect(try world.log().contains(#""cause":"inbox""#))
        let report = try compare(world.store)
        #expect(report.isIntact, "\(report.findings.map(\.text))")
        #expect(report.store?.inboxRows == 1)
    }

    @Test func `a turn in which nothing happened binds its row too`() async throws {
        let world = try await world()
        let id = try contact(world, Self.other)
        for _ in 0..<3 { _ = try await world.engine.wake(id) }
        let report = try compare(world.store)
        #expect(report.isIntact, "\(report.findings.map(\.text))")
    }

    // MARK: What does not

    @Test func `an older state put back behind the log is found`() async throws {
        var world = try ConsentWorld()
        try await world.subscribe()
        let id = try contact(world)
        let old = try #require(try world.store.contact(id))
        try await world.say("STOP")
        let now = try #require(try world.store.contact(id))
        try put(old.sealedState, in: id, after: now.version, of: world.store)
        let report = try compare(world.store)
        let subject = String(AuditEvent.text(ofPseudonym: id.bytes).prefix(8))
        let found = Finding.rowChanged(
            subject: subject,
            version: now.version + 1,
            turns: now.version
        )
        #expect(report.findings == [found])
        // The log alone holds: none of its hashes was touched.
        #expect(try world.holds())
    }

    @Test func `a row that is deleted, and one that is made, are found`() async throws {
        let world = try await world()
        let id = try contact(world)
        _ = try world.store.shred(id)
        let stranger = try #require(ContactID(bytes: [UInt8](repeating: 0xee, count: 16)))
        try put([1, 2, 3], in: stranger, after: 0, of: world.store)
        let subject = String(AuditEvent.text(ofPseudonym: id.bytes).prefix(8))
        #expect(
            try compare(world.store).findings == [
                .rowWithoutLeaves(subject: "eeeeeeee"), .rowMissing(subject: subject),
            ]
        )
    }

    @Test func `an erased contact that is back is found`() async throws {
        let world = try await world()
        let id = try contact(world)
        let old = try #require(try world.store.contact(id))
        let address = try ConsentWorld.address()
        _ = try await world.engine.erase(address, because: .request, by: .operator)
        try put(old.sealedState, in: id, after: 0, of: world.store)
        let kinds = try compare(world.store).tamperings
        #expect(kinds.first == .addedRow)
    }

    @Test func `evidence that no leaf tells of is found`() async throws {
        let world = try await world()
        let id = try contact(world, Self.other)
        let now = try #require(try world.store.contact(id))
        let rows = try world.store.evidence(for: id)
        let proof = try #require(rows.last)
        try put(
            now.sealedState,
            in: id,
            after: now.version,
            of: world.store,
            evidence: [proof]
        )
        let count = UInt64(rows.count)
        let subject = String(AuditEvent.text(ofPseudonym: id.bytes).prefix(8))
        let found = Finding.evidenceMismatch(subject: subject, rows: count + 1, leaves: count)
        #expect(try compare(world.store).findings == [found])
    }

    @Test func `inbox rows that were deleted or added are found`() async throws {
        let world = try await world()
        let id = try contact(world)
        let now = try #require(try world.store.contact(id))
        try put(now.sealedState, in: id, after: now.version, of: world.store, inboxKey: [1])
        #expect(try compare(world.store).findings == [.inboxMismatch(rows: 8, leaves: 7)])
        let later = world.clock.now().adding(.hours(1))
        while try world.store.pruneInbox(before: later) > 0 {}
        #expect(try compare(world.store).findings == [.inboxMismatch(rows: 0, leaves: 7)])
    }

    @Test func `an erasure that nobody asked for, and one that was forgotten, are found`()
        async throws
    {
        let world = try await world()
        let id = try contact(world)
        let now = try #require(try world.store.contact(id))
        let job = ErasureJob(
            contact: id,
            requestedAt: world.clock.now(),
            lastSequence: 1,
            details: []
        )
        try put(now.sealedState, in: id, after: now.version, of: world.store, erasure: job)
        let subject = String(AuditEvent.text(ofPseudonym: id.bytes).prefix(8))
        #expect(try compare(world.store).findings == [.erasureUnasked(subject: subject)])

        let forgotten = try await self.world()
        let plan = FaultPlan([FaultPlan.Fault(.before, .finishErasure, isFatal: true)])
        let failing = try forgotten.restarted(store: FaultyStore(forgotten.store, plan))
        let address = try ConsentWorld.address()
        let lost = try contact(forgotten)
        await #expect(throws: EngineError.self) {
            _ = try await failing.engine.erase(address, because: .request, by: .operator)
        }
        // The job goes, and the leaf that says so does not come.
        let end = forgotten.clock.now()
        _ = try forgotten.store.finishErasure(of: lost, leaves: [], at: end)
        let text = String(AuditEvent.text(ofPseudonym: lost.bytes).prefix(8))
        #expect(try compare(forgotten.store).findings == [.erasureLost(subject: text)])
    }
}
