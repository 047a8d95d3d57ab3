package import Conversations

/// A message on its way out, with what a provider's format needs besides.
package struct Dispatch: Hashable, Sendable {
    package let message: OutboundMessage
    /// Stays the same however often the message is tried: 32 hexadecimal digits.
    package let key: String
    /// Whether the provider takes a free message now; otherwise it has to be a template.
    package let isWindowOpen: Bool

    package init(message: OutboundMessage, key: String, isWindowOpen: Bool = true) {
        self.message = message
        self.key = key
        self.isWindowOpen = isWindowOpen
    }
}

/// Why a message cannot be put into a provider's format, however often it is tried.
package enum EncodingFault: Error, Hashable, Sendable {
    /// A part is longer than the provider takes; the part is named as the provider names it.
    case tooLong(part: String, limit: Int)
    /// The provider takes no more than so many of something.
    case tooMany(part: String, limit: Int)
    /// The provider has no such thing.
    case unsupported(part: String)
    /// A template would be needed and the message has none.
    case needsTemplate
    /// The address is not one of this provider's.
    case foreignAddress

    /// A plain name for the audit log.
    package var code: String {
        switch self {
        case .tooLong(let part, _): "too-long-\(part)"
        case .tooMany(let part, _): "too-many-\(part)"
        case .unsupported(let part): "unsupported-\(part)"
        case .needsTemplate: "needs-template"
        case .foreignAddress: "foreign-address"
        }
    }
}

/// A request to a provider.
///
/// It may carry a secret, and so never prints itself.
package struct ProviderRequest: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    package let method: String
    package let url: String
    package let headers: HTTPFieldList
    package let body: [UInt8]

    package init(method: String = "POST", url: String, headers: HTTPFieldList, body: [UInt8]) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }

    package var description: String { "ProviderRequest(not shown)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// A provider's answer.
package struct ProviderAnswer: Hashable, Sendable {
    package let status: Int
    package let headers: HTTPFieldList
    /// No more than `limit` bytes of it.
    package let body: [UInt8]

    /// Bytes of an answer that are looked at.
    package static let limit = 64 << 10

    package init(status: Int, headers: HTTPFieldList = [:], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// `Retry-After` in seconds (RFC 9110 §10.2.3); a date is not read.
    package var retryAfterSeconds: Int64? {
        guard let text = headers["retry-after"], let seconds = Int64(text), seconds >= 0 else {
            return nil
        }
        return min(seconds, 86_400)
    }
}
