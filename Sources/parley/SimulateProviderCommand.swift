import ArgumentParser

/// Hands over to `parleyd`, which has the server that this program does without.
struct SimulateProviderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate-provider",
        abstract: "Play a provider and its contacts, to try the daemon (runs parleyd).",
        discussion: """
            Everything after `simulate-provider` is for `parleyd simulate-provider`; see \
            `parley simulate-provider --help`.
            """
    )

    @Argument(parsing: .captureForPassthrough, help: "What the command is given.")
    var arguments: [String] = []

    func run() throws {
        try ParleydProgram.take(over: "simulate-provider", arguments)
    }
}
