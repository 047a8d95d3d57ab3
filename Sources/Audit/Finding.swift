/// One thing wrong with a log, as exactly as the log itself can tell.
package enum Finding: Hashable, Sendable {
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
    /// The last head is of more leaves than there are.
    case truncated(have: UInt64, want: UInt64)
    /// Leaves follow the last head, which no commit leaves behind.
    case extraLeaves(have: UInt64, want: UInt64)
    /// A contact's events do not count on by one here: some before were left out or doubled.
    case sequenceGap(subject: String, index: UInt64, expected: UInt64, found: UInt64)
}

extension Finding {
    /// One line for a person; the subject is the start of a pseudonym.
    package var text: String {
        switch self {
        case .leafHashMismatch(let index):
            "leaf \(index): its bytes do not have its stored hash"
        case .malformedLeaf(let index, let why):
            "leaf \(index): \(why.text)"
        case .missingIndex(let index, let count):
            count == 1
                ? "leaf \(index): missing"
                : "leaves \(index) to \(index + count - 1): missing"
        case .repeatedIndex(let index):
            "leaf \(index): more than one row has this index"
        case .headRootMismatch(let size, let firstSuspect):
            firstSuspect < size
                ? "head of \(size) leaves: another root; altered is a leaf from "
                    + "\(firstSuspect) to \(size - 1), or the head"
                : "head of \(size) leaves: another root than an equal head before it"
        case .truncated(let have, let want):
            "the last head is of \(want) leaves, and only \(have) are there"
        case .extraLeaves(let have, let want):
            "\(have) leaves are there, and the last head is of \(want)"
        case .sequenceGap(let subject, let index, let expected, let found):
            "leaf \(index): contact \(subject) counts \(found) where \(expected) was due"
        }
    }
}
