/// A parsed date pattern of CLDR, as far as a calendar day needs (UTS #35 part 4, section 8).
package struct DatePattern: Hashable, Sendable {
    package enum Field: Hashable, Sendable {
        case literal(String)
        case day(digits: Int)
        case month(digits: Int)
        case monthName(MonthForm)
        /// Two digits mean the year within its century.
        case year(digits: Int)
    }

    package enum MonthForm: Hashable, Sendable {
        case wide, abbreviated, standAloneWide, standAloneAbbreviated
    }

    package let fields: [Field]

    init(_ pattern: String) {
        var fields: [Field] = []
        var literal = ""
        var isQuoted = false
        var rest = pattern[...]
        while let character = rest.first {
            if character == "'" {
                rest.removeFirst()
                isQuoted.toggle()
                continue
            }
            guard !isQuoted, "dMLy".contains(character) else {
                literal.append(rest.removeFirst())
                continue
            }
            let count = rest.prefix { $0 == character }.count
            rest = rest.dropFirst(count)
            if !literal.isEmpty { fields.append(.literal(literal)) }
            literal = ""
            fields.append(Self.field(character, count))
        }
        if !literal.isEmpty { fields.append(.literal(literal)) }
        self.fields = fields
    }

    private static func field(_ letter: Character, _ count: Int) -> Field {
        switch (letter, count) {
        case ("d", _): .day(digits: count)
        case ("y", _): .year(digits: count)
        case (_, 1...2): .month(digits: count)
        case ("M", 3): .monthName(.abbreviated)
        case ("M", _): .monthName(.wide)
        case (_, 3): .monthName(.standAloneAbbreviated)
        default: .monthName(.standAloneWide)
        }
    }

    /// Which of day, month and year comes first, and whether the day precedes the month.
    var order: LocaleConventions.DateOrder {
        for field in fields {
            switch field {
            case .literal: continue
            case .day: return .dayMonthYear
            case .month, .monthName: return .monthDayYear
            case .year: return .yearMonthDay
            }
        }
        return .yearMonthDay
    }
}

extension MonthNames {
    func name(_ form: DatePattern.MonthForm, month: Int) -> String {
        switch form {
        case .wide: wide[month - 1]
        case .abbreviated: abbreviated[month - 1]
        case .standAloneWide: standAloneWide[month - 1]
        case .standAloneAbbreviated: standAloneAbbreviated[month - 1]
        }
    }
}
