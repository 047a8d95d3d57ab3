/// What is left of a message once case, accents, decoration and punctuation are taken away.
///
/// Equal texts in this form are the same words to a reader who looks past spelling habits.
package struct FoldedText: Hashable, Sendable {
    /// Runs of letters, their marks and digits, in order; never empty strings.
    ///
    /// Han, kana and hangul runs stay whole, and break where another script begins.
    package let tokens: [String]
    /// Pictographs in order, without skin tones, joiners or variation selectors.
    package let emoji: [Unicode.Scalar]
    /// A question mark of any script stood somewhere.
    package let isQuestion: Bool
    /// The text went past the scalar limit and its tail was not read.
    package let isTruncated: Bool

    // Bit i speaks of token i; tokens past the 64th have no marks of any kind.
    private let clauseStarts: UInt64
    private let sentenceStarts: UInt64
    private let quotedTokens: UInt64
    private let boundTokens: UInt64

    init(_ builder: consuming FoldBuilder, isTruncated: Bool) {
        tokens = builder.tokens
        emoji = builder.emoji
        isQuestion = builder.isQuestion
        clauseStarts = builder.clauseStarts
        sentenceStarts = builder.sentenceStarts
        quotedTokens = builder.quotedTokens
        boundTokens = builder.boundTokens
        self.isTruncated = isTruncated
    }

    /// The tokens joined by one space.
    package var key: String {
        tokens.count == 1 ? tokens[0] : tokens.joined(separator: " ")
    }

    /// Nothing but pictographs and decoration, and at least one pictograph.
    package var isOnlyEmoji: Bool { tokens.isEmpty && !emoji.isEmpty }

    /// Whether the token opens the text or follows punctuation that parts clauses.
    package func startsClause(at index: Int) -> Bool {
        index == 0 || index < UInt64.bitWidth && clauseStarts & (1 << UInt64(index)) != 0
    }

    /// Whether the token opens the text or follows punctuation that ends a sentence.
    package func startsSentence(at index: Int) -> Bool {
        index == 0 || index < UInt64.bitWidth && sentenceStarts & (1 << UInt64(index)) != 0
    }

    /// Whether the token is part of a name held together by slashes, at-signs or underscores, as
    /// in an address of the web or of mail.
    package func isBound(at index: Int) -> Bool {
        index < UInt64.bitWidth && boundTokens & (1 << UInt64(index)) != 0
    }

    /// Whether the token stood between double quotation marks, others outside them.
    package func isQuoted(at index: Int) -> Bool {
        index < UInt64.bitWidth && quotedTokens & (1 << UInt64(index)) != 0
    }
}
