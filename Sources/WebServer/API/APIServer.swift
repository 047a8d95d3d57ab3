import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore

/// The interface for programs on a port of its own, so that what faces providers need not face
/// those who look after contacts.
package struct APIServer: Sendable {
    private let routes: APIRoutes
    private let configuration: WebServerConfiguration
    private let logger: Logger

    /// What a client may take of the interface.
    package static let limits = HTTPLimits(bodyBytes: APIRoutes.bodyLimit)

    package init(routes: APIRoutes, configuration: WebServerConfiguration, logger: Logger) {
        self.routes = routes
        self.configuration = configuration
        self.logger = logger
    }

    /// Serves until the task is cancelled or the service group it is in shuts down.
    ///
    /// `onReady` is told where the server listens, once it does.
    package func serve(onReady: @escaping @Sendable (ListenAddress) -> Void) async throws {
        let router = Router(context: ServeRequestContext.self)
        routes.add(to: router)
        let address = configuration.address
        var quiet = logger
        quiet.logLevel = .warning
        let application = Application(
            router: router,
            server: try configuration.server(),
            configuration: configuration.application(logger: quiet),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? address.port
                onReady(ListenAddress(host: address.host, port: port))
            },
            logger: quiet
        )
        try await application.run()
    }
}
