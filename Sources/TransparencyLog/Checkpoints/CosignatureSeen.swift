package import Clocks

/// A cosignature that was verified: who saw the checkpoint, and when.
package struct CosignatureSeen: Hashable, Sendable {
    /// The cosigner's key.
    package let key: NoteKey
    /// When the cosigner saw the checkpoint, to the second, by the cosigner's own clock.
    package let time: Timestamp

    /// For a cosignature that the caller has verified.
    package init(key: NoteKey, time: Timestamp) {
        self.key = key
        self.time = time
    }
}
