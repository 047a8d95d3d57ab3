/// What the matcher must know besides the text.
package struct CommandContext: Hashable, Sendable {
    /// The contact is opted out or owes a confirmation: only then does a bare yes ask for START.
    package var yesMeansStart: Bool
    /// The text came as a reaction to a message, which is never more than probable.
    package var isReaction: Bool
    /// Commands of the waiting flow that contain a listed word.
    package var declared: [DeclaredCommand]

    package init(
        yesMeansStart: Bool = false,
        isReaction: Bool = false,
        declared: [DeclaredCommand] = []
    ) {
        self.yesMeansStart = yesMeansStart
        self.isReaction = isReaction
        self.declared = declared
    }
}
