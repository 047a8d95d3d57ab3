package import Clocks

/// One thing wrong with a log or with what a store keeps beside it, as exactly as the log can tell.
///
/// A contact is named by the start of its pseudonym.
package enum Finding: Hashable, Sendable {
    // MARK: The log by itself

    /// The leaf's bytes do not have the hash stored beside them.
    case leafHashMismatch(index: UInt64)
    /// The leaf's bytes are not a leaf.
    case malformedLeaf(index: UInt64, why: LeafError)
    /// `count` leaves from `index` are not there, though later ones are.
    case missingIndex(UInt64, count: UInt64)
    /// A row came with an index that an earlier row has, or that comes before one.
    case repeatedIndex(UInt64)
    /// The leaves do not have the root of this head; those before `firstSuspect` do have theirs.
    ///
    /// What was altered is a leaf from `firstSuspect` to `size - 1`, or the head itself.
    case headRootMismatch(size: UInt64, firstSuspect: UInt64)
    /// The last head, or what the next commit would append to, is of more leaves than there are.
    case truncated(have: UInt64, want: UInt64)
    /// Leaves follow the last head, which no commit leaves behind.
    case extraLeaves(have: UInt64, want: UInt64)
    /// A contact's events do not count on by one here: some before were left out or doubled.
    case sequenceGap(subject: String, index: UInt64, expected: UInt64, found: UInt64)
    /// What the next commit would append to is not the tree of these leaves.
    case frontierMismatch(size: UInt64)

    // MARK: What was signed

    /// What is stored under this size is not a checkpoint of this log.
    case unreadableCheckpoint(size: UInt64)
    /// No key of this log signed the checkpoint.
    case unsignedCheckpoint(size: UInt64)
    /// A key signed a size that does not lie in its time; it is named by its 8 digits.
    case keyOutsideEpoch(size: UInt64, key: String)
    /// The leaves do not have the root that was signed; those before `firstSuspect` are as signed.
    case checkpointRootMismatch(size: UInt64, firstSuspect: UInt64)
    /// More leaves were signed than there are.
    case checkpointAhead(have: UInt64, want: UInt64)
    /// The key that the leaf replaces never signed the size that its time ends with.
    case epochNotClosed(index: UInt64)
    /// The leaf does not begin the time of a key that counts.
    case wrongKeyChange(index: UInt64, why: LogKeyFault)
    /// The auditor knows the first key, and no leaf brought it.
    case pinnedKeyMissing
    /// The leaf is dated before the time of its key began, at leaf `epochStart`.
    case backDated(index: UInt64, epochStart: UInt64)

    // MARK: What was kept elsewhere

    /// The leaf is dated before somebody saw a checkpoint that it is not in yet.
    case datedBeforeSeen(index: UInt64, at: Timestamp, source: String)

    /// The leaves do not have the root that somebody kept.
    case rewritten(size: UInt64, firstSuspect: UInt64, source: String)
    /// Somebody kept a checkpoint of more leaves than there are.
    case rolledBack(have: UInt64, want: UInt64, source: String)

    // MARK: The store

    /// A contact's sealed state is not the one its last turn committed to; `turns` left a leaf.
    case rowChanged(subject: String, version: UInt64, turns: UInt64)
    /// Leaves tell of a contact that has no row and was not erased.
    case rowMissing(subject: String)
    /// A row of which no leaf tells.
    case rowWithoutLeaves(subject: String)
    /// A contact that was erased has a row.
    case rowOfErased(subject: String)
    /// The evidence rows are not those of the contact's consent leaves, in their order.
    case evidenceMismatch(subject: String, rows: UInt64, leaves: UInt64)
    /// An erasure was asked for, is not completed, and does not wait to be.
    case erasureLost(subject: String)
    /// An erasure waits that no leaf asked for, or that is completed.
    case erasureUnasked(subject: String)
    /// There are not as many inbox rows as messages were taken.
    case inboxMismatch(rows: UInt64, leaves: UInt64)
}
