import ArgumentParser
import CommandLineSupport
import ConversationRuntime
import Encryption
import Logging
import StorageSQLite
import TransparencyLog
import WebServer

struct WitnessRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Watch logs and answer until told to stop (the default)."
    )

    @Option(name: .long, help: "The folder with the witness's memory, made on the first start.")
    var store: String

    @OptionGroup var identity: WitnessIdentity

    @Option(
        name: .long,
        help: ArgumentHelp("The verifier key of a log to watch; repeat it.", valueName: "vkey")
    )
    var log: [String] = []

    @Option(name: .long, help: "Host and port to listen on; port 0 is a free one.")
    var listen = "127.0.0.1:8787"

    @Option(name: .long, help: "The path that the protocol's addresses begin with.")
    var prefix = WitnessServer.defaultPrefix

    func validate() throws {
        guard ListenAddress(listen) != nil else {
            throw ValidationError("`--listen` takes a host and a port, such as 127.0.0.1:8787")
        }
        guard WitnessServer.isPrefix(prefix) else {
            throw ValidationError(
                "`--prefix` takes a path of letters, digits and `-._`, such as / or /witness/"
            )
        }
    }

    func run() async throws {
        try await ending {
            guard let address = ListenAddress(listen) else { throw ExitCode.validationFailure }
            let keys = try log.map { text throws(NoteError) in try NoteKey(text: text) }
            let memory = try WitnessMemory.open(store, identity)
            let cosigner = memory.cosigner
            let logs = try TrustedLogs(keys: keys, witnessedBy: cosigner.verifierKey)
            Output.line("witness \(cosigner.verifierKey.text)")
            Output.flush()
            let clock = SystemClock()
            let server = WitnessServer(
                witness: Witness(
                    logs: logs,
                    cosigner: cosigner,
                    store: memory.store,
                    clock: clock
                ),
                prefix: prefix,
                configuration: WebServerConfiguration(
                    address: address,
                    limits: WitnessServer.limits
                ),
                logger: Logger(label: "parley.witness") { _ in
                    JSONLogHandler(level: .info, clock: clock, write: Output.log)
                }
            )
            try await Self.serve(server, at: address)
            try memory.store.close()
        }
    }

    private static func serve(_ server: WitnessServer, at address: ListenAddress) async throws {
        do {
            try await server.run {
                Output.line("listening on \($0.text)")
                Output.flush()
            }
        } catch {
            throw Failure.cannotRun(
                "cannot serve on \(address.text): \(error); is the port taken, or not yours?"
            )
        }
    }
}
