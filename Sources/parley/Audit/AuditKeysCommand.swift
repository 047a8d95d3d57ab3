import ArgumentParser
import Clocks
import CommandLineSupport
import ConversationRuntime
import Storage
import StorageSQLite

struct AuditKeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "The public halves of the keys that sign the log, the oldest first.",
        discussion: """
            Each line is a verifier key as C2SP signed notes use it. Give the first one to your \
            auditors when you start: with it, and nothing else of yours, they can check every \
            checkpoint and every change of keys after it.
            """
    )

    @OptionGroup var store: StoreOption

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            let folder = try StoreOpening.open(store.path)
            let keys = try folder.vault.logKeys()
            try folder.close()
            guard !keys.isEmpty else {
                throw Failure.cannotRun(
                    "the log was never signed; `parley audit checkpoint` makes its first key"
                )
            }
            for key in keys {
                Output.line(
                    json
                        ? "{\"epoch\": \(key.epoch), \"key\": \(JSONText.quoted(key.verifier)), "
                            + "\"since\": \(JSONText.quoted(key.createdAt.text)), "
                            + "\"destroyed\": \(key.wrapped == nil)}"
                        : key.verifier
                )
            }
        }
    }
}
