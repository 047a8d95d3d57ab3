/// Reduces texts to the words in them, so that equal words compare equal however they were typed.
///
/// NFKC, removal of what cannot be seen, full case folding, removal of accents and vowel points
/// where they are spelling rather than letters, everything else to spaces (UAX #15, UAX #44,
/// Unicode CaseFolding.txt). Linear in the scalars read.
package enum TextFolding {
    /// How many scalars are read unless the caller says otherwise; a tail past it is ignored.
    package static let defaultLimit = 4096

    // No script below Devanagari keeps its marks, so only tokens above need composing again.
    static let firstScalarWithKeptMarks: UInt32 = 0x0900

    /// Folds at most `limit` scalars of the text.
    package static func fold(_ text: String, limit: Int = defaultLimit) -> FoldedText {
        let size = text.utf8.count
        if size <= limit, let folded = foldASCII(text, size) { return folded }
        var head = text
        var isTruncated = false
        if let end = text.unicodeScalars.index(
            text.startIndex,
            offsetBy: max(limit, 0),
            limitedBy: text.endIndex
        ),
            end != text.endIndex
        {
            head = String(text.unicodeScalars[..<end])
            isTruncated = true
        }
        return FoldedText(foldUnicode(head), isTruncated: isTruncated)
    }

    /// The folded words joined by single spaces: the form in which short texts are compared.
    package static func key(_ text: String) -> String {
        let size = text.utf8.count
        if size <= defaultLimit, let key = keyASCII(text, size) { return key }
        return fold(text).key
    }

    /// The folded words.
    package static func words(_ text: String) -> [String] {
        fold(text).tokens
    }

    /// Lower-case letter or digit, or zero for a separator.
    @inline(__always)
    private static func folded(ascii byte: UInt8) -> UInt8 {
        switch byte {
        case 0x61...0x7A, 0x30...0x39: byte
        case 0x41...0x5A: byte | 0x20
        default: 0
        }
    }

    private static func foldASCII(_ text: String, _ size: Int) -> FoldedText? {
        var builder = FoldBuilder(expectedBytes: size)
        for byte in text.utf8 {
            if byte >= 0x80 { return nil }
            let letter = folded(ascii: byte)
            if letter != 0 {
                builder.append(ascii: letter)
            } else {
                builder.append(separator: byte == 0x20 ? .plain : Separator(ascii: byte))
            }
        }
        builder.endToken()
        return FoldedText(builder, isTruncated: false)
    }

    private static func keyASCII(_ text: String, _ size: Int) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var pendingSpace = false
        for byte in text.utf8 {
            if byte >= 0x80 { return nil }
            let letter = folded(ascii: byte)
            if letter == 0 {
                pendingSpace = !bytes.isEmpty
            } else {
                if pendingSpace { bytes.append(0x20) }
                pendingSpace = false
                bytes.append(letter)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func foldUnicode(_ text: String) -> FoldBuilder {
        var folded = String.UnicodeScalarView()
        var hasAccents = false
        for scalar in UnicodeNormalization.compatibilityComposed(text).unicodeScalars {
            LetterFolding.append(scalar, to: &folded)
            if !scalar.isASCII, ScriptClass(scalar).stripsMarks { hasAccents = true }
        }
        let letters =
            hasAccents ? UnicodeNormalization.decomposed(String(folded)) : String(folded)
        var builder = FoldBuilder(expectedBytes: letters.utf8.count)
        var script = ScriptClass.alphabetic
        for scalar in letters.unicodeScalars {
            add(scalar, after: &script, to: &builder)
        }
        builder.endToken()
        return builder
    }

    private static func add(
        _ scalar: Unicode.Scalar,
        after script: inout ScriptClass,
        to builder: inout FoldBuilder
    ) {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            script = ScriptClass(scalar)
            builder.append(scalar, script: script)
        case .nonspacingMark, .spacingMark:
            if builder.hasOpenToken, !script.stripsMarks { builder.append(scalar, script: script) }
        case .enclosingMark:
            break
        case .otherSymbol, .mathSymbol, .otherPunctuation, .modifierSymbol, .currencySymbol,
            .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .spaceSeparator, .lineSeparator,
            .paragraphSeparator, .control, .format, .surrogate, .privateUse, .unassigned:
            if isPictograph(scalar) {
                builder.append(emoji: scalar)
            } else {
                builder.append(separator: Separator(scalar))
            }
        @unknown default:
            builder.append(separator: .plain)
        }
    }

    private static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isEmojiPresentation
            || scalar.properties.isEmoji && scalar.value > 0x00FF
    }
}
