/// A YAML text in which anchors, aliases, tags and explicit keys have lost their meaning.
///
/// A parser that expands aliases does so before anyone can refuse them, and forgets afterwards
/// that it did. So the characters that begin them (`&`, `*`, `!`, `?`) are replaced by private-use
/// characters before parsing. Inside texts and comments this changes nothing that `restored` does
/// not undo; where one of them would have begun a node there now is a plain text that begins with
/// the stand-in, which no author can write. Places stay the same, and nothing is ever expanded.
struct YAMLInertText {
    enum Indicator: CaseIterable {
        case anchor, alias, tag, explicitKey

        var character: Unicode.Scalar {
            switch self {
            case .anchor: "&"
            case .alias: "*"
            case .tag: "!"
            case .explicitKey: "?"
            }
        }
    }

    private(set) var scalars: [Unicode.Scalar]
    private var unused: [Unicode.Scalar]
    private var meaning: [Unicode.Scalar: Unicode.Scalar] = [:]
    private var indicators: [Unicode.Scalar: Indicator] = [:]

    /// Stand-ins there can be: one for each indicator, the others for repeated keys.
    private static let standIns = 64

    /// Nil for a text that itself uses almost every private-use character.
    init?(_ original: [Unicode.Scalar]) {
        let privateUse: ClosedRange<UInt32> = 0xE000...0xF8FF
        var taken: Set<UInt32> = []
        for scalar in original where privateUse.contains(scalar.value) {
            taken.insert(scalar.value)
        }
        unused = privateUse.lazy.filter { !taken.contains($0) }.prefix(Self.standIns)
            .compactMap { Unicode.Scalar($0) }
        guard unused.count == Self.standIns else { return nil }
        scalars = original
        var standIn: [Unicode.Scalar: Unicode.Scalar] = [:]
        for indicator in Indicator.allCases {
            let scalar = unused.removeLast()
            standIn[indicator.character] = scalar
            meaning[scalar] = indicator.character
            indicators[scalar] = indicator
        }
        for index in scalars.indices {
            if let scalar = standIn[scalars[index]] { scalars[index] = scalar }
        }
    }

    var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// The text as the author wrote it.
    func restored(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { meaning[$0] != nil }) else { return text }
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { view.append(meaning[scalar] ?? scalar) }
        return String(view)
    }

    /// What a plain text of the inert file really is, if it is not a text.
    func indicator(of plain: String) -> Indicator? {
        guard let first = plain.unicodeScalars.first, let found = indicators[first] else {
            return nil
        }
        guard found == .explicitKey else { return found }
        let second = plain.unicodeScalars.dropFirst().first
        return second == nil || second == " " ? found : nil
    }

    /// Makes the character at a place unlike every other; false when no stand-in is left.
    mutating func distinguish(at index: Int) -> Bool {
        guard scalars.indices.contains(index), let scalar = unused.popLast() else { return false }
        meaning[scalar] = meaning[scalars[index]] ?? scalars[index]
        scalars[index] = scalar
        return true
    }
}

extension YAMLInertText {
    /// Something that may have been an anchor, a tag or an explicit key.
    struct Candidate {
        var indicator: Indicator
        var range: Range<Int>
    }

    /// The indicators that stand where a node could begin, in order.
    var candidates: [Candidate] {
        var found: [Candidate] = []
        for index in scalars.indices {
            guard let indicator = indicators[scalars[index]] else { continue }
            if index > 0, !Self.opens(after: scalars[index - 1]) { continue }
            var end = index + 1
            while end < scalars.count, !Self.closes(scalars[end]) { end += 1 }
            if indicator == .explicitKey, end != index + 1 { continue }
            found.append(Candidate(indicator: indicator, range: index..<end))
        }
        return found
    }

    /// Without the anchors and tags, so that what follows them is read as it would have been.
    func blanking(_ candidates: [Candidate]) -> YAMLInertText {
        var copy = self
        for candidate in candidates {
            switch candidate.indicator {
            case .anchor, .tag:
                for index in candidate.range { copy.scalars[index] = " " }
            case .alias, .explicitKey: break
            }
        }
        return copy
    }

    private static func opens(after scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "[" || scalar == "{" || scalar == ","
            || scalar == ":"
    }

    private static func closes(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "]" || scalar == "}" || scalar == ","
            || scalar == "[" || scalar == "{"
    }
}
