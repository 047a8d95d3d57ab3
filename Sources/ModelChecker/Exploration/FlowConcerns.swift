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
        purposes[flow.value].isEmpty && !takesPurpose[flow.value] && !touchesAll[flow.value]
    }
}

extension Step {
    /// Every expression of the step, wherever it stands.
    var expressions: [Expression] {
        var found: [Expression] = []
        for case .set(_, let expression) in entry { found.append(expression) }
        switch exit {
        case .reply(let menu):
            for edge in menu.edges { found += edge.assignments.map(\.expression) }
        case .branch(let branches, _): found += branches.map(\.condition)
        case .call(let call): found += call.arguments.map(\.expression)
        case .go, .end, .ask, .random, .wait: break
        }
        return found
    }

    /// The expressions on which the way of a conversation depends.
    fileprivate var conditions: [Expression] {
        guard case .branch(let branches, _) = exit else { return [] }
        return branches.map(\.condition)
    }

    /// The purposes of what the step says and does by itself, without those of its choices.
    fileprivate var ownPurposes: [PurposeReference] {
        entry.compactMap { action in
            switch action {
            case .act(let act): act.purpose
            case .say(let say): say.purpose
            case .set, .exercise, .notice: nil
            }
        }
    }

    /// What is assigned to which slot of the same flow.
    var assignments: [(SlotIndex, Expression)] {
        var found: [(SlotIndex, Expression)] = []
        for case .set(let slot, let expression) in entry { found.append((slot, expression)) }
        if case .reply(let menu) = exit {
            found += menu.edges.flatMap(\.assignments).map { ($0.slot, $0.expression) }
        }
        return found
    }

    var purposeReferences: [PurposeReference] {
        var found: [PurposeReference] = []
        for action in entry {
            switch action {
            case .act(let act): found += [act.purpose].compactMap(\.self)
            case .say(let say): found += [say.purpose].compactMap(\.self)
            case .set, .exercise, .notice: break
            }
        }
        if let say = unclear?.say { found += [say.purpose].compactMap(\.self) }
        if case .reply(let menu) = exit {
            found += menu.edges.compactMap { $0.act?.purpose }
        }
        return found
    }
}

extension Flow {
    /// Whether it may move consent to purposes that it does not name.
    fileprivate var touchesEveryConsent: Bool {
        steps.contains { step in
            let acts = step.entry.contains { action in
                switch action {
                case .exercise: true
                case .act(let act): act.purpose == nil
                case .say, .set, .notice: false
                }
            }
            guard case .reply(let menu) = step.exit else { return acts }
            return acts || menu.edges.contains { $0.act.map { $0.purpose == nil } ?? false }
        }
    }
}

extension ReplyMenu {
    var edges: [Edge] { choices.compactMap(\.edge) + patterns.map(\.edge) }
}

extension Act {
    /// The purpose it moves; `nil` moves all of them.
    var purpose: PurposeReference? {
        guard case .purpose(let reference) = scope else { return nil }
        return reference
    }
}

extension Expression {
    fileprivate func collect(_ program: Program, _ found: inout Set<PurposeID>) {
        walk { expression in
            switch expression {
            case .consent(.fixed(let purpose)), .cooling(.fixed(let purpose)),
                .value(.purpose(let purpose)):
                found.insert(program[purpose].id)
            default: break
            }
        }
    }

    /// Visits the expression and each one inside it.
    func walk(_ visit: (Expression) -> Void) {
        visit(self)
        switch self {
        case .value, .slot, .has, .consent, .cooling, .certainty: break
        case .not(let inner), .negate(let inner), .textLength(let inner), .years(let inner):
            inner.walk(visit)
        case .or(let left, let right), .and(let left, let right),
            .compare(_, let left, let right), .arithmetic(_, let left, let right),
            .textTest(_, let left, let right):
            left.walk(visit)
            right.walk(visit)
        case .conditional(let condition, let yes, let no):
            condition.walk(visit)
            yes.walk(visit)
            no.walk(visit)
        }
    }
}
