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

    private let written: String
    private(set) var scalars: [Unicode.Scalar]
    /// Whether no character was replaced.
    private(set) var isAsWritten = true
    private var unused: [Unicode.Scalar]
    private var meaning: [Unicode.Scalar: Unicode.Scalar] = [:]
    private var indicators: [Unicode.Scalar: Indicator] = [:]

    /// Stand-ins there can be: one for each indicator, the others for repeated keys.
    private static let standIns = 64
    private static let privateUse: ClosedRange<Unicode.Scalar> = "\u{E000}"..."\u{F8FF}"

    /// Takes a text and its code points; nil if it uses almost every private-use character.
    init?(_ written: String, _ original: [Unicode.Scalar]) {
        self.written = written
        var taken: Set<UInt32> = []
        var places: [Int] = []
        for index in original.indices {
            let scalar = original[index]
            if Self.indicator(scalar) != nil {
                places.append(index)
            } else if Self.privateUse.contains(scalar) {
                taken.insert(scalar.value)
            }
        }
        let candidates = Self.privateUse.lowerBound.value...Self.privateUse.upperBound.value
        unused = candidates.lazy.filter { !taken.contains($0) }.prefix(Self.standIns)
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
        isAsWritten = places.isEmpty
        for index in places {
            if let scalar = standIn[scalars[index]] { scalars[index] = scalar }
        }
    }

    private static func indicator(_ scalar: Unicode.Scalar) -> Indicator? {
        switch scalar {
        case "&": .anchor
        case "*": .alias
        case "!": .tag
        case "?": .explicitKey
        default: nil
        }
    }

    var text: String {
        guard !isAsWritten else { return written }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(written.utf8.count + written.utf8.count / 8)
        for scalar in scalars {
            if scalar.isASCII {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                bytes.append(contentsOf: scalar.utf8)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text as the author wrote it.
    func restored(_ text: String) -> String {
        guard !isAsWritten else { return text }
        let written = text.utf8.span
        var bytes: [UInt8] = []
        // Where the bytes not copied yet begin.
        var rest = 0
        // In UTF-8 these two begin every private-use character, and little else.
        for index in written.indices where written[index] == 0xEE || written[index] == 0xEF {
            let value =
                0xF000 & UInt32(written[index]) << 12
                | (0x3F & UInt32(written[index + 1])) << 6 | 0x3F & UInt32(written[index + 2])
            guard let scalar = Unicode.Scalar(value), let meant = meaning[scalar] else { continue }
            bytes.reserveCapacity(written.count)
            for place in rest..<index { bytes.append(written[place]) }
            bytes.append(contentsOf: meant.utf8)
            rest = index + 3
        }
        guard rest > 0 else { return text }
        for place in rest..<written.count { bytes.append(written[place]) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What a plain text of the inert file really is, if it is not a text.
    func indicator(of plain: String) -> Indicator? {
        guard !isAsWritten, let first = plain.unicodeScalars.first,
            Self.privateUse.contains(first), let found = indicators[first]
        else { return nil }
        guard found == .explicitKey else { return found }
        let second = plain.unicodeScalars.dropFirst().first
        return second == nil || second == " " ? found : nil
    }

    /// Makes the character at a place unlike every other; false when no stand-in is left.
    mutating func distinguish(at index: Int) -> Bool {
        guard scalars.indices.contains(index), let scalar = unused.popLast() else { return false }
        meaning[scalar] = meaning[scalars[index]] ?? scalars[index]
        scalars[index] = scalar
        isAsWritten = false
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
            guard Self.privateUse.contains(scalars[index]),
                let indicator = indicators[scalars[index]]
            else { continue }
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
