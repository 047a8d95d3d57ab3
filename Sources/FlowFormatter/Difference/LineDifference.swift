/// What laying out changed, in the unified format that people and `patch` read.
///
/// Laying out keeps the lines that say something in their order, so lines are paired by what they
/// say: time and space are linear even where every line changed.
package enum LineDifference {
    /// Unchanged lines that are shown around a change.
    static let context = 3

    /// Nothing if the texts are the same; otherwise ends with a line feed.
    ///
    /// `before` may be any text: the difference is always true, and short if `after` is its layout.
    package static func text(of path: String, from before: String, to after: String) -> String {
        let edits = edits(from: lines(of: before), to: lines(of: after))
        let changed = edits.indices.filter { edits[$0].isChange }
        guard let first = changed.first else { return "" }
        var hunks: [Range<Int>] = []
        var start = max(0, first - context)
        var end = first + 1
        for index in changed.dropFirst() {
            if index - end > 2 * context {
                hunks.append(start..<end + context)
                start = index - context
            }
            end = index + 1
        }
        hunks.append(start..<min(edits.count, end + context))
        var text = "--- \(path)\n+++ \(path)\n"
        var place = Place()
        var done = 0
        for hunk in hunks {
            for edit in edits[done..<hunk.lowerBound] { place.pass(edit) }
            text += header(of: edits[hunk], at: place)
            for edit in edits[hunk] {
                text += edit.text
                place.pass(edit)
            }
            done = hunk.upperBound
        }
        return text
    }

    private enum Edit {
        case keep(Substring)
        case remove(Substring)
        case insert(Substring)

        var isChange: Bool {
            switch self {
            case .keep: false
            case .remove, .insert: true
            }
        }

        var text: String {
            switch self {
            case .keep(let line): Self.marked(" ", line)
            case .remove(let line): Self.marked("-", line)
            case .insert(let line): Self.marked("+", line)
            }
        }

        private static func marked(_ mark: String, _ line: Substring) -> String {
            line.utf8.last == Byte.lineFeed
                ? "\(mark)\(line)" : "\(mark)\(line)\n\\ No newline at end of file\n"
        }
    }

    /// How many lines of both texts lie before a hunk.
    private struct Place {
        var before = 0
        var after = 0

        mutating func pass(_ edit: Edit) {
            switch edit {
            case .keep: (before, after) = (before + 1, after + 1)
            case .remove: before += 1
            case .insert: after += 1
            }
        }
    }

    private static func header(of edits: ArraySlice<Edit>, at place: Place) -> String {
        var end = place
        for edit in edits { end.pass(edit) }
        let before = range(place.before, end.before)
        let after = range(place.after, end.after)
        return "@@ -\(before) +\(after) @@\n"
    }

    /// The first line and their number; of no lines, the line before them.
    private static func range(_ start: Int, _ end: Int) -> String {
        "\(end > start ? start + 1 : start),\(end - start)"
    }

    /// Each with its line feed, but for the last if it has none.
    private static func lines(of text: String) -> [Substring] {
        var lines: [Substring] = []
        var start = text.utf8.startIndex
        while let end = text.utf8[start...].firstIndex(of: Byte.lineFeed) {
            let next = text.utf8.index(after: end)
            lines.append(text[start..<next])
            start = next
        }
        if start < text.utf8.endIndex { lines.append(text[start...]) }
        return lines
    }

    private static func edits(from before: [Substring], to after: [Substring]) -> [Edit] {
        var edits: [Edit] = []
        /// Lines to insert once the run of changed lines ends, so that removed ones come first.
        var pending: [Edit] = []
        var (left, right) = (0, 0)
        while left < before.count || right < after.count {
            guard left < before.count else {
                pending.append(.insert(after[right]))
                right += 1
                continue
            }
            guard right < after.count else {
                edits.append(.remove(before[left]))
                left += 1
                continue
            }
            let (old, new) = (before[left], after[right])
            if old.utf8.elementsEqual(new.utf8) {
                edits += pending + [.keep(old)]
                pending.removeAll()
                (left, right) = (left + 1, right + 1)
                continue
            }
            let (oldHasInk, newHasInk) = (Ink.isIn(old), Ink.isIn(new))
            if oldHasInk || !newHasInk {
                pending.append(.insert(new))
                right += 1
            }
            if newHasInk || !oldHasInk {
                edits.append(.remove(old))
                left += 1
            }
        }
        return edits + pending
    }
}
