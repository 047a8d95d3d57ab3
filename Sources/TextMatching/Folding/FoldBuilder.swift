/// Collects folded scalars into tokens and remembers the punctuation between them.
struct FoldBuilder {
    private(set) var tokens: [String] = []
    private(set) var emoji: [Unicode.Scalar] = []
    private(set) var isQuestion = false
    private(set) var clauseStarts: UInt64 = 0
    private(set) var sentenceStarts: UInt64 = 0
    private(set) var boundTokens: UInt64 = 0
    private var quoted: UInt64 = 0

    private var bytes: [UInt8] = []
    private var script = ScriptClass.other
    private var needsComposing = false
    private var inQuotes = false
    /// Where the quotation mark opened that nothing has closed yet.
    private var quoteStart = 0
    /// A letter and a slash or the like went by, and nothing since.
    private var isBinding = false
    private var afterClause = false
    private var afterSentence = false

    init(expectedBytes: Int) {
        bytes.reserveCapacity(min(expectedBytes, 64))
        tokens.reserveCapacity(min(expectedBytes / 5 + 1, 64))
    }

    /// Takes a letter or digit of ASCII, already lower case.
    mutating func append(ascii byte: UInt8) {
        bytes.append(byte)
    }

    /// Takes a letter, digit or kept mark of any script.
    mutating func append(_ scalar: Unicode.Scalar, script newScript: ScriptClass) {
        if !bytes.isEmpty, (script == .cjk) != (newScript == .cjk) { endToken() }
        script = newScript
        if scalar.value >= TextFolding.firstScalarWithKeptMarks { needsComposing = true }
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { bytes.append(byte) }
    }

    mutating func append(emoji scalar: Unicode.Scalar) {
        endToken()
        emoji.append(scalar)
    }

    /// Takes anything that is neither letter nor digit nor pictograph.
    mutating func append(separator: Separator) {
        let followsLetter = hasOpenToken
        endToken()
        isBinding = false
        switch separator {
        case .plain: break
        case .binding: isBinding = followsLetter
        case .clause: afterClause = true
        case .sentence: afterSentence = true
        case .question:
            afterSentence = true
            isQuestion = true
        case .quote:
            inQuotes.toggle()
            quoteStart = tokens.count
        }
    }

    var hasOpenToken: Bool { !bytes.isEmpty }

    mutating func endToken() {
        guard !bytes.isEmpty else { return }
        let index = tokens.count
        if index < UInt64.bitWidth {
            if afterClause || afterSentence { clauseStarts |= 1 << UInt64(index) }
            if afterSentence { sentenceStarts |= 1 << UInt64(index) }
            if inQuotes { quoted |= 1 << UInt64(index) }
            if isBinding { boundTokens |= 0b11 << UInt64(index - 1) }
        }
        let token = String(decoding: bytes, as: UTF8.self)
        tokens.append(needsComposing ? UnicodeNormalization.composed(token) : token)
        bytes.removeAll(keepingCapacity: true)
        afterClause = false
        afterSentence = false
        isBinding = false
        needsComposing = false
        script = .other
    }

    /// Tokens between quotation marks.
    ///
    /// A mark that nothing closes is an inch or a slip, and a text
    /// that is quoted from end to end is only decorated.
    var quotedTokens: UInt64 {
        var closed = quoted
        if inQuotes, quoteStart < UInt64.bitWidth { closed &= (1 << UInt64(quoteStart)) - 1 }
        let all = tokens.count < UInt64.bitWidth ? (1 << UInt64(tokens.count)) - 1 : UInt64.max
        return closed == all ? 0 : closed
    }
}
