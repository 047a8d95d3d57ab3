import Audit
import Channels
import Clocks
import CommandLineSupport
import ConversationRuntime
import Conversations
import Encryption
import FlowCompiler
import FlowProgram
import Foundation
import Logging
import ProviderHTTP
import ServiceLifecycle
import Storage
import StorageSQLite
import UnixSignals
import WebServer

/// A workspace and its store, served until somebody says stop.
///
/// Everything is opened and checked before the port is: a daemon that listens works.
struct Daemon {
    private static let standardAddress = "127.0.0.1:8080"

    private let workspace: WorkspaceOption
    private let folder: StoreFolder
    private let engine: Engine
    private let channels: ChannelTable
    private let setup: ChannelSetup
    private let signal: DeliverySignal
    private let budgets: APIBudgets
    private let configuration: WebServerConfiguration
    private let metrics = ServeMetrics()
    private let logger: Logger
    private let log: ServeLog

    static func open(
        store: StoreOption,
        key: KeyOption,
        listen: String?,
        publicURL: String?,
        environment: [String: String]
    ) throws -> Daemon {
        let (program, sources) = try store.workspace.program()
        let text = listen ?? program.serve.listen ?? standardAddress
        guard let address = ListenAddress(text) else {
            throw Failure.cannotRun(
                "`\(text)` is no address to listen on: a host and a port, such as 127.0.0.1:8080"
            )
        }
        let tls = try certificate(program.serve, in: store.workspace.workspace)
        let setup = ChannelSetup(
            environment: environment,
            publicURL: publicURL ?? program.serve.publicURL
        )
        let budgets = try budgets(environment["PARLEY_API_REQUESTS_PER_MINUTE"])
        // Before the store is touched: what is missing is said at once.
        let channels = try setup.channels(of: program)
        guard !channels.isEmpty else {
            throw Failure.cannotRun(
                "the workspace declares no channel; add one under `channels` in parley.yaml"
            )
        }
        let (folder, secret) = try StoreOpening.openOrMake(
            store.path,
            key.source(for: store.path),
            at: SystemClock().now()
        )
        do {
            return try Daemon(
                workspace: store.workspace,
                folder: folder,
                secret: secret,
                program: program,
                sources: sources,
                channels: channels,
                setup: setup,
                budgets: budgets,
                configuration: WebServerConfiguration(
                    address: address,
                    limits: ConversationServer.limits,
                    tls: tls
                )
            )
        } catch {
            try? folder.close()
            throw error
        }
    }

    private init(
        workspace: WorkspaceOption,
        folder: StoreFolder,
        secret: KeyEncryptionKey,
        program: Program,
        sources: WorkspaceSources,
        channels: [any Channel],
        setup: ChannelSetup,
        budgets: APIBudgets,
        configuration: WebServerConfiguration
    ) throws {
        self.budgets = budgets
        let last = try folder.store.heads(from: folder.store.frontier().size, limit: 1).last
        let clock = StoreClock(notBefore: last?.time)
        signal = DeliverySignal()
        engine = try Engine(
            program: program,
            sources: sources,
            store: folder.store,
            vault: folder.vault,
            key: secret,
            clock: clock,
            entropy: .system,
            sinks: CheckpointSinks.declared(in: program.audit, workspace: workspace.workspace),
            deliveries: signal
        )
        try engine.log.checkPublished()
        self.workspace = workspace
        self.folder = folder
        self.channels = ChannelTable(channels)
        self.setup = setup
        self.configuration = configuration
        logger = Logger(label: "parley.serve") { _ in
            JSONLogHandler(level: .info, clock: clock, write: Output.log)
        }
        log = ServeLog(logger: logger, clock: clock)
    }

    private static func budgets(_ text: String?) throws -> APIBudgets {
        guard let text else { return .standard }
        guard let budgets = Int(text).flatMap({ APIBudgets(requestsPerMinute: $0) }) else {
            throw Failure.cannotRun(
                "PARLEY_API_REQUESTS_PER_MINUTE must be \(APIBudgets.perMinute.lowerBound) to "
                    + "\(APIBudgets.perMinute.upperBound)"
            )
        }
        return budgets
    }

