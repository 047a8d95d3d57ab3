/// Why an authority gave no time stamp, in the closed vocabulary of RFC 3161 §2.4.2.
package struct TimestampRefusal: Hashable, Sendable {
    /// PKIStatus, from 2 on.
    package enum Kind: UInt8, Sendable {
        case rejection = 2
        case waiting
        case revocationWarning
        case revocationNotification
    }

    /// PKIFailureInfo, by the number of its bit.
    package enum Reason: Int, Sendable {
        case badAlgorithm = 0
        case badRequest = 2
        case badDataFormat = 5
        case timeNotAvailable = 14
        case unacceptedPolicy = 15
        case unacceptedExtension = 16
        case additionalInformationNotAvailable = 17
        case systemFailure = 25
    }

    package let kind: Kind
    /// In the order of their bits; often none.
    package let reasons: [Reason]

    package init(kind: Kind, reasons: [Reason]) {
        self.kind = kind
        self.reasons = reasons
    }

    /// One line for a person.
    package var text: String {
        let list = reasons.isEmpty ? "" : ": " + reasons.map(\.text).joined(separator: ", ")
        return kind.text + list
    }
}

extension TimestampRefusal.Kind {
    package var text: String {
        switch self {
        case .rejection: "the authority rejected the request"
        case .waiting: "the authority has not handled the request yet"
        case .revocationWarning: "the authority warns that a revocation is imminent"
        case .revocationNotification: "the authority says that a revocation has occurred"
        }
    }
}

extension TimestampRefusal.Reason {
    package var text: String {
        switch self {
        case .badAlgorithm: "it does not accept SHA-256"
        case .badRequest: "it does not permit such a request"
        case .badDataFormat: "the request is not in the right form"
        case .timeNotAvailable: "its source of time is not available"
        case .unacceptedPolicy: "it does not support the policy"
        case .unacceptedExtension: "it does not support the extension"
        case .additionalInformationNotAvailable: "what else was asked for is not available"
        case .systemFailure: "a failure of its system"
        }
    }
}
