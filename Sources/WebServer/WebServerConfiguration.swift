import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// How a server is reached and what it lets clients do; the same for every server of ours.
package struct WebServerConfiguration: Sendable {
    package var address: ListenAddress
    package var limits: HTTPLimits

    package init(address: ListenAddress, limits: HTTPLimits) {
        self.address = address
        self.limits = limits
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
    var server: HTTPServerBuilder {
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
