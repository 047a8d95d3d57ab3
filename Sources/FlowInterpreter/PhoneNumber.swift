/// An international telephone number in E.164 form: `+` and 8 to 15 digits.
///
/// Reads `+49 151 234…` and `0049151…`, with spaces, dots, hyphens and brackets between digits, in
/// any Unicode digits. A national number is refused: its country would be a guess.
package struct PhoneNumber: Hashable, Sendable {
    package let text: String

    package init?(_ input: String) {
        guard input.utf8.count <= 128 else { return nil }
        var digits = ""
        var hasPlus = false
        for character in input.trimmingWhitespace() {
            if let digit = character.wholeNumberValue, (0...9).contains(digit) {
                digits += String(digit)
            } else if character == "+", digits.isEmpty, !hasPlus {
                hasPlus = true
            } else if !" .-/()\u{A0}\u{2011}\u{202F}".contains(character) {
                return nil
            }
        }
        if !hasPlus {
            guard digits.hasPrefix("00") else { return nil }
            digits.removeFirst(2)
        }
        guard (8...15).contains(digits.count), !digits.hasPrefix("0") else { return nil }
        text = "+\(digits)"
    }
}
