/// A leaf that says which key signs the log from here on; the cause of all of them is `log-key`.
struct LogKeyChange: Hashable, Sendable {
    enum Kind: Sendable {
        /// The first key under a name (`key.created`).
        case first
        /// One key follows another (`key.rotated`).
        case rotation
        /// The log goes on under another name, whose first key comes next (`log.incarnated`).
        case incarnation
    }

    static let cause = "log-key"

    let kind: Kind
    /// `<name>+<8 digits>` of the key that goes.
    let from: String?
    /// The verifier key that comes, as text.
    let to: String?

    /// `<name>+<8 digits>` of a verifier key (C2SP signed-note); `nil` for a text that is none.
    static func identifier(of key: String) -> String? {
        let parts = key.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }), parts[1].utf8.count == 8,
            parts[1].utf8.allSatisfy({ Hex.value($0) != nil })
        else { return nil }
        return "\(parts[0])+\(parts[1])"
    }

    /// The 8 digits alone, which are safe to show whatever a tampered leaf named its key.
    static func digits(of key: String) -> String {
        identifier(of: key).map { String($0.suffix(8)) } ?? "without a name"
    }
}

/// Why a leaf does not begin the time of a key that counts.
package enum LogKeyFault: Hashable, Sendable {
    /// What it names is not a verifier key.
    case notAKey
    /// It brings a first key where there is one.
    case secondFirstKey
    /// It follows a key that was not in force.
    case otherOldKey
    /// It follows a key where there was none.
    case nothingToFollow
    /// The key was in force before.
    case usedBefore
    /// It begins the log under another name, for which the pinned key does not vouch.
    case notVouchedFor

    package var text: String {
        switch self {
        case .notAKey: "what it names is not a verifier key"
        case .secondFirstKey: "it brings a first key, and there is one already"
        case .otherOldKey: "it follows a key that was not in force"
        case .nothingToFollow: "it follows a key, and no leaf before brought one"
        case .usedBefore: "its key was in force before"
        case .notVouchedFor: "the log begins anew with it, and the pinned key says nothing of that"
        }
    }
}
