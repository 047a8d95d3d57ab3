extension Finding {
    /// Which leaves a finding points at.
    enum Place {
        /// This leaf, or what should be there, is wrong.
        case leaf(UInt64)
        /// One of these is, or what they were compared with.
        case among(Range<UInt64>)
        /// One of these, a range that heads narrow down if they were not rewritten as well.
        case amongSigned(Range<UInt64>)
        /// Something before this leaf is.
        case before(UInt64)
        /// None.
        case nowhere
    }

    var place: Place {
        switch self {
        case .leafHashMismatch(let index), .malformedLeaf(let index, _),
            .missingIndex(let index, _), .repeatedIndex(let index),
            .wrongKeyChange(let index, _), .backDated(let index, _),
            .datedBeforeSeen(let index, _, _):
            .leaf(index)
        case .truncated(let have, _), .checkpointAhead(let have, _),
            .rolledBack(let have, _, _):
            .leaf(have)
        case .extraLeaves(_, let want): .leaf(want)
        case .headRootMismatch(let size, let suspect): .among(suspect..<size)
        case .checkpointRootMismatch(let size, let suspect), .rewritten(let size, let suspect, _):
            .amongSigned(suspect..<size)
        case .sequenceGap(_, let index, _, _): .before(index)
        case .frontierMismatch, .unreadableCheckpoint, .unsignedCheckpoint, .keyOutsideEpoch,
            .epochNotClosed, .pinnedKeyMissing, .rowChanged, .rowMissing, .rowWithoutLeaves,
            .rowOfErased, .evidenceMismatch, .erasureLost, .erasureUnasked, .inboxMismatch:
            .nowhere
        }
    }
}
