import ArgumentParser
import Channels
import CommandLineSupport
import ConversationRuntime
import FlowProgram
import Foundation
import Logging
import ProviderHTTP
import ProviderSimulator
import Synchronization
import WebServer

struct SimulateProviderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate-provider",
        abstract: "Play a provider and its contacts, to try `serve` without an account.",
        discussion: """
            Speaks the provider's side on loopback, signed with the same secrets as the daemon's, \
            from the same variables. What you type is a contact's message; what arrives at their \
            telephone is printed. `/tap 1` taps a button, `/as +491700000002` makes you another \
            contact, `/photo` sends one, `/block` tells the provider to let no more through, \
            `/quit` ends it.

            The daemon finds it through PARLEY_CHANNEL_API, such as \
            PARLEY_WHATSAPP_API=http://127.0.0.1:9090.
            """
    )

    @Argument(help: "One of: \(SimulatedProviders.names.joined(separator: ", ")).")
    var provider: String

    @OptionGroup var workspace: WorkspaceOption

    @Option(name: .long, help: "The daemon's address.")
    var daemon = "http://127.0.0.1:8080"

    @Option(name: .long, help: "Host and port to listen on.")
    var listen = "127.0.0.1:9090"

    @Option(name: .long, help: "The share of webhooks that come twice, 0 to 1.")
    var duplicates = 0.0

    @Option(name: .long, help: "Webhooks wait up to so many milliseconds, and overtake each other.")
    var delay = 0

    @Option(name: .long, help: "The share of messages that are refused, 0 to 1.")
    var errors = 0.0

    @Option(name: .long, help: "The code of the provider's table they are refused with.")
    var errorCode = 131_016

    @Option(name: .long, help: "Messages a second that are taken; more are throttled.")
    var throttle = Int.max

    @Option(name: .long, help: "The seed that faults are drawn from.")
    var seed: UInt64 = 1

    func validate() throws {
        guard ListenAddress(listen) != nil else {
            throw ValidationError("`--listen` takes a host and a port, such as 127.0.0.1:9090")
        }
        for share in [duplicates, errors] where !(0...1).contains(share) {
            throw ValidationError("a share is a number from 0 to 1")
        }
        guard SimulatedProviders.names.contains(provider) else {
            throw ValidationError(
                "there is no simulated provider `\(provider)`; there are "
                    + SimulatedProviders.names.joined(separator: ", ")
            )
        }
    }

    func run() async throws {
        try await ending {
            guard let address = ListenAddress(listen) else { throw ExitCode.validationFailure }
            let (program, _) = try workspace.program()
            let setup = ChannelSetup(
                environment: ProcessInfo.processInfo.environment,
                publicURL: program.serve.publicURL ?? daemon
            )
            let declared = program.channels.first { $0.provider == provider }
            guard let declared else {
                throw Failure.cannotRun(
                    "the workspace declares no channel with the provider `\(provider)`"
                )
            }
            let channel = try setup.channel(declared)
            guard
                let simulated = SimulatedProviders.make(provider, settings: channel.settings)
            else {
                throw Failure.cannotRun("the settings of channel `\(channel.name)` are not enough")
            }
            let transport = HTTPTransport()
            let telephone = SimulatedTelephone()
            let simulation = ProviderSimulation(
                provider: simulated,
                webhook: { [daemon] in "\(daemon)/webhooks/\(channel.name)" },
                transport: transport,
                faults: SimulatorFaults(
                    duplicates: duplicates,
                    delayMilliseconds: delay,
                    errors: errors,
                    errorCode: errorCode,
                    messagesPerSecond: throttle,
                    seed: seed
                ),
                clock: SystemClock()
            ) { telephone.show($0) }
            let server = SimulatorServer(
                address: address,
                logger: Logger(label: "parley.simulator") { _ in SwiftLogNoOpLogHandler() }
            ) { simulation.answer($0) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await Self.serve(server, at: address, for: channel.name) }
                group.addTask { await simulation.run() }
                group.addTask { await telephone.talk(through: simulation) }
                // The first to end is the telephone, or a server that could not begin.
                try await group.next()
                group.cancelAll()
            }
            try await transport.close()
        }
    }
}

extension SimulateProviderCommand {
    private static func serve(
        _ server: SimulatorServer,
        at address: ListenAddress,
        for channel: String
    ) async throws {
        do {
            try await server.run { listening in
                Output.lineAtOnce("a provider at \(listening.text), for \(channel)")
                Output.lineAtOnce("write as a contact; /quit ends it")
            }
        } catch {
            throw Failure.cannotRun(
                "cannot listen on \(address.text): \(error); is the port taken?"
            )
        }
    }
}

/// Standard input and output as a contact's telephone.
private final class SimulatedTelephone: Sendable {
    private let buttons = Mutex<[SimulatedMessage.Button]>([])

    func show(_ arrival: ProviderSimulation.Arrival) {
        // Before anybody can see them, and tap.
        buttons.withLock { $0 = arrival.message.buttons }
        let lines = arrival.message.text.split(separator: "\n", omittingEmptySubsequences: false)
        for (place, line) in lines.enumerated() {
            Output.lineAtOnce("\(place == 0 ? "<" : "|") \(VisibleLine.text(String(line)))")
        }
        for (place, button) in arrival.message.buttons.enumerated() {
            Output.lineAtOnce("  [\(place + 1)] \(VisibleLine.text(button.title))")
        }
    }

    /// Reads lines until `/quit` or the end of input.
    func talk(through simulation: ProviderSimulation) async {
        var contact = simulation.standardContact
        for await line in Self.lines() {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            let act: ContactAct
            switch words.first {
            case nil: continue
            case "/quit": return
            case "/as":
                contact = words.count == 2 ? words[1] : simulation.standardContact
                Output.lineAtOnce("  you are \(contact)")
                continue
            case "/photo": act = .photo
            case "/block": act = .block
            case "/tap":
                let number = words.count == 2 ? Int(words[1]) : nil
                let buttons = buttons.withLock { $0 }
                guard let number, buttons.indices.contains(number - 1) else {
                    Output.lineAtOnce("  there is no such button; /tap takes the number before it")
                    continue
                }
                act = .tap(buttons[number - 1])
            default: act = .text(line)
            }
            let (_, status) = await simulation.act(act, as: contact)
            if status != 200 {
                Output.lineAtOnce("  the daemon answered \(status.map { "\($0)" } ?? "nothing")")
            }
        }
    }

    /// Lines of standard input, read on a thread of their own.
    private static func lines() -> AsyncStream<String> {
        AsyncStream { continuation in
            let thread = Thread {
                while let line = readLine() { continuation.yield(line) }
                continuation.finish()
            }
            thread.start()
        }
    }
}

/// What a stranger's program sent, without anything that steers a terminal.
private enum VisibleLine {
    static func text(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
                }
            )
        )
    }
}
