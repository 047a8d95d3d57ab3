package import Channels
package import Clocks

/// What carries requests to providers.
package protocol Transport: Sendable {
    /// Sends a request and gives its answer; breaks off when the task is cancelled, or when the
    /// time is over.
    func send(_ request: ProviderRequest, within limit: Period) async -> TransportResult
}

/// What became of a request.
package enum TransportResult: Hashable, Sendable {
    case answered(ProviderAnswer)
    /// Not a byte of the request left: no connection, no such host. The code is a plain name.
    case notSent(code: String)
    /// The request may have arrived.
    case unknown(code: String)
}
