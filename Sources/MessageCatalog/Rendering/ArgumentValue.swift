package import Clocks

/// What an argument of a message stands for.
package enum ArgumentValue: Hashable, Sendable {
    case text(String)
    case number(DecimalNumber)
    case date(CalendarDate)
    case truth(Bool)
}

extension ArgumentValue {
    /// The value as a number; text counts if it is exactly a number's plain text (`12`, `1.0`).
    var asNumber: DecimalNumber? {
        switch self {
        case .number(let number): number
        case .text(let text): DecimalNumber(text)
        case .date, .truth: nil
        }
    }

    /// The value as a day; text counts if it is ISO 8601.
    var asDate: CalendarDate? {
        switch self {
        case .date(let date): date
        case .text(let text): text.utf8.count == 10 ? CalendarDate(text) : nil
        case .number, .truth: nil
        }
    }

    /// The value in plain text, independent of any locale.
    package var plainText: String {
        switch self {
        case .text(let text): text
        case .number(let number): number.text
        case .date(let date): date.text
        case .truth(let truth): truth ? "true" : "false"
        }
    }
}
