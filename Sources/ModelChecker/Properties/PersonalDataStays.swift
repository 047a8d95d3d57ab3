import Clocks
import Conversations
import FlowProgram

/// V12: what a contact says of themselves does not flow into a slot that is not declared personal,
/// also by way of parameters; and what is kept of it does not outlive its source.
///
/// Nothing else of a flow can carry it away: outcomes, causes and names are the author's words.
struct PersonalDataStays: Property {
    static let id = PropertyID.personalDataStays
    private let program: Program
    private let leaks: [Place: String]
    private var seen: Set<Place> = []

    init(_ program: Program, _ lens: Lens) {
        self.program = program
        leaks = Self.leaks(of: program)
    }

    mutating func breaches(in turn: ExploredTurn) -> [Breach] {
        guard !leaks.isEmpty else { return [] }
        return turn.steps(program).compactMap { place in
            guard let sentence = leaks[place], seen.insert(place).inserted else { return nil }
            return Breach(
                sentence,
                help: "declare the other slot `personal: true`, or do without it",
                at: place,
                in: turn.number,
                by: [turn.move],
                seenBy: .unseen
            )
        }
    }

    private static func leaks(of program: Program) -> [Place: String] {
        let taint = PersonalParameters(program)
        var found: [Place: String] = [:]
        for (number, flow) in program.flows.enumerated() {
            for (place, step) in flow.steps.enumerated() {
                guard let sentence = leak(in: step, of: FlowIndex(number), program, taint)
                else { continue }
                found[Place(flow: FlowIndex(number), step: StepIndex(place))] = sentence
            }
        }
        return found
    }

    private static func leak(
        in step: Step,
        of index: FlowIndex,
        _ program: Program,
        _ parameters: PersonalParameters
    ) -> String? {
        let flow = program[index]
        for (place, expression) in step.assignments {
            let sources = expression.given.filter { parameters.isPersonal($0, of: index) }
                .map { flow[slot: $0] }
            guard let source = sources.first else { continue }
            let target = flow[slot: place]
            if !target.isPersonal {
                return "`\(target.name)` takes from `\(source.name)`, which is personal"
            }
            if let shorter = sources.first(where: target.outlives) {
                return "`\(target.name)` keeps what `\(shorter.name)` would have forgotten"
            }
        }
        return nil
    }
}

/// Which parameters are given something personal by a call.
///
/// They end with their flow.
private struct PersonalParameters {
    private let program: Program
    private var given: Set<[Int]> = []

    init(_ program: Program) {
        self.program = program
        var isGrowing = true
        while isGrowing { isGrowing = grow() }
    }

    func isPersonal(_ slot: SlotIndex, of flow: FlowIndex) -> Bool {
        program[flow][slot: slot].isPersonal || given.contains([flow.value, slot.value])
    }

    private mutating func grow() -> Bool {
        let before = given.count
        for (number, flow) in program.flows.enumerated() {
            for case .call(let call) in flow.steps.map(\.exit) {
                for argument in call.arguments {
                    let isPersonal = argument.expression.given.contains {
                        self.isPersonal($0, of: FlowIndex(number))
                    }
                    if isPersonal { given.insert([call.flow.value, argument.slot.value]) }
                }
            }
        }
        return given.count > before
    }
}

extension Expression {
    /// The slots whose value, or a part of it, it gives.
    ///
    /// What is only compared or counted is not the value any more.
    fileprivate var given: [SlotIndex] {
        switch self {
        case .slot(let slot): [slot]
        case .arithmetic(_, let left, let right): left.given + right.given
        case .conditional(_, let yes, let no): yes.given + no.given
        case .negate(let inner): inner.given
        case .value, .has, .not, .or, .and, .compare, .textLength, .textTest, .years, .consent,
            .cooling, .certainty:
            []
        }
    }
}

extension Slot {
    /// Whether a value is kept here that its source forgets at the end of the flow, or sooner.
    fileprivate func outlives(_ source: Slot) -> Bool {
        guard let keep else { return false }
        guard let other = source.keep else { return true }
        let start = Timestamp(milliseconds: 0)
        return start.adding(keep) > start.adding(other)
    }
}
