import Storage
import StoreConformance
import Testing

@Suite struct FaultPlanTests {
    private static let contact = Sample.contact(1)

    @Test(arguments: StoreCheck.all)
    func `a store without faults keeps every promise of the one it wraps`(
        _ check: StoreCheck
    ) throws {
        try check.run(on: FaultyStore(MemoryStore(), FaultPlan()))
    }

    @Test(arguments: VaultCheck.all)
    func `a vault without faults keeps every promise of the one it wraps`(
        _ check: VaultCheck
    ) throws {
        try check.run(on: FaultyVault(MemoryVault(), FaultPlan()))
    }

    @Test(arguments: [(FaultPlan.Moment.before, false), (.after, true)])
    func `the call meant fails on the side meant`(_ moment: FaultPlan.Moment, happens: Bool) throws
    {
        let store = MemoryStore()
        let plan = FaultPlan([FaultPlan.Fault(moment, .commit, 2, error: .full)])
        let faulty = FaultyStore(store, plan)
        _ = try faulty.commit([Sample.turn(Self.contact)])
        #expect(throws: StoreError.full) { try faulty.commit([Sample.turn(Self.contact, on: 1)]) }
        #expect(try store.contact(Self.contact)?.version == (happens ? 2 : 1))
        #expect(plan.struck.map(\.number) == [2])
        // Once only.
        _ = try faulty.commit([Sample.turn(Sample.contact(2))])
        #expect(plan.count(of: .commit) == 3)
    }

    @Test func `every call that writes can be hit by its number, over store and vault`() throws {
        for number in 1...4 {
            let plan = FaultPlan([FaultPlan.Fault(.before, write: number)])
            let store = FaultyStore(MemoryStore(), plan)
            let vault = FaultyVault(MemoryVault(), plan)
            var failed: [Int] = []
            let steps: [() throws -> Void] = [
                { _ = try store.shred(Self.contact) },
                { try vault.destroy([Self.contact], suppressing: []) },
                { try store.append([], at: Sample.time(1)) },
            ]
            for (place, step) in steps.enumerated() {
                // Reading is not counted.
                _ = try store.erasureJobs()
                do { try step() } catch { failed.append(place + 1) }
            }
            #expect(failed == (number <= 3 ? [number] : []))
            #expect(plan.count(of: nil) == 3)
        }
    }

    @Test func `forgetting what was sent, and keeping answers, are calls that write`() throws {
        let answer = StoredAnswer(
            key: [1],
            request: [2],
            status: 200,
            sealed: [3],
            at: Sample.time(1)
        )
        let calls: [FaultPlan.Call] = [.pruneSent, .rememberAnswer, .pruneAnswers]
        for (number, call) in calls.enumerated() {
            let plan = FaultPlan([FaultPlan.Fault(.before, call)])
            let store = FaultyStore(MemoryStore(), plan)
            var failed: [Int] = []
            let steps: [() throws -> Void] = [
                { _ = try store.pruneSent(before: Sample.time(1)) },
                { _ = try store.rememberAnswer(answer) },
                { _ = try store.pruneAnswers(before: Sample.time(1)) },
            ]
            for (place, step) in steps.enumerated() {
                // Reading is not counted.
                _ = try store.outboxCounts()
                do { try step() } catch { failed.append(place) }
            }
            #expect(failed == [number])
            #expect(plan.count(of: nil) == 3)
        }
    }

    @Test func `after a fatal fault neither store nor vault answers`() throws {
        let plan = FaultPlan([FaultPlan.Fault(.after, .shred, isFatal: true)])
        let store = FaultyStore(MemoryStore(), plan)
        let vault = FaultyVault(MemoryVault(), plan)
        #expect(throws: StoreError.unavailable(code: 10)) { try store.shred(Self.contact) }
        #expect(throws: StoreError.closed) { try store.contact(Self.contact) }
        #expect(throws: StoreError.closed) { try vault.contactCount() }
    }
}
