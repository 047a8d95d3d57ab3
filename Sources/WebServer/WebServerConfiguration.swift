import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore

/// How a server is reached and what it lets clients do; the same for every server of ours.
package struct WebServerConfiguration: Sendable {
    package var address: ListenAddress
    package var limits: HTTPLimits
    /// The certificate to serve with; without it, TLS is somebody else's in front of this server.
    package var tls: TLSFiles?

    package init(address: ListenAddress, limits: HTTPLimits, tls: TLSFiles? = nil) {
        self.address = address
        self.limits = limits
        self.tls = tls
    }

    /// Address and connections, as the framework takes them; no `Server` header is sent.
    func application(logger: Logger) -> ApplicationConfiguration {
        ApplicationConfiguration(
            address: .hostname(address.host, port: address.port),
            serverName: nil,
            backlog: limits.waitingConnections,
            availableConnectionsDelegate: MaximumAvailableConnections(
                limits.connections,
                logger: logger
            )
        )
    }

    /// HTTP/1.1 with the limits on heads, silence and slowness, which are off unless asked for.
    func server() throws -> HTTPServerBuilder {
        let plain = plainServer
        return if let tls { try .tls(plain, tlsConfiguration: tls.configuration) } else { plain }
    }

    private var plainServer: HTTPServerBuilder {
        let limits = limits
        return .http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [
                    RequestDeadline(after: .seconds(Int64(limits.bodySeconds)))
                ],
                idleTimeout: .seconds(Int64(limits.idleSeconds)),
                httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                    maxHeaderFieldSize: limits.headerFieldBytes,
                    maxHeaderListSize: limits.headerListBytes,
                    maxHeaderFieldCount: limits.headerFields
                )
            )
        )
    }
}
