/// Why a witness did not cosign; no case carries bytes of the request.
package enum WitnessRefusal: Error, Hashable, Sendable {
    case malformed(AddCheckpointRequestError)
    case unknownLog
    case untrusted(CheckpointError)
    case oldSizeAboveNew(old: UInt64, new: UInt64)
    case conflict(latest: UInt64)
    /// A tree without leaves whose root is not that of the empty tree.
    case wrongEmptyRoot
    /// The proof does not lead from the known tree to the new one.
    case proofFails
    /// The log signed two roots for one size: two histories.
    case splitView(known: ObservedTree)

    package var answer: AddCheckpointAnswer {
        switch self {
        case .malformed, .oldSizeAboveNew: .malformed
        case .unknownLog: .unknownLog
        case .untrusted: .untrusted
        case .conflict(let latest): .conflict(latest: latest)
        case .wrongEmptyRoot, .proofFails, .splitView: .inconsistent
        }
    }

    /// What was wrong with the request's form or signature; `nil` when the word says it all.
    package var reason: String? {
        switch self {
        case .malformed(let error): error.text
        case .untrusted(let error): error.text
        case .unknownLog, .oldSizeAboveNew, .conflict, .wrongEmptyRoot, .proofFails, .splitView:
            nil
        }
    }

    /// The refusal as one word of a closed vocabulary, for a line of a log.
    package var word: String {
        switch self {
        case .malformed: "malformed"
        case .unknownLog: "unknown-log"
        case .untrusted: "untrusted"
        case .oldSizeAboveNew: "old-size-above-new"
        case .conflict: "conflict"
        case .wrongEmptyRoot: "wrong-empty-root"
        case .proofFails: "proof-fails"
        case .splitView: "split-view"
        }
    }
}
