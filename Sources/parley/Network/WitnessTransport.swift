package import Foundation
package import TransparencyLog

/// How a request reaches a witness and its answer comes back.
package protocol WitnessTransport: Sendable {
    /// Posts a body and waits for the whole answer, for a bounded time and a bounded length.
    ///
    /// - Throws: `unreachable`, `tooSlow`, or `unreadableAnswer` for one that is too long.
    func post(_ body: [UInt8], to url: URL) async throws(WitnessFailure) -> WitnessReply
}

/// What came back, not yet understood.
package struct WitnessReply: Hashable, Sendable {
    package let status: Int
    package let contentType: String?
    package let body: [UInt8]

    package init(status: Int, contentType: String?, body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }
}
