/// Where consent for one purpose stands; the terms of the W3C Data Privacy Vocabulary 2.3.
///
/// From every state the contact may withdraw. What else may follow stands with each.
package enum ConsentState: String, Hashable, Sendable, CaseIterable {
    /// `dpv:ConsentUnknown`. Goes to `requested` or `refused`.
    case unknown
    /// `dpv:ConsentRequested`: asked, or half of a double opt-in. Goes to `given`, `renewed`,
    /// `refused`, `deferred` or `invalidated`.
    case requested
    /// `dpv:ConsentRequestDeferred`: the request lapsed. Goes to `requested` or `refused`.
    case deferred
    /// `dpv:ConsentRefused`. Goes to `requested`; said again, it cools anew.
    case refused
    /// `dpv:ConsentGiven`. Goes to `expired`, `invalidated` or `revoked`.
    case given
    /// `dpv:RenewedConsentGiven`: given again after it had ended. As `given`.
    case renewed
    /// `dpv:ConsentExpired`: its time is over, or its notice was replaced. Goes to `requested` or
    /// `refused`.
    case expired
    /// `dpv:ConsentInvalidated`: found not to count (another person's number, a child). Goes to
    /// `requested` or `refused`.
    case invalidated
    /// `dpv:ConsentRevoked`: ended by the controller. Goes to `requested` or `refused`.
    case revoked
    /// `dpv:ConsentWithdrawn`, by the contact. Goes to `requested` only.
    case withdrawn

    /// Whether data may be used for the purpose (`dpv:ConsentStatusValidForProcessing`).
    package var isValid: Bool {
        switch self {
        case .given, .renewed: true
        case .unknown, .requested, .deferred, .refused, .expired, .invalidated, .revoked,
            .withdrawn:
            false
        }
    }

    /// The byte stored for this state; never reused for another.
    package var code: UInt8 {
        switch self {
        case .unknown: 0
        case .requested: 1
        case .deferred: 2
        case .refused: 3
        case .given: 4
        case .renewed: 5
        case .expired: 6
        case .withdrawn: 7
        case .invalidated: 8
        case .revoked: 9
        }
    }

    package init?(code: UInt8) {
        guard let state = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = state
    }

    /// Which of two states of one consent protects the contact more; the higher wins a merge.
    var restrictiveness: Int {
        switch self {
        // Nobody has decided anything: it says nothing against a decision.
        case .unknown: 0
        case .renewed: 1
        case .given: 2
        case .requested: 3
        case .deferred: 4
        case .expired: 5
        case .revoked: 6
        case .invalidated: 7
        case .refused: 8
        case .withdrawn: 9
        }
    }
}
