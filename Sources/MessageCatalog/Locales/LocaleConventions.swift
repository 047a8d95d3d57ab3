/// How numbers and dates are written in a locale (CLDR).
///
/// A class, because one immutable copy of each locale serves every message.
package final class LocaleConventions: Sendable {
    /// The order in which a date's numbers are written.
    package enum DateOrder: Hashable, Sendable {
        case dayMonthYear, monthDayYear, yearMonthDay
    }

    /// What one numbering system of the locale puts between digits.
    package struct Separators: Hashable, Sendable {
        package let decimal: String
        package let group: String
    }

    /// The scalar of digit zero in the locale's default numbering system.
    package let zeroDigit: Unicode.Scalar
    /// Separators of the default numbering system.
    package let separators: Separators
    /// Separators used with ASCII digits, which every locale also reads.
    package let latinSeparators: Separators
    package let minusSign: String
    /// What stands before and after the digits of a percentage, sign and spaces included.
    package let percentAffixes: (prefix: String, suffix: String)
    /// Digits of the last group and of the groups before it; 0 means that nothing is grouped.
    package let grouping: (primary: Int, secondary: Int)
    /// Digits there must be before the last group for any grouping to happen.
    package let minimumGroupingDigits: Int
    package let shortDate: DatePattern
    package let mediumDate: DatePattern
    package let longDate: DatePattern
    package let months: MonthNames

    package var dateOrder: DateOrder { shortDate.order }

    /// The conventions of a locale, or of what it inherits from; the root's if CLDR has neither.
    package static func of(_ locale: LocaleTag) -> LocaleConventions {
        LocaleParents.lookup(locale, in: table) ?? root
    }

    private init(_ fields: [String]) {
        zeroDigit = UInt32(fields[0], radix: 16).flatMap(Unicode.Scalar.init) ?? "0"
        separators = Separators(decimal: fields[1], group: fields[2])
        minusSign = fields[3]
        let affixes = fields[4].split(separator: "0", omittingEmptySubsequences: false)
        percentAffixes = (String(affixes[0]), String(affixes[1]))
        latinSeparators = Separators(decimal: fields[5], group: fields[6])
        let sizes = fields[7].compactMap(\.wholeNumberValue)
        grouping = (sizes[0], sizes[1])
        minimumGroupingDigits = sizes[2]
        shortDate = DatePattern(fields[8])
        mediumDate = DatePattern(fields[9])
        longDate = DatePattern(fields[10])
        months = MonthNames(
            wide: Self.names(fields[11]),
            abbreviated: Self.names(fields[12]),
            standAloneWide: Self.names(fields[13]),
            standAloneAbbreviated: Self.names(fields[14])
        )
    }

    private static func names(_ list: String) -> [String] {
        list.utf8.split(separator: UInt8(ascii: ";")).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension LocaleConventions {
    private static let table: [String: LocaleConventions] = readTable()
    private static let root: LocaleConventions = {
        guard let root = table["root"] else {
            preconditionFailure("the generated table of locales has no root")
        }
        return root
    }()

    /// Tags that have conventions of their own, in order.
    package static var knownTags: [String] { table.keys.sorted() }

    // Split by bytes: a field may start with a mark that would join the `|` before it.
    private static func readTable() -> [String: LocaleConventions] {
        var resolved: [String: [String]] = [:]
        for row in LocaleText.rows.utf8.split(separator: UInt8(ascii: "\n")) {
            let cells = row.split(
                separator: UInt8(ascii: "|"),
                omittingEmptySubsequences: false
            ).map { String(decoding: $0, as: UTF8.self) }
            let inherited = resolved[cells[1]] ?? []
            var fields = Array(cells.dropFirst(2))
            for place in fields.indices {
                if fields[place].isEmpty {
                    fields[place] = inherited[place]
                } else if fields[place] == "=" {
                    fields[place] = fields[place - 2]
                }
            }
            resolved[cells[0]] = fields
        }
        return resolved.mapValues(LocaleConventions.init)
    }
}
