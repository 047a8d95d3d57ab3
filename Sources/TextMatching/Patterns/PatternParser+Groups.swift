extension PatternParser {
    /// The rest of a group whose `(` at `start` was read.
    mutating func group(from start: Int) throws(PatternError) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= PatternLimits.nesting else {
            throw error(.size(.nestedTooDeep), at: start)
        }
        var slot: Int?
        if take("?") { slot = try groupKind(from: start) }
        let body = try alternatives()
        guard take(")") else { throw error(.group(.notClosed), at: start) }
        guard let slot else { return body }
        return .capture(slot: slot, body)
    }

    /// What stands after `(?`: `:`, or the name of a capture, whose first slot it returns.
    private mutating func groupKind(from start: Int) throws(PatternError) -> Int? {
        guard let kind = advance() else { throw error(.group(.notClosed), at: start) }
        switch kind {
        case ":":
            return nil
        case "<":
            if take("=") || take("!") {
                throw error(.group(.lookAround(written(from: start))), at: start)
            }
            return try captureName(from: start)
        case "=", "!":
            throw error(.group(.lookAround(written(from: start))), at: start)
        case "P":
            if take("=") || take(">") {
                throw error(.group(.backreference(written(from: start))), at: start)
            }
            throw error(.group(.unknown(written(from: start))), at: start)
        default:
            throw error(.group(.unknown(written(from: start))), at: start)
        }
    }

    private mutating func captureName(from start: Int) throws(PatternError) -> Int {
        let nameStart = index
        while let scalar = current, scalar != ">", scalar != ")" { index += 1 }
        let name = written(from: nameStart)
        guard take(">"), Self.isName(name) else {
            throw error(.group(.nameSpelling(name)), at: nameStart)
        }
        guard !captureNames.contains(name) else {
            throw error(.group(.nameTwice(name)), at: nameStart)
        }
        guard captureNames.count < PatternLimits.captures else {
            throw error(.size(.tooManyCaptures), at: start)
        }
        captureNames.append(name)
        return (captureNames.count - 1) * 2
    }

    private static func isName(_ name: String) -> Bool {
        let scalars = name.unicodeScalars
        guard let first = scalars.first, ("a"..."z").contains(first) else { return false }
        return scalars.allSatisfy { scalar in
            ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-"
        }
    }
}
