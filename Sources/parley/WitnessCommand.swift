import ArgumentParser

/// Hands over to `parleyd`, which has the server that this program does without.
struct WitnessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "Cosign the checkpoints of other operators' logs (runs parleyd).",
        discussion: """
            Everything after `witness` is for `parleyd witness`; see `parley witness --help`.
            """
    )

    @Argument(parsing: .captureForPassthrough, help: "What `parleyd witness` is given.")
    var arguments: [String] = []

    func run() throws {
        try ParleydProgram.take(over: "witness", arguments)
    }
}
