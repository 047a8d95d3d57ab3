/// Undoes letters held down: `stooop`, `STOPPPP`, `ssttoopp`.
package enum RepeatCollapse {
    /// Every run of one scalar reduced to a single one.
    package static func collapsed(_ word: String) -> String {
        var result = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in word.unicodeScalars where scalar != last {
            result.append(scalar)
            last = scalar
        }
        return String(result)
    }

    /// Whether someone leaned on the keys: three of a kind in a row, two doubled letters, or a
    /// doubled last letter.
    package static func isEmphatic(_ word: String) -> Bool {
        var runs = 0
        var length = 0
        var last: Unicode.Scalar?
        for scalar in word.unicodeScalars {
            length = scalar == last ? length + 1 : 1
            last = scalar
            if length == 2 { runs += 1 }
            if length == 3 { return true }
        }
        return runs >= 2 || length == 2
    }
}
