package import Clocks

/// Reads calendar days the way people of a locale write them.
package enum DateReader {
    /// The longest text that is looked at, in UTF-8 bytes.
    package static let longestBytes = 64
    /// A year of two digits is at most this many years after today's.
    package static let shortYearWindow = 10

    /// The day, or `nil` if the text is not one, lacks the year or could be read in two ways.
    ///
    /// Reads ISO 8601 in every locale, numbers in the locale's order, and month names.
    package static func read(
        _ text: String,
        locale: LocaleTag,
        today: CalendarDate
    ) -> CalendarDate? {
        guard text.utf8.count <= longestBytes else { return nil }
        let conventions = LocaleConventions.of(locale)
        let tokens = DateTokens(text)
        // Making a vocabulary takes longer than all the rest, and most dates are numbers.
        let vocabulary =
            tokens.tokens.allSatisfy { $0.word == nil }
            ? DateVocabulary() : DateVocabulary(conventions, language: locale.language)
        guard let parts = DateParts(tokens, vocabulary) else { return nil }
        return parts.date(conventions.dateOrder, today: today)
    }
}

/// The numbers of a written date and the month it names, if it does.
private struct DateParts {
    private struct Number {
        let value: Int
        let digits: Int
    }

    private var numbers: [Number] = []
    private var namedMonth: Int?

    init?(_ source: DateTokens, _ vocabulary: DateVocabulary) {
        let tokens = source.tokens
        var hasFillersInside = false
        var numberGaps: [String] = []
        var index = 0
        while index < tokens.count {
            switch tokens[index] {
            case .number(let value, let digits):
                numbers.append(Number(value: value, digits: digits))
                numberGaps.append(source.gaps[index])
                index += 1
            case .word(let word):
                if let (month, count) = vocabulary.month(at: tokens[index...]) {
                    guard namedMonth == nil else { return nil }
                    namedMonth = month
                    index += count
                } else if vocabulary.isFiller(word) {
                    hasFillersInside = hasFillersInside || (1...2).contains(numbers.count)
                    index += 1
                } else {
                    return nil
                }
            }
        }
        guard let first = source.gaps.first, first.isEmpty, let last = source.gaps.last,
            last.isEmpty || last == "." || last == ")"
        else { return nil }
        if namedMonth == nil, !hasFillersInside {
            guard numberGaps.count == 3, numberGaps[1] == numberGaps[2],
                Self.numericGaps.contains(numberGaps[1])
            else { return nil }
        } else {
            guard source.gaps.allSatisfy(Self.wordGaps.contains) else { return nil }
        }
    }

    private static let numericGaps: Set<String> = ["", ".", "/", "-"]
    private static let wordGaps: Set<String> = [
        "", ".", "/", "-", ",", ".,", "،", "(", ")", "),", "、",
    ]

    func date(_ order: LocaleConventions.DateOrder, today: CalendarDate) -> CalendarDate? {
        namedMonth == nil
            ? numericDate(order, today) : dateWithNamedMonth(order, today)
    }

    private func numericDate(
        _ order: LocaleConventions.DateOrder,
        _ today: CalendarDate
    ) -> CalendarDate? {
        guard numbers.count == 3 else { return nil }
        // A year of four digits in front leaves no doubt about the rest.
        switch numbers[0].digits == 4 ? .yearMonthDay : order {
        case .dayMonthYear: return make(numbers[2], numbers[1], numbers[0], today)
        case .monthDayYear: return make(numbers[2], numbers[0], numbers[1], today)
        case .yearMonthDay: return make(numbers[0], numbers[1], numbers[2], today)
        }
    }

    private func dateWithNamedMonth(
        _ order: LocaleConventions.DateOrder,
        _ today: CalendarDate
    ) -> CalendarDate? {
        guard numbers.count == 2, let namedMonth else { return nil }
        let month = Number(value: namedMonth, digits: 2)
        let isYearFirst =
            numbers[0].digits == 4 || order == .yearMonthDay && numbers[1].digits <= 2
        return isYearFirst
            ? make(numbers[0], month, numbers[1], today)
            : make(numbers[1], month, numbers[0], today)
    }

    private func make(
        _ year: Number,
        _ month: Number,
        _ day: Number,
        _ today: CalendarDate
    ) -> CalendarDate? {
        guard month.digits <= 2, day.digits <= 2 else { return nil }
        switch year.digits {
        case 4: return CalendarDate(year: year.value, month: month.value, day: day.value)
        case 2:
            let latest = today.year + DateReader.shortYearWindow
            let full = latest - (latest - year.value) % 100
            return CalendarDate(year: full, month: month.value, day: day.value)
        default: return nil
        }
    }
}
