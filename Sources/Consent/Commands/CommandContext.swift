/// What the matcher must know besides the text.
package struct CommandContext: Hashable, Sendable {
    /// A bare yes asks for START.
    ///
    /// The caller decides when: the contact is opted out, or owes a confirmation and no flow is
    /// waiting for that yes itself. Anywhere else a yes answers the question that was asked.
    package var yesMeansStart: Bool
    /// The text came as a reaction to a message, which is never more than probable.
    package var isReaction: Bool
    /// The contact's language as a BCP 47 tag, where it is known.
    ///
    /// STOP words of every language count for everyone. The language only settles words that stop
    /// in one language and are everyday answers in another: "fine" ends in Italian, not in English.
    package var language: String?
    /// Commands of the waiting flow that contain a listed word.
    package var declared: [DeclaredCommand]

    package init(
        yesMeansStart: Bool = false,
        isReaction: Bool = false,
        language: String? = nil,
        declared: [DeclaredCommand] = []
    ) {
        self.yesMeansStart = yesMeansStart
        self.isReaction = isReaction
        self.language = language
        self.declared = declared
    }
}
