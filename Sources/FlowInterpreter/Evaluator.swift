import Clocks
import Consent
import FlowProgram
import MessageCatalog

/// Evaluates checked expressions against one frame.
///
/// `nil` is the empty value: it makes comparisons false and other operations empty.
struct Evaluator {
    let program: Program
    let frame: Frame
    let ledger: ConsentLedger
    let now: Timestamp
    let channel: String

    func value(_ expression: Expression) throws(RunError) -> Value? {
        switch expression {
        case .value(let value): return value
        case .slot(let slot): return frame.slots[slot.value]?.value
        case .has(let slot): return .truth(frame.slots[slot.value] != nil)
        case .not(let inner): return .truth(try !truth(inner))
        case .or(let left, let right):
            return .truth(try truth(left) ? true : truth(right))
        case .and(let left, let right):
            return .truth(try truth(left) ? truth(right) : false)
        case .negate(let inner): return try negated(inner)
        case .compare(let comparison, let left, let right):
            return .truth(try compare(comparison, left, right))
        case .arithmetic(let operation, let left, let right):
            return try calculate(operation, left, right)
        case .conditional(let condition, let yes, let no):
            return try truth(condition) ? value(yes) : value(no)
        case .textLength(let inner):
            guard case .text(let text) = try value(inner) else { return nil }
            return .number(DecimalNumber(Int64(text.count)))
        case .textTest(let test, let text, let part):
            return .truth(try holds(test, text, part))
        case .years(let inner):
            guard case .date(let date) = try value(inner) else { return nil }
            return .number(DecimalNumber(Int64(Self.years(from: date, to: now.date))))
        case .consent(let reference):
            return .text(ledger.state(of: purpose(reference), on: channel).nameInFlows)
        case .cooling(let reference):
            return .truth(ledger.isCooling(purpose(reference), at: now))
        case .certainty:
            return frame.certainty.map { .text($0) }
        }
    }

    /// An empty condition does not hold.
    func truth(_ expression: Expression) throws(RunError) -> Bool {
        try value(expression) == .truth(true)
    }

    func index(of reference: PurposeReference) -> PurposeIndex {
        switch reference {
        case .fixed(let index): return index
        case .parameter(let slot):
            guard case .purpose(let index) = frame.slots[slot.value]?.value else {
                preconditionFailure("a purpose parameter always holds a purpose")
            }
            return index
        }
    }

    func index(of reference: NoticeReference) -> NoticeIndex {
        switch reference {
        case .fixed(let index): return index
        case .parameter(let slot):
            switch frame.slots[slot.value]?.value {
            case .notice(let index): return index
            case .purpose(let purpose): return program[purpose].notice
            case .text, .number, .truth, .date, nil:
                preconditionFailure("a notice parameter always holds a notice")
            }
        }
    }

    private func purpose(_ reference: PurposeReference) -> PurposeID {
        program[index(of: reference)].id
    }

    private func negated(_ inner: Expression) throws(RunError) -> Value? {
        guard case .number(let number) = try value(inner) else { return nil }
        do {
            return .number(try DecimalNumber(0).subtracting(number))
        } catch {
            throw .numberTooLarge
        }
    }

    private func compare(
        _ comparison: Expression.Comparison,
        _ left: Expression,
        _ right: Expression
    ) throws(RunError) -> Bool {
        guard let left = try value(left), let right = try value(right) else { return false }
        return switch comparison {
        case .equal: left == right
        case .notEqual: left != right
        case .less: Self.isLess(left, right)
        case .greaterOrEqual: !Self.isLess(left, right)
        case .greater: Self.isLess(right, left)
        case .lessOrEqual: !Self.isLess(right, left)
        }
    }

    private static func isLess(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)): left < right
        case (.date(let left), .date(let right)): left < right
        case (.text(let left), .text(let right)):
            // By Unicode scalar, so that the order is the same on every machine.
            left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
        default: preconditionFailure("the compiler compares only like types that have an order")
        }
    }

    private func calculate(
        _ operation: Expression.Arithmetic,
        _ left: Expression,
        _ right: Expression
    ) throws(RunError) -> Value? {
        guard let left = try value(left), let right = try value(right) else { return nil }
        if case .text(let head) = left, case .text(let tail) = right {
            return .text(String((head + tail).prefix(Limits.textSlotMaximum)))
        }
        guard case .number(let left) = left, case .number(let right) = right else { return nil }
        do {
            return switch operation {
            case .add: .number(try left.adding(right))
            case .subtract: .number(try left.subtracting(right))
            case .multiply: .number(try left.multiplied(by: right))
            }
        } catch {
            throw .numberTooLarge
        }
    }

    private func holds(
        _ test: Expression.TextTest,
        _ text: Expression,
        _ part: Expression
    ) throws(RunError) -> Bool {
        guard case .text(let text) = try value(text), case .text(let part) = try value(part)
        else { return false }
        return switch test {
        case .contains: text.contains(part)
        case .startsWith: text.hasPrefix(part)
        case .endsWith: text.hasSuffix(part)
        }
    }

    static func years(from date: CalendarDate, to today: CalendarDate) -> Int {
        let hadBirthday = (today.month, today.day) >= (date.month, date.day)
        return today.year - date.year - (hadBirthday ? 0 : 1)
    }
}

extension ConsentState {
    /// How a flow sees it: whether consent is a renewal, or who ended it, is no business of a flow.
    fileprivate var nameInFlows: String {
        switch self {
        case .given, .renewed: Self.given.rawValue
        case .expired, .invalidated, .revoked: Self.expired.rawValue
        case .unknown, .requested, .deferred, .refused, .withdrawn: rawValue
        }
    }
}
