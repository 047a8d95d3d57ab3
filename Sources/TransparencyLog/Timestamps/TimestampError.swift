/// Why there is no time stamp to keep; none of it repeats what the authority sent.
package enum TimestampError: Error, Hashable, Sendable {
    /// More bytes than any reply has.
    case tooLong
    /// Not the DER of RFC 3161, in the part that was being read.
    case malformed(Part)
    /// A time that does not exist, or is not written as RFC 3161 wants it.
    case malformedTime
    /// Reasons that are not a bit string.
    case malformedReason
    /// A status this reader does not know.
    case unknownStatus(UInt8)
    /// A reason this reader does not know.
    case unknownReason(bit: Int)
    /// Granted without a token or with a reason for refusal; or refused, and a token all the same.
    case contradictory
    /// The token is not CMS signed data.
    case notSigned
    /// What is signed is not a time stamp.
    case notATimestamp
    /// A time stamp of another hash than SHA-256.
    case otherAlgorithm
    /// The authority gave none.
    case refused(TimestampRefusal)
    /// A time stamp of another version than 1.
    case unknownVersion(UInt8)
    /// It is about another message than the request.
    case otherMessage
    /// It has no nonce, so that it may be older than the request.
    case nonceMissing
    /// It has the nonce of another request.
    case otherNonce

    /// What is read on its own, each inside the one before.
    package enum Part: Hashable, Sendable {
        /// The whole answer of the authority.
        case reply
        /// The signed data in it.
        case token
        /// What is signed.
        case info
    }
}

extension TimestampError {
    /// One line for a person.
    package var text: String {
        switch self {
        case .tooLong:
            "the time stamp has more than \(TimestampReply.longestByteCount) bytes"
        case .malformed(let part):
            "\(part.text) is not in the form of RFC 3161; ask again, or another authority"
        case .malformedTime:
            "the time stamp's time does not exist or is not in the form of RFC 3161"
        case .malformedReason: "the refusal's reasons are not in the form of RFC 3161"
        case .unknownStatus(let status): "the reply has status \(status), which RFC 3161 has not"
        case .unknownReason(let bit): "the refusal has reason \(bit), which RFC 3161 has not"
        case .contradictory: "the reply grants and refuses at once; ask again, or another authority"
        case .notSigned: "the time stamp is not signed data"
        case .notATimestamp: "what the authority signed is not a time stamp"
        case .otherAlgorithm: "the time stamp is of another hash than SHA-256"
        case .refused(let refusal): refusal.text
        case .unknownVersion(let version):
            "the time stamp has version \(version); this program reads version 1"
        case .otherMessage: "the time stamp is of another message than was sent"
        case .nonceMissing: "the time stamp has no nonce, so it may be an old one; ask again"
        case .otherNonce: "the time stamp answers another request; ask again"
        }
    }
}

extension TimestampError.Part {
    fileprivate var text: String {
        switch self {
        case .reply: "the authority's reply"
        case .token: "the time stamp's token"
        case .info: "what the time stamp states"
        }
    }
}
