import Channels
import Clocks
import ConversationRuntime
import FlowCompiler
import FlowProgram
import Foundation
import Logging
import ProviderHTTP
import ProviderSimulator
import Synchronization
import WebServer

/// The whole storm: a provider, its contacts, the daemon, and whoever kills it.
final class Storm: Sendable {
    private static let secrets = ["app-secret", "access-token", "verify-token"]
    private static let secret = "storm"
    /// What is still on its way when the last conversation ends arrives within this.
    private static let calm = Duration.seconds(2)

    let options: StormCommand
    let program: Program
    let sources: WorkspaceSources
    let channel: DeclaredChannel
    private let folder: URL

    init(options: StormCommand) throws {
        self.options = options
        folder = FileManager.default.temporaryDirectory
            .appending(component: "parley-storm-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var diagnostics = Diagnostics()
        sources = try WorkspaceFolder(path: options.workspace).sources(into: &diagnostics)
        guard let program = WorkspaceCompiler.compile(sources).program,
            let channel = program.channels.first(where: { $0.provider == "whatsapp" })
        else { throw StormError.unusableWorkspace(options.workspace) }
        self.program = program
        self.channel = channel
    }

    var store: String { folder.appending(component: "store").path }

    func run() async throws -> StormVerdict {
        defer { try? FileManager.default.removeItem(at: folder) }
        let transport = HTTPTransport()
        // A port of its own, so that the daemon finds the provider whenever it starts.
        let address = ListenAddress(host: "127.0.0.1", port: Int.random(in: 20_000..<30_000))
        let daemon = RunningDaemon(
            program: options.daemon,
            arguments: [
                "serve", "--workspace", options.workspace, "--store", store,
                "--listen", "127.0.0.1:0",
            ],
            environment: environment(provider: address)
        )
        let crowd = StormCrowd(count: options.conversations, width: options.width)
        let simulation = ProviderSimulation(
            provider: try provider(),
            webhook: { [channel] in "\(daemon.address)/webhooks/\(channel.name)" },
            transport: transport,
            faults: SimulatorFaults(
                duplicates: options.duplicates,
                delayMilliseconds: options.delay,
                seed: options.seed
            ),
            clock: SystemClock()
        ) { crowd.arrivals.continuation.yield($0) }
        let server = SimulatorServer(
            address: address,
            logger: Logger(label: "storm") { _ in SwiftLogNoOpLogHandler() }
        ) { simulation.answer($0) }
        let start = ContinuousClock.now
        let kills = options.kills
        let outcome = try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run { _ in } }
            group.addTask { await simulation.run() }
            try await daemon.start()
            async let killed: Void = crowd.kill(daemon, times: kills)
            let finished = await crowd.converse(through: simulation)
            try await killed
            let elapsed = start.duration(to: .now)
            try await Task.sleep(for: Self.calm)
            let status = await daemon.stop()
            group.cancelAll()
            return (finished: finished, elapsed: elapsed, status: status)
        }
        try await transport.close()
        let facts = StormFacts(
            finished: outcome.finished,
            kills: kills,
            elapsed: outcome.elapsed,
            exitStatus: outcome.status
        )
        return try StormAftermath(storm: self, facts: facts).verdict(on: crowd.contacts)
    }

    private func provider() throws -> any SimulatedProvider {
        let settings = ChannelSettings(
            name: channel.name,
            sender: channel.sender,
            account: channel.account,
            secrets: ChannelSecrets(
                Dictionary(uniqueKeysWithValues: Self.secrets.map { ($0, [Self.secret]) })
            )
        )
        guard let provider = SimulatedProviders.make("whatsapp", settings: settings) else {
            throw StormError.unusableWorkspace(options.workspace)
        }
        return provider
    }

    private func environment(provider: ListenAddress) -> [String: String] {
        var environment = ProcessInfo.processInfo.environment
        let prefix = "PARLEY_\(channel.name)_"
        func variable(_ name: String) -> String {
            (prefix + name).uppercased().replacing("-", with: "_")
        }
        for name in Self.secrets { environment[variable(name)] = Self.secret }
        environment[variable("api")] = "http://\(provider.text)"
        return environment
    }
}
