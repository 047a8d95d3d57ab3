/// What was done to a log or a store, in words people know.
///
/// The raw values are printed: add, never rename.
package enum Tampering: String, Hashable, Sendable, CaseIterable {
    case alteredLeaf = "altered leaf"
    case removedLeaves = "removed leaves"
    case addedLeaves = "added leaves"
    /// The end is gone, and something in the store still tells of it.
    case truncation
    /// The end is gone, and only what was kept elsewhere tells of it.
    case rollback
    /// The past is another one than was signed or shown: a fork, a split view.
    case rewriting
    case alteredFrontier = "altered frontier"
    case forgedCheckpoint = "forged checkpoint"
    case keyOutsideEpoch = "key used outside its epoch"
    case unlawfulKey = "change of key that does not hold"
    case backDating = "back-dating"
    case changedRow = "stored row changed behind the log"
    case removedRow = "stored row removed behind the log"
    case addedRow = "stored row added behind the log"
}

extension Finding {
    package var kind: Tampering {
        switch self {
        case .leafHashMismatch, .malformedLeaf, .headRootMismatch: .alteredLeaf
        case .missingIndex, .sequenceGap: .removedLeaves
        case .repeatedIndex, .extraLeaves: .addedLeaves
        case .truncated, .checkpointAhead: .truncation
        case .rolledBack: .rollback
        case .checkpointRootMismatch, .rewritten: .rewriting
        case .frontierMismatch: .alteredFrontier
        case .unreadableCheckpoint, .unsignedCheckpoint: .forgedCheckpoint
        case .keyOutsideEpoch: .keyOutsideEpoch
        case .epochNotClosed, .wrongKeyChange, .pinnedKeyMissing: .unlawfulKey
        case .backDated, .datedBeforeSeen: .backDating
        case .rowChanged, .evidenceMismatch: .changedRow
        case .rowMissing, .erasureLost: .removedRow
        case .rowWithoutLeaves, .rowOfErased, .erasureUnasked: .addedRow
        case .inboxMismatch(let rows, let leaves): rows > leaves ? .addedRow : .removedRow
        }
    }
}
