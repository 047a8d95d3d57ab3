import Clocks
import FlowProgram
import MessageCatalog

/// Which slots the way of a conversation depends on, and how.
///
/// What is only shown does not matter; a slot that a guard asks for is empty or full, and nothing
/// else; one that a guard compares is kept with its value.
struct SlotGuards {
    /// In the order of how much of a value matters.
    private enum Use: Int, Comparable {
        case shown, asked, aged, compared

        static func < (left: Use, right: Use) -> Bool { left.rawValue < right.rawValue }
    }

    private var uses: [[Use]]
    private let live: LiveSlots

    init(_ program: Program) {
        live = LiveSlots(program)
        uses = program.flows.map { Array(repeating: .shown, count: $0.slots.count) }
        for (flow, declared) in program.flows.enumerated() {
            for step in declared.steps {
                guard case .branch(let branches, _) = step.exit else { continue }
                for branch in branches { note(branch.condition, in: flow) }
            }
        }
        // What flows into a slot matters as the slot does.
        while spread(program) {}
    }

    func isCompared(_ slot: SlotIndex, of flow: FlowIndex) -> Bool {
        uses[flow.value][slot.value] > .asked
    }

    /// What matters of a slot while its flow is at a step: 0 is an empty one or one that nobody
    /// reads any more, 1 a full one; anything else stands for the value.
    func shape(
        of value: Value?,
        in slot: SlotIndex,
        of flow: FlowIndex,
        at steps: [StepIndex],
        on today: CalendarDate
    ) -> Int {
        guard steps.contains(where: { live.contains(slot, at: $0, of: flow) }) else { return 0 }
        return shape(of: value, in: slot, of: flow, on: today)
    }

    /// What matters of a value wherever its flow is.
    func shape(
        of value: Value?,
        in slot: SlotIndex,
        of flow: FlowIndex,
        on today: CalendarDate
    ) -> Int {
        guard let value else { return 0 }
        switch (uses[flow.value][slot.value], value) {
        case (_, .purpose(let purpose)): return 2 + purpose.value
        case (_, .notice(let notice)): return 2 + notice.value
        case (.shown, _): return 0
        case (.asked, _): return 1
        case (.aged, .date(let date)): return 1000 + date.years(until: today)
        case (.aged, _), (.compared, _): return value.fingerprint
        }
    }

    /// Notes what an expression reads, where its value decides.
    private mutating func note(_ expression: Expression, in flow: Int) {
        switch expression {
        case .has(let slot): raise(slot, of: flow, to: .asked)
        case .years(.slot(let slot)): raise(slot, of: flow, to: .aged)
        case .slot(let slot): raise(slot, of: flow, to: .compared)
        default:
            for part in expression.parts { note(part, in: flow) }
        }
    }

    private mutating func raise(_ slot: SlotIndex, of flow: Int, to use: Use) {
        uses[flow][slot.value] = max(uses[flow][slot.value], use)
    }

    /// One round of what is assigned to what; whether anything changed.
    private mutating func spread(_ program: Program) -> Bool {
        let before = uses
        for (flow, declared) in program.flows.enumerated() {
            for step in declared.steps {
                for (slot, expression) in step.assignments {
                    pass(uses[flow][slot.value], into: expression, of: flow)
                }
                guard case .call(let call) = step.exit else { continue }
                for argument in call.arguments {
                    let use = uses[call.flow.value][argument.slot.value]
                    pass(use, into: argument.expression, of: flow)
                }
            }
        }
        return uses != before
    }

    /// Notes what an expression reads whose value is assigned to a slot of that use.
    private mutating func pass(_ use: Use, into expression: Expression, of flow: Int) {
        guard use > .shown else { return }
        switch expression {
        case .slot(let slot): raise(slot, of: flow, to: use)
        case .conditional(let condition, let yes, let no):
            note(condition, in: flow)
            pass(use, into: yes, of: flow)
            pass(use, into: no, of: flow)
        case .arithmetic, .negate, .textLength, .years:
            // Empty where a part of it is.
            guard use == .asked else { return note(expression, in: flow) }
            for part in expression.parts { pass(use, into: part, of: flow) }
        default:
            // A truth or a constant, which is never empty.
            if use > .asked { note(expression, in: flow) }
        }
    }
}

extension CalendarDate {
    /// Whole years from here to another day; below 0 for a day to come.
    func years(until other: CalendarDate) -> Int {
        let months = (other.year - year) * 12 + other.month - month
        let whole = other.day < day ? months - 1 : months
        return whole >= 0 ? whole / 12 : -1
    }
}

extension Value {
    /// The same number for the same value, on every machine (FNV-1a, 64 bits).
    fileprivate var fingerprint: Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in spelling.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: hash | 1 << 62)
    }

    private var spelling: String {
        switch self {
        case .text(let text): text
        case .number(let number): number.text
        case .truth(let truth): truth ? "yes" : "no"
        case .date(let date): date.text
        case .purpose(let purpose): "\(purpose.value)"
        case .notice(let notice): "\(notice.value)"
        }
    }
}
