import Channels
import Clocks
package import ConversationRuntime
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle

/// The HTTP side of a daemon that talks with contacts: webhooks in, and what operators ask.
package struct ConversationServer: Service {
    private let engine: Engine
    private let channels: ChannelTable
    private let dispatcher: Dispatcher
    private let api: APIRoutes
    private let readiness: Readiness
    private let metrics: ServeMetrics
    private let log: ServeLog
    private let configuration: WebServerConfiguration
    private let logger: Logger
    private let onListening: @Sendable (ListenAddress) -> Void

    /// What a client may take of a daemon.
    package static let limits: HTTPLimits = {
        var limits = HTTPLimits(bodyBytes: WebhookRoutes.bodyLimit)
        limits.bodySeconds = 15
        limits.connections = 2048
        limits.waitingConnections = 1024
        return limits
    }()

    package init(
        engine: Engine,
        channels: ChannelTable,
        dispatcher: Dispatcher,
        api: APIRoutes,
        readiness: Readiness,
        metrics: ServeMetrics,
        log: ServeLog,
        configuration: WebServerConfiguration,
        logger: Logger,
        onListening: @escaping @Sendable (ListenAddress) -> Void
    ) {
        self.engine = engine
        self.channels = channels
        self.dispatcher = dispatcher
        self.api = api
        self.readiness = readiness
        self.metrics = metrics
        self.log = log
        self.configuration = configuration
        self.logger = logger
        self.onListening = onListening
    }

    /// Serves until the group it is in shuts down, then finishes the requests that have begun.
    package func run() async throws {
        let router = Router(context: ServeRequestContext.self)
        router.add(middleware: RequestTiming(metrics: metrics))
        WebhookRoutes(
            channels: channels,
            intake: Intake(engine: engine),
            clock: engine.clock,
            metrics: metrics,
            log: log
        ).add(to: router)
        OperationsRoutes(
            engine: engine,
            readiness: readiness,
            metrics: metrics,
            paused: { [dispatcher] in dispatcher.paused().keys.sorted() }
        ).add(to: router)
        // The last: what it answers under `/v1` for no route is nobody else's.
        api.add(to: router)
        var quiet = logger
        // The framework tells of each connection; a line for what matters is ours.
        quiet.logLevel = .warning
        let application = Application(
            router: router,
            server: try configuration.server(),
            configuration: configuration.application(logger: quiet),
            onServerRunning: { [configuration, readiness, onListening] channel in
                let port = channel.localAddress?.port ?? configuration.address.port
                readiness.set(true)
                onListening(ListenAddress(host: configuration.address.host, port: port))
            },
            logger: quiet
        )
        defer { readiness.set(false) }
        try await withGracefulShutdownHandler {
            try await application.run()
        } onGracefulShutdown: {
            readiness.set(false)
        }
    }
}

/// How long each request took, by its route's pattern and never by its path.
private struct RequestTiming: RouterMiddleware {
    typealias Context = ServeRequestContext

    let metrics: ServeMetrics

    @concurrent
    func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var status = "error"
        defer {
            let elapsed = start.duration(to: .now)
            let seconds =
                Double(elapsed.components.seconds)
                + Double(elapsed.components.attoseconds) / 1e18
            metrics.registry.observe(
                ServeMetrics.requests,
                context.endpointPath ?? "none",
                status,
                seconds: seconds
            )
        }
        do {
            let response = try await next(request, context)
            status = "\(response.status.code)"
            return response
        } catch let error as HTTPError {
            status = "\(error.status.code)"
            throw error
        }
    }
}
