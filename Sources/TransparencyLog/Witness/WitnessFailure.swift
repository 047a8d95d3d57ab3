package import Clocks

/// Why there is no cosignature of a witness.
package enum WitnessFailure: Error, Hashable, Sendable {
    /// It cosigned a larger tree than the log has.
    case isAhead(size: UInt64)
    /// Its size changed again while it was asked.
    case keepsChanging
    /// It names the size it was asked from, and calls that a conflict.
    case contradiction
    case unknownLog
    case untrusted
    /// The checkpoint does not extend what it cosigned before.
    case inconsistent
    case notUnderstood
    /// An answer without a signature by the witness's key.
    case noCosignature
    /// A signature by the witness's key that does not verify.
    case wrongCosignature
    /// A cosignature whose time is far from the log's.
    case wrongTime(Timestamp)
    /// No proof could be made from the size it has.
    case noProof
    /// The policy has no address for it, or one that is not `http` or `https`.
    case noAddress
    /// The checkpoint and its proof are more than a request may hold.
    case requestTooLarge
    /// The checkpoint has no room for another signature.
    case noRoom
    case unreadableAnswer(AddCheckpointAnswerError)
    /// No connection, or one that broke.
    case unreachable
    /// No whole answer in the time there is.
    case tooSlow

    /// Whether the witness says, or shows, that the log has two histories or was put back.
    package var isAlarming: Bool {
        switch self {
        case .isAhead, .inconsistent: true
        case .keepsChanging, .contradiction, .unknownLog, .untrusted, .notUnderstood,
            .noCosignature, .wrongCosignature, .wrongTime, .noProof, .noAddress,
            .requestTooLarge, .noRoom, .unreadableAnswer, .unreachable, .tooSlow:
            false
        }
    }
}

extension WitnessFailure {
    /// One line for a person, to be read after the witness's name.
    package var text: String {
        switch self {
        case .isAhead(let size):
            "has cosigned \(size) leaves, more than this log has: the log was put back to an "
                + "earlier state, or another process publishes under its name"
        case .keepsChanging: "cosigned another checkpoint of this log meanwhile; try again"
        case .contradiction: "calls the size it asked for a conflict; tell its operator"
        case .unknownLog:
            "does not watch this log; give its operator the log's verifier key"
        case .untrusted:
            "does not trust the key this log signs with; give its operator the current key"
        case .inconsistent:
            "has cosigned a tree that this log does not extend: the log's history was changed"
        case .notUnderstood: "did not understand the request"
        case .noCosignature: "answered without a signature by the key in the policy"
        case .wrongCosignature: "answered with a cosignature that does not verify"
        case .wrongTime(let time):
            "cosigned at \(time.text) by its clock, which is far from ours; compare the clocks"
        case .noProof: "could not be given a proof from the tree it has"
        case .noAddress:
            "has no address in the policy; write its `http` or `https` prefix after its key"
        case .requestTooLarge: "was not asked: the checkpoint has too many signatures to send"
        case .noRoom: "cosigned, and the checkpoint has no room for one more signature"
        case .unreadableAnswer(let error): "answered something else: \(error.text)"
        case .unreachable: "cannot be reached"
        case .tooSlow: "did not answer in time"
        }
    }
}
