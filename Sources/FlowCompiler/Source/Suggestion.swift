/// What an author probably meant by a name that does not exist.
package enum Suggestion {
    /// Names from this length on may be two edits away, shorter ones only one.
    private static let longName = 5
    /// Longer names are not compared: the cost grows with the square.
    private static let longest = 100
    /// More names than these are counted and not said.
    private static let listed = 8

    /// The closest of the candidates, by alphabet among equals.
    ///
    /// Distance counts insertions, deletions, replacements and swaps of neighbours (optimal string
    /// alignment); nil if nothing is within two edits, or one for names under five letters.
    package static func nearest(to name: String, among candidates: [String]) -> String? {
        let written = Array(name)
        guard !written.isEmpty, written.count <= longest else { return nil }
        let allowed = written.count < longName ? 1 : 2
        var best: (distance: Int, name: String)?
        for candidate in candidates {
            let letters = Array(candidate)
            guard abs(letters.count - written.count) <= allowed, candidate != name else { continue }
            let found = (distance: distance(written, letters), name: candidate)
            guard found.distance <= allowed else { continue }
            if let current = best, current <= found { continue }
            best = found
        }
        return best?.name
    }

    /// The nearest name as a question for a diagnostic's help.
    package static func help(for name: String, among candidates: [String]) -> String? {
        nearest(to: name, among: candidates).map { "did you mean \($0.quoted)?" }
    }

    /// Names for a diagnostic's help: the first few in the order given, each in backticks.
    package static func list(_ names: [String]) -> String {
        guard names.count > listed else { return names.quotedList("and") }
        let first = names.prefix(listed).map(\.quoted).joined(separator: ", ")
        return "\(first) and \(names.count - listed) more"
    }

    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let same = left[row] == right[column]
                var cost = min(last[column] + (same ? 0 : 1), last[column + 1] + 1)
                cost = min(cost, current[column] + 1)
                let isSwap =
                    row > 0 && column > 0 && left[row] == right[column - 1]
                    && left[row - 1] == right[column]
                if isSwap { cost = min(cost, beforeLast[column - 1] + 1) }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
