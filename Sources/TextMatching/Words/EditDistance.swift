/// Optimal string alignment, asked only whether it is at most one.
package enum EditDistance {
    /// Whether one insertion, deletion, substitution or swap of neighbours, or nothing, turns one
    /// word into the other; compares scalars, linear in the shorter word.
    package static func isWithinOne(_ left: String, _ right: String) -> Bool {
        isWithinOne(Array(left.unicodeScalars), Array(right.unicodeScalars))
    }

    package static func isWithinOne(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
        if left.count > right.count { return isWithinOne(right, left) }
        guard right.count - left.count <= 1 else { return false }
        var start = 0
        while start < left.count, left[start] == right[start] { start += 1 }
        if left.count < right.count {
            return equal(left, from: start, right, from: start + 1)
        }
        if start == left.count { return true }
        if equal(left, from: start + 1, right, from: start + 1) { return true }
        return start + 1 < left.count && left[start] == right[start + 1]
            && left[start + 1] == right[start]
            && equal(left, from: start + 2, right, from: start + 2)
    }

    private static func equal(
        _ left: [Unicode.Scalar],
        from leftStart: Int,
        _ right: [Unicode.Scalar],
        from rightStart: Int
    ) -> Bool {
        guard left.count - leftStart == right.count - rightStart else { return false }
        var offset = 0
        while leftStart + offset < left.count {
            if left[leftStart + offset] != right[rightStart + offset] { return false }
            offset += 1
        }
        return true
    }
}
