extension PatternParser {
    /// What an escape whose `\` at `start` was read stands for.
    mutating func escapeItem(from start: Int) throws(PatternError) -> Item {
        guard let scalar = advance() else { throw error(.escape(.unfinished), at: start) }
        switch scalar {
        case "d": return .many(.digits)
        case "D": return .many(ScalarSet.digits.complement)
        case "w": return .many(.wordScalars)
        case "W": return .many(ScalarSet.wordScalars.complement)
        case "s": return .many(.whiteSpace)
        case "S": return .many(ScalarSet.whiteSpace.complement)
        case "p": return .many(folded(try category(from: start)))
        case "P": return .many(folded(try category(from: start)).complement)
        case "n": return .one("\n")
        case "r": return .one("\r")
        case "t": return .one("\t")
        case "u": return .one(try numbered(from: start))
        case "b", "B":
            throw error(.escape(.wordBoundary(written(from: start))), at: start)
        case "A", "z", "Z":
            throw error(.escape(.anchor(written(from: start))), at: start)
        case "1"..."9", "k":
            throw error(.group(.backreference(written(from: start))), at: start)
        default:
            guard Self.isPunctuation(scalar) else {
                throw error(.escape(.unknown(written(from: start))), at: start)
            }
            return .one(scalar)
        }
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": false
        default: (" "..."~").contains(scalar)
        }
    }

    private mutating func category(from start: Int) throws(PatternError) -> ScalarSet {
        guard let code = braced() else {
            throw error(.escape(.categoryUnreadable), at: start)
        }
        guard let set = ScalarSet.category(code) else {
            throw error(.escape(.categoryUnknown(code)), at: start)
        }
        return set
    }

    private mutating func numbered(from start: Int) throws(PatternError) -> Unicode.Scalar {
        guard let digits = braced(), (1...6).contains(digits.utf8.count),
            digits.unicodeScalars.allSatisfy(\.properties.isASCIIHexDigit),
            let value = UInt32(digits, radix: 16),
            let scalar = Unicode.Scalar(value)
        else { throw error(.escape(.scalarUnreadable), at: start) }
        return scalar
    }

    /// The text of `{…}`, without the braces; `nil` if there is none.
    private mutating func braced() -> String? {
        guard take("{") else { return nil }
        let start = index
        while let scalar = current, scalar != "}" { index += 1 }
        let text = written(from: start)
        return take("}") ? text : nil
    }
}
