/// A generous estimate of how deeply a text nests, made before anything parses it.
///
/// It counts brackets wherever they stand, and indentation, so it may only be compared with limits
/// far above the one that counts.
enum YAMLDepth {
    /// The first place that may be nested deeper than `limit`.
    static func firstBeyond(_ limit: Int, in scalars: [Unicode.Scalar]) -> Int? {
        var brackets = 0
        var indentation = 0
        var isIndenting = true
        for (index, scalar) in scalars.enumerated() {
            // Most of any text.
            if !isIndenting, 0x20..<0x5B ~= scalar.value || 0x61..<0x7B ~= scalar.value { continue }
            if YAMLPlaces.endsLine(scalar) {
                indentation = 0
                isIndenting = true
                continue
            }
            if isIndenting {
                let isSpace = scalar == " "
                if isSpace || isBlockIndicator(at: index, in: scalars) {
                    // A list may stand at its key's own column: two levels for one column.
                    indentation += 1
                    if indentation > limit { return index }
                    continue
                }
                isIndenting = false
            }
            switch scalar {
            case "[", "{":
                brackets += 1
                if brackets > limit { return index }
            case "]", "}": brackets = max(0, brackets - 1)
            default: break
            }
        }
        return nil
    }

    private static func isBlockIndicator(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard scalars[index] == "-" || scalars[index] == "?" || scalars[index] == ":" else {
            return false
        }
        return index + 1 == scalars.count || scalars[index + 1] == " "
    }
}
