import Clocks
import FlowInterpreter
package import FlowProgram
import MessageCatalog

/// What a value is written as for a correction: one form for each type, whatever the language.
///
/// In a letter, `01/02/03` may be three dates; a correction must not guess.
package enum CorrectedValue {
    /// The value that a text stands for; `nil` when it does not fit the slot.
    package static func read(_ text: String, as kind: SlotKind) -> Value? {
        switch kind {
        case .text(let maximum):
            let isClean = text.unicodeScalars.allSatisfy { scalar in
                scalar == "\n" || scalar.properties.generalCategory != .control
            }
            guard isClean, (1...maximum).contains(text.count) else { return nil }
            return .text(text)
        case .number(let minimum, let maximum):
            guard let number = DecimalNumber(text), number >= minimum ?? number,
                number <= maximum ?? number
            else { return nil }
            return .number(number)
        case .date(let minimum, let maximum):
            guard let date = CalendarDate(text), date >= minimum ?? date, date <= maximum ?? date
            else { return nil }
            return .date(date)
        case .email: return EmailAddress(text).map { .text($0.text) }
        case .phone: return PhoneNumber(text).map { .text($0.text) }
        case .choice(let options):
            return options.contains { $0.name == text } ? .text(text) : nil
        case .yesNo: return ["yes": true, "no": false][text].map { .truth($0) }
        case .purpose, .notice: return nil
        }
    }

    /// What a slot takes, for people.
    package static func wanted(_ kind: SlotKind) -> String {
        switch kind {
        case .text(let maximum): "a text of 1 to \(maximum) characters"
        case .number(let minimum, let maximum):
            "a number such as 12.5\(bounds(minimum?.text, maximum?.text))"
        case .date(let minimum, let maximum):
            "a date such as 2026-03-01\(bounds(minimum?.text, maximum?.text))"
        case .email: "an e-mail address"
        case .phone: "a telephone number such as +491700000001"
        case .choice(let options):
            "one of " + options.map { "`\($0.name)`" }.joined(separator: ", ")
        case .yesNo: "yes or no"
        case .purpose, .notice: "which only a flow gives"
        }
    }

    private static func bounds(_ minimum: String?, _ maximum: String?) -> String {
        (minimum.map { ", at least \($0)" } ?? "") + (maximum.map { ", at most \($0)" } ?? "")
    }
}
