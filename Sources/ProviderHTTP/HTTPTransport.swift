import AsyncHTTPClient
package import Channels
package import Clocks
package import ConversationRuntime
import NIOCore
import NIOHTTP1
import NIOPosix

/// Carries requests to providers over HTTP/1.1 and TLS.
///
/// It follows no redirect, reads no more of an answer than is looked at, and repeats nothing by
/// itself: whether a message is tried again is not a transport's to decide.
package final class HTTPTransport: Transport {
    /// How long it may take until a connection stands.
    private static let connecting = TimeAmount.seconds(5)
    /// Connections to one host.
    private static let connectionsToHost = 32

    private let client: HTTPClient

    package init() {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: HTTPClient.Configuration.Timeout(connect: Self.connecting),
            ignoreUncleanSSLShutdown: false,
            decompression: .disabled
        )
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit =
            Self.connectionsToHost
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        client = HTTPClient(configuration: configuration)
    }

    /// Closes every connection; nothing is sent afterwards.
    package func close() async throws {
        try await client.shutdown()
    }

    package func send(
        _ request: ProviderRequest,
        within limit: Period
    ) async -> TransportResult {
        var outgoing = HTTPClientRequest(url: request.url)
        outgoing.method = HTTPMethod(rawValue: request.method)
        for field in request.headers.pairs {
            outgoing.headers.add(name: field.name, value: field.value)
        }
        outgoing.body = .bytes(ByteBuffer(bytes: request.body))
        do {
            let response = try await client.execute(
                outgoing,
                timeout: .milliseconds(limit.milliseconds)
            )
            let body = try await response.body.collect(upTo: ProviderAnswer.limit)
            return .answered(
                ProviderAnswer(
                    status: Int(response.status.code),
                    headers: HTTPFieldList(response.headers.map { ($0.name, $0.value) }),
                    body: [UInt8](body.readableBytesView)
                )
            )
        } catch let error as HTTPClientError {
            return Self.result(of: error)
        } catch is NIOTooManyBytesError {
            return .unknown(code: "answer-too-long")
        } catch is NIOConnectionError {
            return .notSent(code: "no-connection")
        } catch is CancellationError {
            return .unknown(code: "broken-off")
        } catch {
            return .unknown(code: "connection-lost")
        }
    }

    /// Only what surely came before the first byte was sent counts as not sent.
    private static func result(of error: HTTPClientError) -> TransportResult {
        switch error {
        case .connectTimeout: .notSent(code: "connect-timeout")
        case .invalidURL, .emptyHost, .emptyScheme: .notSent(code: "invalid-url")
        case .getConnectionFromPoolTimeout: .notSent(code: "no-free-connection")
        case .deadlineExceeded, .readTimeout, .writeTimeout: .unknown(code: "timeout")
        case .remoteConnectionClosed: .unknown(code: "connection-closed")
        case .cancelled: .unknown(code: "broken-off")
        default: .unknown(code: "transport")
        }
    }
}
