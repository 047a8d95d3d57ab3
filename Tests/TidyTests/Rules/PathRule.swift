/// No file names a place on its author's machine.
enum PathRule {
    static func violations(path: String, text: String) -> [Violation] {
        // Put together here, so that this file does not break its own rule.
        let places = ["work", "root", "home"].map { "/\($0)/" }
        guard places.contains(where: { text.contains($0) }) else { return [] }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.compactMap { index -> Violation? in
            places.first { isAbsolute($0, in: lines[index]) }.map {
                Violation(path: path, line: index + 1, message: "`\($0)` is a place of one machine")
            }
        }
    }

    /// Whether a place is named and does not merely continue a relative path or an address.
    private static func isAbsolute(_ place: String, in line: Substring) -> Bool {
        line.ranges(of: place).contains { range in
            guard range.lowerBound > line.startIndex else { return true }
            let before = line[line.index(before: range.lowerBound)]
            return !(before.isLetter || before.isNumber || "_-.~*}".contains(before))
        }
    }
}
