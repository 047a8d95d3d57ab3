import Clocks

/// The words that may stand in a written date of a locale.
struct DateVocabulary {
    private let months: [(words: [String], month: Int)]
    private let fillers: Set<String>

    /// No words at all.
    init() {
        months = []
        fillers = []
    }

    init(_ conventions: LocaleConventions, language: String) {
        var fillers = Set(Self.customaryFillers[language] ?? [])
        var months: [(words: [String], month: Int)] = []
        for names in conventions.months.all {
            for (index, name) in names.enumerated() {
                let tokens = DateTokens(name).tokens
                let words = tokens.compactMap(\.word)
                // Names made from numbers (`3月`, `tháng 3`) are read as numbers with fillers.
                if words.count < tokens.count {
                    fillers.formUnion(words)
                } else {
                    months.append((words, index + 1))
                }
            }
        }
        // The same names as dates inflect them (Mongolian `3-р сарын`).
        for month in 1...12 {
            for (form, pattern) in [
                (DatePattern.MonthForm.abbreviated, conventions.mediumDate),
                (.wide, conventions.longDate),
            ] where DateTokens(conventions.months.name(form, month: month)).hasNumber {
                guard let sample = CalendarDate(year: 2000, month: month, day: 1) else { continue }
                var text = ""
                DateFormat.append(sample, pattern, conventions, to: &text)
                fillers.formUnion(DateTokens(text).tokens.compactMap(\.word))
            }
        }
        let patterns = [conventions.shortDate, conventions.mediumDate, conventions.longDate]
        for case .literal(let literal) in patterns.flatMap(\.fields) {
            fillers.formUnion(DateTokens(literal).tokens.compactMap(\.word))
        }
        self.months = months
        self.fillers = fillers
    }

    /// What people write around a date's parts that CLDR's patterns do not have.
    private static let customaryFillers: [String: [String]] = [
        "de": ["den", "der"],
        "en": ["the", "st", "nd", "rd", "th", "of"],
        "es": ["el", "del", "º"],
        "fr": ["le", "er"],
        "it": ["il", "º"],
        "pt": ["º"],
        "vi": ["ngay", "nam"],
    ]

    func isFiller(_ word: String) -> Bool { fillers.contains(word) }

    /// The month named at the start of the tokens and how many tokens its name takes; `nil` if
    /// there is none or the name could be of two months.
    func month(at tokens: ArraySlice<DateTokens.Token>) -> (month: Int, count: Int)? {
        let words = tokens.prefix { $0.word != nil }.compactMap(\.word)
        var found: (month: Int, count: Int)?
        for (name, month) in months where matches(words, name) {
            if let best = found, best.count >= name.count {
                if best.count == name.count, best.month != month { return nil }
                continue
            }
            found = (month, name.count)
        }
        return found ?? words.first.flatMap(shortened).map { ($0, 1) }
    }

    // Some languages glue a word to the month (Hebrew `במרץ`, Mongolian `сарын`).
    private func matches(_ words: [String], _ name: [String]) -> Bool {
        guard let first = name.first, let last = name.last, words.count >= name.count else {
            return false
        }
        if words.starts(with: name) { return true }
        let word = words[0]
        if name.count == 1, word.hasSuffix(first), isFiller(String(word.dropLast(first.count))) {
            return true
        }
        let final = words[name.count - 1]
        return words.starts(with: name.dropLast()) && final.hasPrefix(last)
            && isFiller(String(final.dropFirst(last.count)))
    }

    /// Letters an abbreviation of a month's name must have when CLDR does not list it.
    private static let shortestAbbreviation = 3

    // `Sept` and `Febr` mean one month only, `jui` (French) could be two.
    private func shortened(_ word: String) -> Int? {
        guard word.unicodeScalars.count >= Self.shortestAbbreviation else { return nil }
        let meant = Set(
            months.filter { $0.words.count == 1 && $0.words[0].hasPrefix(word) }.map(\.month)
        )
        return meant.count == 1 ? meant.first : nil
    }
}

extension DateTokens.Token {
    var word: String? {
        switch self {
        case .word(let word): word
        case .number: nil
        }
    }
}
