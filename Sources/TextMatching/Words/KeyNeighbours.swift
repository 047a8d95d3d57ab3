/// Which letters lie side by side on the keyboards people write on.
///
/// QWERTY, QWERTZ and AZERTY in Latin, ЙЦУКЕН in Cyrillic, and the Greek layout.
package struct KeyNeighbours: Sendable {
    /// The neighbours of each letter.
    private let table: [Unicode.Scalar: Set<Unicode.Scalar>]

    package init() {
        let layouts = [
            ["qwertyuiop", "asdfghjkl", "zxcvbnm"], ["qwertzuiop", "asdfghjkl", "yxcvbnm"],
            ["azertyuiop", "qsdfghjklm", "wxcvbn"],
            ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"],
            [" ςερτυθιοπ", "ασδφγηξκλ", "ζχψωβνμ"],
        ]
        var table: [Unicode.Scalar: Set<Unicode.Scalar>] = [:]
        func join(_ left: Unicode.Scalar, _ right: Unicode.Scalar) {
            table[left, default: []].insert(right)
            table[right, default: []].insert(left)
        }
        for layout in layouts {
            let rows = layout.map { Array($0.unicodeScalars) }
            for (index, row) in rows.enumerated() {
                for column in row.indices.dropFirst() { join(row[column - 1], row[column]) }
                guard index > 0 else { continue }
                // A row stands half a key to the right of the one above it.
                let above = rows[index - 1]
                for column in row.indices {
                    if column < above.count { join(row[column], above[column]) }
                    if column + 1 < above.count { join(row[column], above[column + 1]) }
                }
            }
        }
        self.table = table
    }

    /// Whether a finger aimed at one letter may hit the other.
    package func areNear(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
        left == right || table[left]?.contains(right) == true
    }

    /// Whether one word is the other with two neighbours swapped or one letter doubled.
    package func isSwapOrDouble(_ typed: [Unicode.Scalar], of meant: [Unicode.Scalar]) -> Bool {
        guard typed.count >= meant.count, EditDistance.isWithinOne(typed, meant) else {
            return false
        }
        if typed.count > meant.count {
            return zip(typed, typed.dropFirst()).count { $0 == $1 }
                > zip(meant, meant.dropFirst()).count { $0 == $1 }
        }
        return typed.sorted() == meant.sorted() && typed != meant
    }

    /// Whether one word is the other after one slip of the finger: two letters swapped, one left
    /// out, one hit beside its place, one doubled or brushed in passing, or a vowel taken for
    /// another.
    package func isSlip(_ typed: [Unicode.Scalar], of meant: [Unicode.Scalar]) -> Bool {
        var start = 0
        let shorter = min(typed.count, meant.count)
        while start < shorter, typed[start] == meant[start] { start += 1 }
        if typed.count == meant.count {
            guard start < shorter, EditDistance.isWithinOne(typed, meant) else { return false }
            let isSwap =
                start + 1 < shorter && typed[start] == meant[start + 1]
                && typed[start + 1] == meant[start]
            return isSwap || areNear(typed[start], meant[start])
                || Self.vowels.contains(typed[start]) && Self.vowels.contains(meant[start])
        }
        guard EditDistance.isWithinOne(typed, meant) else { return false }
        if typed.count < meant.count { return true }
        let added = typed[start]
        // A digit at either end is no letter of another word.
        if added.isASCII, added.properties.numericType != nil {
            return start == 0 || start == meant.count
        }
        let isNearBefore = start > 0 && areNear(added, typed[start - 1])
        let isNearAfter = start < meant.count && areNear(added, meant[start])
        return isNearBefore || isNearAfter
    }

    private static let vowels = Set("aeiouyаеиоуыэюяіїєαεηιουω".unicodeScalars)
}
