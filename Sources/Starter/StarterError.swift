/// Why a workspace cannot be made with the values that were given.
package enum StarterError: Error, Hashable, Sendable {
    /// A value of free text: how a sentence names it.
    package enum Field: String, Hashable, Sendable {
        case name = "the company's name"
        case contact = "the contact address"
    }

    case empty(Field)
    case tooLong(Field, limit: Int)
    case unprintable(Field)
    case noCountry
    case noLocale
    case unknownLocale(String, known: [String])
    case repeatedLocale(String)
    case noFlowName
    case takenFlowName(String)

    /// One sentence: what is wrong, and what to do.
    package var text: String {
        switch self {
        case .empty(let field): "\(field.rawValue) is empty; write what people will read"
        case .tooLong(let field, let limit):
            "\(field.rawValue) has more than \(limit) characters; the privacy notice shows it and "
                + "must fit into one message"
        case .unprintable(let field):
            "\(field.rawValue) holds a line break or a character that cannot be seen; write it "
                + "on one line"
        case .noCountry:
            "the country is no code of ISO 3166; write its two letters, such as DE or FR"
        case .noLocale: "no locale is named; write tags with commas in between, such as en,de"
        case .unknownLocale(let tag, let known):
            "the built-in flows have no texts in \(Self.shown(tag)); there are "
                + "\(known.joined(separator: ", ")), and others can be added later"
        case .repeatedLocale(let tag): "the locale `\(tag)` is named twice; name it once"
        case .noFlowName:
            "the flow's name is none; use at most \(StarterSettings.longestFlowName) lowercase "
                + "letters, digits and hyphens, and begin with a letter"
        case .takenFlowName(let name):
            "a built-in flow is named `\(name)` already; choose another name"
        }
    }

    /// What was typed, unless showing it would upset the line.
    private static func shown(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        return isPlain && (1...35).contains(text.utf8.count) ? "`\(text)`" : "one of these locales"
    }
}
