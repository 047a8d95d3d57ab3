extension ScalarSet {
    /// `\d`: the category Nd.
    static let digits = category("Nd") ?? .empty

    /// `\w`: letters, marks, decimal digits and `_`.
    static let wordScalars: ScalarSet = {
        let categories: [String] = ["L", "M", "Nd"]
        return categories.compactMap(category).reduce(ScalarSet("_")) { $0.union($1) }
    }()

    /// `\s`: the property White_Space (Unicode Character Database, `PropList.txt`).
    static let whiteSpace = ScalarSet([
        0x09...0x0D, 0x20...0x20, 0x85...0x85, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A,
        0x2028...0x2029, 0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
    ])

    /// The scalars of a general category by its one- or two-letter code (UAX #44, table 12).
    static func category(_ code: String) -> ScalarSet? {
        let chosen = categoryCodes.filter { $0.code == code || String($0.code.prefix(1)) == code }
        guard !chosen.isEmpty else { return nil }
        return ScalarSet(chosen.flatMap { categoryRanges[$0.category] ?? [] })
    }

    private static let categoryCodes: [(code: String, category: Unicode.GeneralCategory)] = [
        ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter),
        ("Lm", .modifierLetter), ("Lo", .otherLetter),
        ("Mn", .nonspacingMark), ("Mc", .spacingMark), ("Me", .enclosingMark),
        ("Nd", .decimalNumber), ("Nl", .letterNumber), ("No", .otherNumber),
        ("Pc", .connectorPunctuation), ("Pd", .dashPunctuation), ("Ps", .openPunctuation),
        ("Pe", .closePunctuation), ("Pi", .initialPunctuation), ("Pf", .finalPunctuation),
        ("Po", .otherPunctuation),
        ("Sm", .mathSymbol), ("Sc", .currencySymbol), ("Sk", .modifierSymbol),
        ("So", .otherSymbol),
        ("Zs", .spaceSeparator), ("Zl", .lineSeparator), ("Zp", .paragraphSeparator),
        ("Cc", .control), ("Cf", .format), ("Co", .privateUse), ("Cn", .unassigned),
    ]

    /// The standard library's general categories turned into ranges, once.
    ///
    /// Planes 4 to 13 hold nothing and planes 15 and 16 only private use, so the quarter of the
    /// code space that can differ is walked and the rest is written down.
    private static let categoryRanges: [Unicode.GeneralCategory: [ClosedRange<UInt32>]] = {
        var table: [Unicode.GeneralCategory: [ClosedRange<UInt32>]] = [
            .unassigned: [
                0x40000...0xDFFFF, 0xE1000...0xEFFFF, 0xFFFFE...0xFFFFF, 0x10FFFE...0x10FFFF,
            ],
            .privateUse: [0xF0000...0xFFFFD, 0x100000...0x10FFFD],
        ]
        let walked: [ClosedRange<UInt32>] = [0...0xD7FF, 0xE000...0x3FFFF, 0xE0000...0xE0FFF]
        for stretch in walked {
            var start = stretch.lowerBound
            var current: Unicode.GeneralCategory?
            for value in stretch {
                let category = Unicode.Scalar(value)?.properties.generalCategory
                guard category != current else { continue }
                if let current { table[current, default: []].append(start...(value - 1)) }
                start = value
                current = category
            }
            if let current { table[current, default: []].append(start...stretch.upperBound) }
        }
        return table
    }()
}
