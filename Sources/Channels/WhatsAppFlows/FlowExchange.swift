import Encryption
import JSONCoding

/// A request of a form that was opened, and the way to answer it.
package struct FlowExchange: Sendable {
    /// Bytes of an answer in clear.
    package static let longestAnswer = 256 << 10

    package let request: FlowRequest
    private let cipher: FlowCipher

    init(request: FlowRequest, cipher: FlowCipher) {
        self.request = request
        self.cipher = cipher
    }

    /// The reply that follows from the protocol alone, to a ping and to a complaint; `nil` for a
    /// request that somebody has to decide about.
    package var ownReply: FlowReply? {
        if request.complaint != nil { return .acknowledged }
        return request.action == .ping ? .active : nil
    }

    /// The answer of HTTP with a reply, encrypted for the one who asked.
    ///
    /// INVARIANT: once for each exchange: two answers under one key and one IV would betray each
    /// other.
    package func answer(_ reply: FlowReply) throws(FlowExchangeFault) -> WebhookAnswer {
        let content = [UInt8](reply.document.compact.utf8)
        guard content.count <= Self.longestAnswer else {
            throw .answerTooLong(limit: Self.longestAnswer)
        }
        return WebhookAnswer(
            status: reply.status,
            body: [UInt8](Base64.encode(cipher.seal(content)).utf8)
        )
    }
}

extension FlowExchange: CustomStringConvertible, CustomReflectable {
    package var description: String { "FlowExchange(\(request.action.rawValue))" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
