/// Reads a pattern's source into its parts.
///
/// The grammar is stated at ``Pattern``; this file holds alternatives, sequences and
/// repetitions, its extensions groups, lists in brackets and escapes.
struct PatternParser {
    struct Result {
        let node: PatternNode
        let captureNames: [String]
    }

    let caseSensitive: Bool
    private let scalars: [Unicode.Scalar]
    /// UTF-8 bytes before each scalar, and before the end.
    private let offsets: [Int]
    var index = 0
    var depth = 0
    var captureNames: [String] = []

    static func parse(
        _ source: String,
        caseSensitive: Bool
    ) throws(PatternError) -> Result {
        let bytes = source.utf8.count
        guard bytes > 0 else { throw PatternError(.size(.empty), at: 0) }
        guard bytes <= PatternLimits.sourceBytes else {
            throw PatternError(.size(.tooLong(bytes: bytes)), at: PatternLimits.sourceBytes)
        }
        var parser = PatternParser(source, caseSensitive: caseSensitive)
        let node = try parser.alternatives()
        if parser.current != nil { throw parser.error(.group(.notOpened), at: parser.index) }
        guard node.stateCount < PatternLimits.states else {
            throw PatternError(.size(.tooManyStates), at: 0)
        }
        return Result(node: node, captureNames: parser.captureNames)
    }

    private init(_ source: String, caseSensitive: Bool) {
        self.caseSensitive = caseSensitive
        scalars = Array(source.unicodeScalars)
        var offsets: [Int] = [0]
        for scalar in scalars {
            offsets.append((offsets.last ?? 0) + Unicode.UTF8.width(scalar))
        }
        self.offsets = offsets
    }

    var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard current == scalar else { return false }
        index += 1
        return true
    }

    /// The next scalar, whatever it is.
    mutating func advance() -> Unicode.Scalar? {
        defer { index += 1 }
        return current
    }

    /// What was written from `start` to here.
    func written(from start: Int) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<min(index, scalars.count)])
        return String(text)
    }

    func error(_ reason: PatternError.Reason, at index: Int) -> PatternError {
        PatternError(reason, at: offsets[min(index, scalars.count)])
    }

    mutating func alternatives() throws(PatternError) -> PatternNode {
        var parts: [PatternNode] = [try sequence()]
        while take("|") { parts.append(try sequence()) }
        return parts.count == 1 ? parts[0] : .alternatives(parts)
    }

    private mutating func sequence() throws(PatternError) -> PatternNode {
        var parts: [PatternNode] = []
        while let scalar = current, scalar != "|", scalar != ")" {
            parts.append(try repeated(try atom(scalar)))
        }
        switch parts.count {
        case 0: return .empty
        case 1: return parts[0]
        default: return .sequence(parts)
        }
    }

    private mutating func atom(_ scalar: Unicode.Scalar) throws(PatternError) -> PatternNode {
        let start = index
        index += 1
        switch scalar {
        case "(": return try group(from: start)
        case "[": return .scalars(try list(from: start))
        case "\\": return .scalars(set(of: try escapeItem(from: start)))
        case ".": return .scalars(.all)
        case "^", "$":
            throw error(.escape(.anchor(String(scalar))), at: start)
        case "*", "+", "?", "{":
            throw error(.repetition(.ofNothing(String(scalar))), at: start)
        case "]", "}":
            throw error(.escape(.missing(String(scalar))), at: start)
        default: return .scalars(folded(ScalarSet(scalar)))
        }
    }

    /// `set` and, unless case counts, what differs from its members in case only.
    func folded(_ set: ScalarSet) -> ScalarSet {
        caseSensitive ? set : CaseOrbits.closing(set)
    }

    private mutating func repeated(_ body: PatternNode) throws(PatternError) -> PatternNode {
        guard let bounds = try repetition() else { return body }
        let isGreedy = !take("?")
        let start = index
        if let scalar = current, "*+?{".unicodeScalars.contains(scalar) {
            throw error(.repetition(.twice(String(scalar))), at: start)
        }
        return .repeated(
            body,
            PatternNode.Repetition(least: bounds.least, most: bounds.most, isGreedy: isGreedy)
        )
    }

    private mutating func repetition() throws(PatternError) -> (least: Int, most: Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        let start = index
        guard take("{") else { return nil }
        guard let least = number() else { throw error(.repetition(.unreadable), at: start) }
        var most: Int? = least
        if take(",") { most = number() }
        guard take("}") else { throw error(.repetition(.unreadable), at: start) }
        guard max(least, most ?? 0) <= PatternLimits.repetitions else {
            throw error(.repetition(.tooLarge(written(from: start))), at: start)
        }
        if let most, most < least {
            throw error(.repetition(.backwards(least: least, most: most)), at: start)
        }
        return (least, most)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let scalar = current, ("0"..."9").contains(scalar) {
            index += 1
            // Past the limit the value no longer matters, and so it cannot overflow.
            value = min((value ?? 0) * 10 + Int(scalar.value - 0x30), 1_000_000)
        }
        return value
    }
}
