/// Letters of other alphabets that look like Latin ones.
///
/// A small subset of UTS #39 confusables.txt (Unicode 16): Cyrillic, Greek and small capitals,
/// plus lower-case forms whose capitals are confusable (т, к, м, н, в), since the words are
/// already case-folded.
package enum Confusables {
    /// The word as it looks in Latin letters, or `nil` when it has no look-alike or one of its
    /// letters has no Latin double; words wholly of ASCII letters give `nil`.
    package static func skeleton(_ word: String) -> String? {
        var result = String.UnicodeScalarView()
        var isChanged = false
        for scalar in word.unicodeScalars {
            if let twin = latinTwin(scalar) {
                result.append(twin)
                isChanged = true
            } else if ScriptClass(scalar) == .alphabetic, scalar.value < 0x250 {
                result.append(scalar)
            } else {
                return nil
            }
        }
        return isChanged ? String(result) : nil
    }

    private static func latinTwin(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "а", "α", "ɑ", "ᴀ": "a"
        case "в", "β", "ʙ": "b"
        case "с", "ϲ", "ᴄ": "c"
        case "ԁ", "ᴅ": "d"
        case "е", "ε", "є", "ᴇ": "e"
        case "ɡ", "ɢ": "g"
        case "һ", "н", "η", "ʜ": "h"
        case "і", "ι", "ɪ": "i"
        case "ј", "ᴊ": "j"
        case "к", "κ", "ᴋ": "k"
        case "ӏ", "1", "ʟ": "l"
        case "м", "μ", "ᴍ": "m"
        case "п", "ո", "ɴ": "n"
        case "о", "ο", "σ", "օ", "0", "ᴏ": "o"
        case "р", "ρ", "ᴘ": "p"
        case "ԛ": "q"
        case "г", "ʀ": "r"
        case "ѕ", "ꜱ", "5": "s"
        case "т", "τ", "ᴛ", "7": "t"
        case "υ", "ս", "ᴜ": "u"
        case "ѵ", "ν", "ᴠ": "v"
        case "ԝ", "ω", "ᴡ": "w"
        case "х", "χ": "x"
        case "у", "γ", "ʏ": "y"
        case "ᴢ": "z"
        default: nil
        }
    }
}
