/// What a verifier is told of a log besides its own rows.
package struct VerificationInput: Sendable {
    /// The tree of the leaves that are trusted and not looked at, because they were verified before
    /// or are pruned; verification starts after them.
    package var start: Frontier
    /// The log's first key as the auditor was given it, as its verifier-key text.
    ///
    /// It vouches for itself and for the keys that follow it. Of a log that is read from the middle
    /// it says nothing, unless it is still in force there or comes into force later.
    package var pinnedKey: String?
    /// The key in force at a start in the middle: of two that signed there, the newer one.
    ///
    /// Where it is not known, the first key that signs a checkpoint alone is taken for it; but not
    /// in place of a pinned key.
    package var keyAtStart: String?
    /// The stored checkpoints; `nil` when nobody looked at them.
    package var checkpoints: [CheckpointFact]?
    /// Checkpoints that the auditor brings along.
    package var external: [ExternalCheckpoint]

    package init(
        start: Frontier = Frontier(),
        pinnedKey: String? = nil,
        keyAtStart: String? = nil,
        checkpoints: [CheckpointFact]? = nil,
        external: [ExternalCheckpoint] = []
    ) {
        self.start = start
        self.pinnedKey = pinnedKey
        self.keyAtStart = keyAtStart
        self.checkpoints = checkpoints
        self.external = external
    }
}
