/// Where consent for one purpose stands; the terms of the W3C Data Privacy Vocabulary 2.3.
package enum ConsentState: String, Hashable, Sendable, CaseIterable {
    /// `dpv:ConsentUnknown`. Goes to `requested`, or to `withdrawn` by STOP.
    case unknown
    /// `dpv:ConsentRequested`: asked, or half of a double opt-in. Goes to `given`, `refused`,
    /// `deferred` or `withdrawn`.
    case requested
    /// `dpv:ConsentRequestDeferred`: the request lapsed. Goes to `requested` or `withdrawn`.
    case deferred
    /// `dpv:ConsentRefused`. Goes to `requested` or `withdrawn`.
    case refused
    /// `dpv:ConsentGiven`. Goes to `expired` or `withdrawn`.
    case given
    /// `dpv:RenewedConsentGiven`: given again after an expiry or a withdrawal. As `given`.
    case renewed
    /// `dpv:ConsentExpired`. Goes to `requested` or `withdrawn`.
    case expired
    /// `dpv:ConsentWithdrawn`, by the contact. Goes to `requested` only.
    case withdrawn

    /// Whether data may be used for the purpose (`dpv:ConsentStatusValidForProcessing`).
    package var isValid: Bool {
        switch self {
        case .given, .renewed: true
        case .unknown, .requested, .deferred, .refused, .expired, .withdrawn: false
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
        }
    }

    package init?(code: UInt8) {
        guard let state = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = state
    }
}
