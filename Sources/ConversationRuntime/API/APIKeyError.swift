package import Storage

/// Why a key was not made or not revoked.
package enum APIKeyError: Error, Hashable, Sendable {
    case store(StoreError)
    /// A key that may do nothing.
    case noScopes
    /// An expiry in the past, or in more years than anybody keeps a key.
    case expiryOutOfRange
    /// `APIKeys.limit` keys are live.
    case tooMany
    /// Every name that was drawn was taken: the source of randomness repeats itself.
    case noFreeID

    package var sentence: String {
        switch self {
        case .store(let error): error.sentence
        case .noScopes: "a key needs at least one scope; name what it may do"
        case .expiryOutOfRange:
            "a key expires in the future, and within \(APIKeys.longestDays) days"
        case .tooMany: "\(APIKeys.limit) keys are live; revoke some that nobody uses"
        case .noFreeID: "no free name was drawn for the key; is the system's randomness broken?"
        }
    }
}
