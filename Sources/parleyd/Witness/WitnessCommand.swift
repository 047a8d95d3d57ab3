import ArgumentParser
import CommandLineSupport
import Encryption
import TransparencyLog

struct WitnessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "Cosign the checkpoints of other operators' logs.",
        discussion: """
            A witness remembers the largest tree it has seen of each log, and cosigns a checkpoint \
            only when that tree is its beginning. So a log that shows two histories, or goes back \
            to an earlier one, is found out. The protocol is https://c2sp.org/tlog-witness.
            """,
        subcommands: [WitnessRunCommand.self, WitnessKeyCommand.self],
        defaultSubcommand: WitnessRunCommand.self
    )
}

/// Who a witness is: its name and where its key is.
struct WitnessIdentity: ParsableArguments {
    @Option(
        name: .long,
        help: "The witness's name, by custom a URL without its scheme: witness.example.com/w1."
    )
    var name: String

    @Option(name: .long, help: "The file with the witness's key, made on the first start.")
    var keyFile: String

    func cosigner(_ seed: SecretBytes) throws -> Cosigner {
        try Cosigner(name: name, key: SigningKey(seed: seed))
    }
}

struct WitnessKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Print the verifier key that other operators put into their policies."
    )

    @OptionGroup var identity: WitnessIdentity

    func run() async throws {
        try await ending {
            guard let seed = try SigningKeyFile(path: identity.keyFile).read() else {
                throw Failure.cannotRun(
                    "there is no key in `\(identity.keyFile)`; `parleyd witness` makes it on its "
                        + "first start"
                )
            }
            Output.line(try identity.cosigner(seed).verifierKey.text)
        }
    }
}
