/// What an author says of a new workspace, checked.
package struct StarterSettings: Hashable, Sendable {
    /// Who speaks: on one line, without characters that cannot be seen.
    package let name: String
    /// How to reach a person there.
    package let contact: String
    /// Two capital letters (ISO 3166-1).
    package let country: String
    /// At least one, each once; the first is the source.
    package let locales: [String]
    /// The name of the author's own flow.
    package let flow: String

    // With both at their longest, the privacy notice still fits into a message with buttons, in
    // every locale; a test holds it.
    package static let longestName = 80
    package static let longestContact = 100
    package static let longestFlowName = 64

    package static let defaultName = "Example Company"
    package static let defaultContact = "privacy@example.com"
    package static let defaultCountry = "DE"
    package static let defaultFlow = "welcome"

    package init(
        name: String = Self.defaultName,
        contact: String = Self.defaultContact,
        country: String = Self.defaultCountry,
        locales: [String] = ["en"],
        flow: String = Self.defaultFlow
    ) throws(StarterError) {
        self.name = try Self.name(name)
        self.contact = try Self.contact(contact)
        self.country = try Self.country(country)
        self.locales = try Self.locales(locales)
        self.flow = try Self.flow(flow)
    }

    /// A company's name without the spaces around it.
    package static func name(_ text: String) throws(StarterError) -> String {
        try line(text, .name, limit: longestName)
    }

    /// A contact address without the spaces around it; not only e-mail.
    package static func contact(_ text: String) throws(StarterError) -> String {
        try line(text, .contact, limit: longestContact)
    }

    /// A country's code in capitals.
    package static func country(_ text: String) throws(StarterError) -> String {
        let code = text.uppercased()
        // `ß` has two letters as a capital.
        guard text.utf8.count == 2, text.utf8.allSatisfy({ $0 < 0x80 }),
            code.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
        else {
            throw .noCountry
        }
        return code
    }

    private static func locales(_ tags: [String]) throws(StarterError) -> [String] {
        let known = StarterArchive.shipped.locales
        guard !tags.isEmpty else { throw .noLocale }
        var seen: Set<String> = []
        for tag in tags {
            guard known.contains(tag) else { throw .unknownLocale(tag, known: known) }
            guard seen.insert(tag).inserted else { throw .repeatedLocale(tag) }
        }
        return tags
    }

    /// The form of every name an author chooses: `[a-z][a-z0-9-]*`.
    private static func flow(_ name: String) throws(StarterError) -> String {
        let isName = name.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
        guard isName, name.utf8.count <= longestFlowName,
            let first = name.utf8.first, (0x61...0x7A).contains(first)
        else { throw .noFlowName }
        guard !StarterArchive.shipped.builtInFlows.contains(name) else {
            throw .takenFlowName(name)
        }
        return name
    }

    private static func line(
        _ text: String,
        _ field: StarterError.Field,
        limit: Int
    ) throws(StarterError) -> String {
        let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { throw .empty(field) }
        let line = scalars[first...last]
        guard line.count <= limit else { throw .tooLong(field, limit: limit) }
        guard line.allSatisfy(isPrintable) else { throw .unprintable(field) }
        return String(line)
    }

    /// Neither a break nor a control, those of writing direction among them: messages drop them.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return false
        default: break
        }
        return switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: false
        default: true
        }
    }
}
