import ArgumentParser

struct Parley: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parley",
        abstract: "Talk under agreed terms: conversations with consent built in.",
        discussion: """
            A workspace is a folder with `parley.yaml`, `flows/` and `locales/`. Start with

              parley new my-flows            a workspace that works, to change as you like
              parley chat order-updates      talk to a flow
              parley check                   find what is wrong with the workspace
              parley test                    play the transcripts under transcripts/
              parley graph order-updates     see a flow as a picture

            Exit status: 0 holds, 1 does not hold, 2 could not run.
            """,
        version: "0.1.0",
        subcommands: [
            NewCommand.self, ChatCommand.self, CheckCommand.self, TestCommand.self,
            GraphCommand.self, FormatCommand.self, MatchCommand.self,
            SchemaCommand.self, ConsentCommand.self, ContactCommand.self, RetentionCommand.self,
            AuditCommand.self, ChannelCommand.self, SimulateProviderCommand.self,
            WitnessCommand.self, KeysCommand.self, APIKeyCommand.self,
        ]
    )
}
