import Consent
import FlowProgram

/// Which purposes each flow depends on, with the flows it calls.
struct FlowConcerns {
    /// For each flow, whose consent its steps ask about, change or need.
    private let purposes: [Set<PurposeID>]
    /// The purposes that each flow depends on together: those of a command's choices stand apart.
    private let joined: [Set<PurposeID>]
    /// For each flow, whether it depends on a purpose at all, also one given by its caller.
    private let takesPurpose: [Bool]
    /// For each flow, whether it may touch every consent: by a right, or a withdrawal of all.
    private let touchesAll: [Bool]
    /// For each flow, whether it asks for an age, on which other purposes may depend.
    private let asksAge: [Bool]
    /// The purposes that want a minimum age.
    private let aged: Set<PurposeID>
    /// Without purposes nothing can be anybody's concern, whatever a flow withdraws.
    private let hasPurposes: Bool

    init(_ program: Program) {
        var own: [Set<PurposeID>] = []
        var ownJoined: [Set<PurposeID>] = []
        var calls: [Set<Int>] = []
        for flow in program.flows {
            var found: Set<PurposeID> = []
            var together: Set<PurposeID> = []
            var callees: Set<Int> = []
            for step in flow.steps {
                for expression in step.expressions { expression.collect(program, &found) }
                for reference in step.purposeReferences {
                    if case .fixed(let purpose) = reference { found.insert(program[purpose].id) }
                }
                for expression in step.conditions { expression.collect(program, &together) }
                for case .fixed(let purpose) in step.ownPurposes {
                    together.insert(program[purpose].id)
                }
                if case .call(let call) = step.exit { callees.insert(call.flow.value) }
            }
            own.append(found)
            ownJoined.append(flow.command == nil ? found : together)
            calls.append(callees)
        }
        var reached = calls
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for flow in reached.indices {
                let more = reached[flow].reduce(into: reached[flow]) { $0.formUnion(calls[$1]) }
                guard more.count > reached[flow].count else { continue }
                reached[flow] = more
                isGrowing = true
            }
        }
        let all = reached
        func closed(_ sets: [Set<PurposeID>]) -> [Set<PurposeID>] {
            sets.indices.map { flow in
                all[flow].reduce(into: sets[flow]) { $0.formUnion(sets[$1]) }
            }
        }
        purposes = closed(own)
        joined = ownJoined.indices.map { flow in
            // What a command's choices lead to stands apart as they do.
            program.flows[flow].command == nil ? closed(ownJoined)[flow] : ownJoined[flow]
        }
        let touching = program.flows.map(\.touchesEveryConsent)
        touchesAll = own.indices.map { flow in
            touching[flow] || all[flow].contains { touching[$0] }
        }
        let asking = program.flows.map { $0.slots.contains(where: \.isBirthDate) }
        asksAge = own.indices.map { flow in asking[flow] || all[flow].contains { asking[$0] } }
        hasPurposes = !program.laws.isEmpty
        aged = Set(program.laws.filter { $0.minimumAge != nil }.map(\.id))
        takesPurpose = program.flows.map { flow in
            flow.slots.contains { $0.kind == .purpose && $0.isParameter }
        }
    }

    func purposes(of flow: FlowIndex) -> Set<PurposeID> { purposes[flow.value] }

    /// Whether an exploration through a lens begins with this flow.
    func isInView(_ flow: FlowIndex, through lens: Lens) -> Bool {
        guard !lens.purposes.isEmpty else { return isUnconcerned(flow) }
        let isAged = asksAge[flow.value] && !aged.isDisjoint(with: lens.purposes)
        return touchesAll[flow.value] || isAged
            || !purposes[flow.value].isDisjoint(with: lens.purposes)
    }

    /// The purposes, those together that a flow depends on together.
    func groups(of all: [PurposeID]) -> [[PurposeID]] {
        var groups = all.map { Set([$0]) }
        for together in joined where together.count > 1 {
            let touched = groups.filter { !$0.isDisjoint(with: together) }
            groups.removeAll { !$0.isDisjoint(with: together) }
            groups.append(touched.reduce(into: []) { $0.formUnion($1) })
        }
        return groups.map { group in all.filter(group.contains) }
            .sorted { first($0, in: all) < first($1, in: all) }
    }

    private func first(_ group: [PurposeID], in all: [PurposeID]) -> Int {
        all.firstIndex { group.contains($0) } ?? all.count
    }

    /// A flow in which nobody's consent plays a part.
    func isUnconcerned(_ flow: FlowIndex) -> Bool {
        !hasPurposes
            || purposes[flow.value].isEmpty && !takesPurpose[flow.value]
                && !touchesAll[flow.value]
    }
}
