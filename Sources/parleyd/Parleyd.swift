import ArgumentParser

struct Parleyd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parleyd",
        abstract: "The parts of Parley that run until they are told to stop.",
        discussion: """
            What a person has to know is written to standard output; what happens is written to \
            standard error, one JSON object a line, without anything personal.

            Exit status: 0 stopped as asked, 2 could not run.
            """,
        version: "0.1.0",
        subcommands: [ServeCommand.self, SimulateProviderCommand.self, WitnessCommand.self]
    )
}
