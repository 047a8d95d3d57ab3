/// What a witness must never forget: for each log, the largest tree it has cosigned.
///
/// A log is named by the bytes of its origin, because texts that look alike are other logs.
package protocol WitnessStore: Sendable {
    /// What was last cosigned for an origin; `nil` for a log that was never cosigned.
    func checkpoint(of origin: [UInt8]) throws(StoreError) -> WitnessedCheckpoint?

    /// Replaces what is known of an origin, provided it is still what the caller decided on.
    ///
    /// INVARIANT: comparing and writing are one step, and what was written is durable when the
    /// method returns `true`. A cosignature handed out earlier could be for a tree that a power cut
    /// or a second request takes back (C2SP tlog-witness, *add-checkpoint*).
    ///
    /// Expected is the tree the decision was made on, `nil` for none yet; the new tree is never
    /// smaller.
    ///
    /// - Returns: Whether it was written; `false` when another request came first.
    func update(
        _ origin: [UInt8],
        from expected: WitnessedTree?,
        to new: WitnessedCheckpoint
    ) throws(StoreError) -> Bool

    /// Whose memory this is: the verifier key in bytes; `nil` while it is nobody's.
    func owner() throws(StoreError) -> [UInt8]?

    /// Makes the memory that of a witness, unless it is another's already.
    ///
    /// - Returns: Whose it is from now on. A key without its memory could sign a second history,
    ///   and one key under two names is two witnesses that are one.
    func claim(by owner: [UInt8]) throws(StoreError) -> [UInt8]
}