    private static func certificate(
        _ serve: ServeSettings,
        in workspace: String
    ) throws -> TLSFiles? {
        switch (serve.certificate, serve.privateKey) {
        case (nil, nil): return nil
        case (let certificate?, let privateKey?):
            let base = URL(fileURLWithPath: workspace, isDirectory: true)
            do {
                return try TLSFiles(
                    certificate: URL(fileURLWithPath: certificate, relativeTo: base).path,
                    privateKey: URL(fileURLWithPath: privateKey, relativeTo: base).path
                )
            } catch {
                throw Failure.cannotRun(error.sentence)
            }
        case (_?, nil), (nil, _?):
            throw Failure.cannotRun(
                "`serve` in parley.yaml needs both `certificate` and `private-key`, or neither"
            )
        }
    }

    /// Serves until SIGTERM or SIGINT; the store is whole in its own files afterwards.
    func run() async throws {
        let transport = HTTPTransport()
        let dispatcher = Dispatcher(
            engine: engine,
            channels: channels,
            transport: transport,
            signal: signal,
            observer: ServeObserver(metrics: metrics, log: log)
        )
        let server = ConversationServer(
            engine: engine,
            channels: channels,
            dispatcher: dispatcher,
            api: api(dispatcher),
            readiness: Readiness(),
            metrics: metrics,
            log: log,
            configuration: configuration,
            logger: logger,
            onListening: { [setup, channels, engine] address in
                Self.announce(address, setup, channels, engine)
            }
        )
        // The last is stopped first: no request comes in any more before deliveries end.
        let services: [any Service] = [
            UpkeepService(engine: engine, metrics: metrics, log: log),
            DeliveryService(dispatcher: dispatcher),
            ReloadService(
                workspace: workspace,
                setup: setup,
                engine: engine,
                channels: channels,
                tls: configuration.tls,
                metrics: metrics,
                log: log
            ),
            server,
        ]
        let group = group(of: services)
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(try await group.run())
        } catch {
            outcome = .failure(error)
        }
        try? await transport.close()
        try close()
        do {
            try outcome.get()
        } catch let error as Failure {
            throw error
        } catch let error as EngineError {
            throw error
        } catch {
            throw Failure.cannotRun(
                "cannot serve on \(configuration.address.text): \(error); is the port taken, "
                    + "or not yours?"
            )
        }
        log.tell("stopped")
    }

    /// Ends at SIGTERM and SIGINT, or when one of them fails: the others then end in their order,
    /// so that what is on its way is settled.
    private func group(of services: [any Service]) -> ServiceGroup {
        var quiet = logger
        quiet.logLevel = .error
        var configuration = ServiceGroupConfiguration(
            services: services.map { service in
                ServiceGroupConfiguration.ServiceConfiguration(
                    service: service,
                    failureTerminationBehavior: .gracefullyShutdownGroup
                )
            },
            logger: quiet
        )
        configuration.gracefulShutdownSignals = [.sigterm, .sigint]
        return ServiceGroup(configuration: configuration)
    }

    private func api(_ dispatcher: Dispatcher) -> APIRoutes {
        APIRoutes(
            engine: engine,
            keys: APIKeys(store: folder.vault, log: folder.store, entropy: .system),
            budgets: budgets,
            paused: { dispatcher.paused() },
            refused: { [metrics] in metrics.countRefusal($0) }
        )
    }

    /// Signs what is new, and leaves the store whole.
    private func close() throws {
        do {
            try engine.log.keepUp(at: engine.clock.now())
        } catch {
            log.warn("checkpoint-failed", ["why": .string(error.sentence)])
        }
        try folder.close()
    }

    private static func announce(
        _ address: ListenAddress,
        _ setup: ChannelSetup,
        _ channels: ChannelTable,
        _ engine: Engine
    ) {
        Output.line("listening on \(address.text)")
        let base = setup.publicURL ?? "http://\(address.text)"
        for channel in engine.registry.current.program.channels {
            Output.line("\(channel.name): \(base)/webhooks/\(channel.name)")
        }
        Output.flush()
    }
}
