import Clocks
import Consent
import FlowProgram
import MessageCatalog

/// Answers to a slot's question, chosen so that every guard of its flow is tried on both sides.
struct SlotSamples {
    private let numbers: [[DecimalNumber]]
    private let texts: [[String]]
    private let ages: [Int64]
    private let guards: SlotGuards
    private let source: LocaleTag

    /// Constants of a flow, and of those it calls, that are tried for one slot.
    private static let most = 6

    init(_ program: Program, _ guards: SlotGuards) {
        self.guards = guards
        source = program[.source]
        let own = program.flows.map { flow in
            flow.steps.flatMap(\.expressions).flatMap(\.constants)
        }
        // A called flow compares what its caller asked for.
        let constants = Self.reached(in: program).map { flows in flows.flatMap { own[$0] } }
        numbers = constants.map { values in
            Self.unique(
                values.compactMap { if case .number(let number) = $0 { number } else { nil } }
            )
        }
        texts = constants.map { values in
            Self.unique(
                values.compactMap { if case .text(let text) = $0 { text } else { nil } }
            )
        }
        ages = program.laws.compactMap(\.minimumAge).map { Int64($0) }
    }

    func answers(to slot: SlotIndex, of flow: Flow, at index: FlowIndex, on today: CalendarDate)
        -> [String]
    {
        let declared = flow[slot: slot]
        let isCompared = guards.isCompared(slot, of: index) || declared.isBirthDate
        switch declared.kind {
        case .text:
            return isCompared
                ? Array(texts[index.value].prefix(Self.most)) + ["sample"] : ["sample"]
        case .number(let minimum, let maximum):
            let constants = isCompared ? numbers[index.value] : []
            return numbers(minimum, maximum, around: constants)
        case .date(let minimum, let maximum):
            return dates(minimum, maximum, of: index, today, isAge: isCompared)
        case .email: return ["somebody@example.com"]
        case .phone: return ["+493012345678"]
        case .yesNo(let words):
            let spoken = words[LocaleIndex.source.value]
            return [spoken.yes.min(), spoken.no.min()].compactMap(\.self)
        case .choice, .purpose, .notice: return []
        }
    }

    /// Each flow with those it calls, also by way of others, the nearest first.
    private static func reached(in program: Program) -> [[Int]] {
        let calls = program.flows.map { flow in
            unique(
                flow.steps.compactMap { step in
                    if case .call(let call) = step.exit { call.flow.value } else { nil }
                }
            )
        }
        return calls.indices.map { flow in
            var found = [flow]
            var next = 0
            while next < found.count {
                found = unique(found + calls[found[next]])
                next += 1
            }
            return found
        }
    }

    private func numbers(
        _ minimum: DecimalNumber?,
        _ maximum: DecimalNumber?,
        around constants: [DecimalNumber]
    ) -> [String] {
        var candidates = constants.prefix(Self.most).flatMap { constant -> [DecimalNumber] in
            let one = DecimalNumber(1)
            return [try? constant.subtracting(one), constant, try? constant.adding(one)]
                .compactMap(\.self)
        }
        candidates += [minimum, maximum].compactMap(\.self)
        candidates.append(DecimalNumber(1))
        let fitting = candidates.filter { number in
            (minimum.map { $0 <= number } ?? true) && (maximum.map { number <= $0 } ?? true)
        }
        // Where nothing is compared one value is as good as another.
        return constants.isEmpty
            ? Array(fitting.prefix(1).map(spelling)) : Self.unique(fitting.map(spelling))
    }

    /// A number as a contact writes it: in German, `17.5` is none.
    private func spelling(_ number: DecimalNumber) -> String {
        NumberReader.read(number.text, locale: source) == number
            ? number.text : NumberFormat.text(number, locale: source)
    }

    private func dates(
        _ minimum: CalendarDate?,
        _ maximum: CalendarDate?,
        of flow: FlowIndex,
        _ today: CalendarDate,
        isAge: Bool
    ) -> [String] {
        var candidates: [CalendarDate] = []
        if isAge {
            let compared = numbers[flow.value].compactMap(\.integerValue).filter { $0 < 130 }
            for age in Self.unique(ages + compared).prefix(Self.most) {
                candidates.append(today.adding(months: -12 * Int(age)))
                candidates.append(today.adding(months: -12 * Int(age) + 1))
            }
            candidates.append(CalendarDate(daysSinceEpoch: today.daysSinceEpoch + 1))
        }
        candidates += [minimum, maximum].compactMap(\.self)
        candidates.append(today)
        let fitting = candidates.filter { date in
            (minimum.map { $0 <= date } ?? true) && (maximum.map { date <= $0 } ?? true)
        }
        return isAge ? Self.unique(fitting.map(\.text)) : Array(fitting.prefix(1).map(\.text))
    }

    /// Without repetitions, in the order of first appearance.
    private static func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
        var seen: Set<Element> = []
        return elements.filter { seen.insert($0).inserted }
    }
}

extension Expression {
    fileprivate var constants: [Value] {
        var found: [Value] = []
        walk { if case .value(let value) = $0 { found.append(value) } }
        return found
    }
}
