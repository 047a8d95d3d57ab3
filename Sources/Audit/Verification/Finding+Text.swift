import Clocks

extension Finding {
    /// One line for a person.
    package var text: String {
        switch self {
        case .leafHashMismatch(let index): "leaf \(index): its bytes do not have its stored hash"
        case .malformedLeaf(let index, let why): "leaf \(index): \(why.text)"
        case .missingIndex(let index, let count): Self.missing(index, count)
        case .repeatedIndex(let index): "leaf \(index): more than one row has this index"
        case .headRootMismatch(let size, let suspect): Self.otherHead(size, suspect)
        case .truncated(let have, let want):
            "the last head is of \(want) leaves, and only \(have) are there"
        case .extraLeaves(let have, let want):
            "\(have) leaves are there, and the last head is of \(want)"
        case .sequenceGap(let subject, let index, let expected, let found):
            "leaf \(index): contact \(subject) counts \(found) where \(expected) was due"
        case .frontierMismatch(let size):
            "the frontier of \(size) leaves, which the next commit appends to, is not theirs"

        case .unreadableCheckpoint(let size): "\(Self.of(size)): not a checkpoint of this log"
        case .unsignedCheckpoint(let size): "\(Self.of(size)): no key of this log signed it"
        case .keyOutsideEpoch(let size, let key):
            "\(Self.of(size)): signed with key \(key), whose time that is not"
        case .checkpointRootMismatch(let size, let suspect):
            "\(Self.of(size)): another root was signed; leaves from \(suspect) on were rewritten"
        case .checkpointAhead(let have, let want):
            "\(want) leaves were signed, and only \(have) are there"
        case .epochNotClosed(let index):
            "leaf \(index): epoch was closed without a checkpoint of its key"
        case .wrongKeyChange(let index, let why):
            "leaf \(index): its change of key does not count: \(why.text)"
        case .pinnedKeyMissing: "no leaf brought the key that was pinned"
        case .backDated(let index, let start):
            "leaf \(index): dated before the time of its key, which began with leaf \(start)"

        case .datedBeforeSeen(let index, let time, let source):
            "leaf \(index): dated before \(time.text), when \(source) saw the log without it"
        case .rewritten(let size, let suspect, let source):
            "\(Self.of(size)) kept in \(source): another root; leaves from \(suspect) on were "
                + "rewritten, or there are two logs"
        case .rolledBack(let have, let want, let source):
            "\(Self.of(want)) kept in \(source): only \(have) are there; an older log was put "
                + "back, or its end was cut off"

        case .rowChanged(let subject, let version, let turns):
            Self.changedRow(subject, version, turns)
        case .rowMissing(let subject):
            "contact \(subject): leaves tell of it, and its row is gone without an erasure"
        case .rowWithoutLeaves(let subject): "contact \(subject): no leaf tells of its row"
        case .rowOfErased(let subject): "contact \(subject): was erased, and has a row again"
        case .evidenceMismatch(let subject, let rows, let leaves):
            "contact \(subject): its \(rows) evidence rows are not those of its \(leaves) "
                + "consent leaves"
        case .erasureLost(let subject):
            "contact \(subject): its erasure was asked for, and neither done nor waiting"
        case .erasureUnasked(let subject):
            "contact \(subject): an erasure waits that no leaf asked for"
        case .inboxMismatch(let rows, let leaves): Self.otherInbox(rows, leaves)
        }
    }

    private static func of(_ size: UInt64) -> String { "checkpoint of \(size) leaves" }

    private static func missing(_ index: UInt64, _ count: UInt64) -> String {
        count == 1
            ? "leaf \(index): missing"
            : "leaves \(index) to \(index + count - 1): missing"
    }

    private static func otherHead(_ size: UInt64, _ suspect: UInt64) -> String {
        suspect < size
            ? "head of \(size) leaves: another root; altered is a leaf from "
                + "\(suspect) to \(size - 1), or the head"
            : "head of \(size) leaves: another root than is known of that size"
    }

    private static func changedRow(
        _ subject: String,
        _ version: UInt64,
        _ turns: UInt64
    ) -> String {
        let row = "contact \(subject): its row is of turn \(version)"
        if version < turns { return "\(row), its last leaf of turn \(turns): an older row is back" }
        return version == turns
            ? "\(row) and not the one that its last leaf committed to"
            : "\(row), and only \(turns) left leaves: it was written behind the log"
    }

    private static func otherInbox(_ rows: UInt64, _ leaves: UInt64) -> String {
        let counts = "\(rows) inbox rows where leaves tell of \(leaves) messages"
        return rows > leaves
            ? "\(counts): rows were added"
            : "\(counts): rows were deleted, or `parley retention` was interrupted; "
                + "run it again and verify once more"
    }
}
