package import Clocks

/// Takes the known keys out of a mapping and reports the others, everything once.
package struct MappingReader {
    /// What the mapping is, for sentences: "unknown key `x` in `what`".
    package let what: String
    /// Where a missing key is reported.
    package let place: SourceSpan
    /// All entries as written.
    package let entries: [(key: Located<String>, value: YAMLNode)]

    /// Nil, and reported, if the node is not a mapping; keys that are not `known` are reported.
    package init?(
        _ node: YAMLNode,
        _ what: String,
        known: [String],
        place: SourceSpan? = nil,
        into diagnostics: inout Diagnostics
    ) {
        guard let entries = Self.entries(node, what, into: &diagnostics) else { return nil }
        self.what = what
        self.place = place ?? node.span
        self.entries = entries
        for (key, _) in entries where !known.contains(key.value) {
            let help =
                Suggestion.help(for: key.value, among: known)
                ?? (known.isEmpty ? nil : "known here: \(known.quotedList("and"))")
            diagnostics.report(
                .unknownKey,
                at: key.span,
                "unknown key \(key.value.quoted) in \(what)",
                help: help
            )
        }
    }

    /// The entries of a mapping whose keys the author chooses; reports any other kind of node.
    package static func entries(
        _ node: YAMLNode,
        _ what: String,
        into diagnostics: inout Diagnostics
    ) -> [(key: Located<String>, value: YAMLNode)]? {
        if case .mapping(let entries, _) = node { return entries }
        diagnostics.report(
            .wrongKind,
            at: node.span,
            "\(what) must be a mapping, not \(node.kindName)",
            help: "write `key: value`"
        )
        return nil
    }

    package func entry(_ name: String) -> (key: Located<String>, value: YAMLNode)? {
        entries.first { $0.key.value == name }
    }

    package func has(_ name: String) -> Bool { entry(name) != nil }

    /// The value of a key that must be there.
    package func required(_ name: String, into diagnostics: inout Diagnostics) -> YAMLNode? {
        if let found = entry(name) { return found.value }
        reportMissing(name, into: &diagnostics)
        return nil
    }

    package func reportMissing(_ name: String, into diagnostics: inout Diagnostics) {
        diagnostics.report(.missingKey, at: place, "\(what) needs the key \(name.quoted)")
    }
}

// Typed values: nil when the key is absent, and nil after a report when it is not of the type.
extension MappingReader {
    package func text(_ name: String, into diagnostics: inout Diagnostics) -> Located<String>? {
        guard let (key, value) = entry(name) else { return nil }
        return Self.text(value, key.value.quoted, into: &diagnostics)
    }

    package func requiredText(
        _ name: String,
        into diagnostics: inout Diagnostics
    ) -> Located<String>? {
        guard let value = required(name, into: &diagnostics) else { return nil }
        return Self.text(value, name.quoted, into: &diagnostics)
    }

    /// A whole number in decimal digits, within bounds.
    package func number(
        _ name: String,
        _ bounds: ClosedRange<Int>,
        into diagnostics: inout Diagnostics
    ) -> Int? {
        guard let (_, value) = entry(name) else { return nil }
        return Self.number(value, name.quoted, bounds, into: &diagnostics)
    }

    /// `true` or `false`; nothing else, so that nobody wonders what `on` means.
    package func truth(_ name: String, into diagnostics: inout Diagnostics) -> Bool? {
        guard let text = text(name, into: &diagnostics) else { return nil }
        switch text.value {
        case "true": return true
        case "false": return false
        default:
            diagnostics.report(
                .invalidValue,
                at: text.span,
                "\(name.quoted) is either `true` or `false`, not \(text.value.quoted)"
            )
            return nil
        }
    }

    /// One word of a closed set; the help names the nearest, or all of them.
    func word<Word: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        _ words: Word.Type,
        into diagnostics: inout Diagnostics
    ) -> Located<Word>? {
        guard let text = text(name, into: &diagnostics) else { return nil }
        if let word = Word(rawValue: text.value) { return Located(word, text.span) }
        let known = words.allCases.map(\.rawValue)
        diagnostics.report(
            .invalidValue,
            at: text.span,
            "\(name.quoted) is either \(known.quotedList("or")), not \(text.value.quoted)",
            help: Suggestion.help(for: text.value, among: known)
        )
        return nil
    }

    /// What was read of a key, with the place of its value.
    func located<Value>(_ name: String, _ read: () -> Value?) -> Located<Value>? {
        guard let (_, node) = entry(name), let value = read() else { return nil }
        return Located(value, node.span)
    }

    package func period(
        _ name: String,
        into diagnostics: inout Diagnostics
    ) -> Located<Period>? {
        guard let text = text(name, into: &diagnostics) else { return nil }
        return Self.period(text, into: &diagnostics)
    }

    /// A list of texts, or one text; empty when the key is absent.
    package func texts(
        _ name: String,
        into diagnostics: inout Diagnostics
    ) -> [Located<String>] {
        guard let (_, value) = entry(name) else { return [] }
        return Self.texts(value, name.quoted, into: &diagnostics)
    }
}

// The same for a node at hand; `what` is as it stands in a sentence, with its backticks.
extension MappingReader {
    package static func text(
        _ node: YAMLNode,
        _ what: String,
        into diagnostics: inout Diagnostics
    ) -> Located<String>? {
        guard case .scalar(let text, _, let span) = node, !node.isNothing else {
            diagnostics.report(
                .wrongKind,
                at: node.span,
                "\(what) must be a text, not \(node.kindName)"
            )
            return nil
        }
        return Located(text, span)
    }

    package static func number(
        _ node: YAMLNode,
        _ what: String,
        _ bounds: ClosedRange<Int>,
        into diagnostics: inout Diagnostics
    ) -> Int? {
        guard let text = text(node, what, into: &diagnostics) else { return nil }
        let isDecimal = text.value.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let isPadded = text.value.utf8.count > 1 && text.value.hasPrefix("0")
        if isDecimal, !isPadded, let number = Int(text.value), bounds.contains(number) {
            return number
        }
        diagnostics.report(
            .invalidValue,
            at: text.span,
            "\(what) is a whole number from \(bounds.lowerBound) to \(bounds.upperBound), "
                + "not \(text.value.quoted)"
        )
        return nil
    }

    package static func period(
        _ text: Located<String>,
        into diagnostics: inout Diagnostics
    ) -> Located<Period>? {
        if let period = Period(text.value) { return Located(period, text.span) }
        diagnostics.report(
            .invalidValue,
            at: text.span,
            "\(text.value.quoted) is not a length of time",
            help: "write a number and a unit, such as `20 hours` or `3 days`"
        )
        return nil
    }

    package static func texts(
        _ node: YAMLNode,
        _ what: String,
        into diagnostics: inout Diagnostics
    ) -> [Located<String>] {
        switch node {
        case .sequence(let nodes, _):
            return nodes.compactMap { text($0, "an entry of \(what)", into: &diagnostics) }
        case .scalar, .mapping:
            if case .scalar = node, let one = text(node, what, into: &diagnostics) { return [one] }
            if case .mapping = node {
                diagnostics.report(
                    .wrongKind,
                    at: node.span,
                    "\(what) must be a list of texts, not a mapping"
                )
            }
            return []
        }
    }
}
