import ArgumentParser
import Consent
import MessageCatalog

struct MatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Which command a text is (STOP, START, HELP), how certain, and why.",
        discussion: "The words of every language count, whatever the contact's language is."
    )

    @Argument(help: "What a contact wrote.")
    var text: String

    @Option(name: .long, help: "The contact's language; it does not change the answer.")
    var locale: String?

    @Flag(name: .long, help: "The contact is opted out, so that YES asks to start again.")
    var optedOut = false

    @Flag(name: .long, help: "The text is a reaction to a message.")
    var reaction = false

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    @OptionGroup var workspace: WorkspaceOption

    func run() async throws {
        try await ending {
            if let locale, LocaleTag(locale) == nil {
                throw Failure.cannotRun("`\(locale)` is no language tag; try de or pt-BR")
            }
            let context = CommandContext(yesMeansStart: optedOut, isReaction: reaction)
            let decision = CommandMatcher.standard.decide(text, context: context)
            let because = decision.because.map(\.sentence)
            if json {
                let command = decision.command.map { JSONText.quoted($0.rawValue) } ?? "null"
                let reasons = JSONText.quoted(because.joined(separator: "; "))
                Output.line(
                    "{\"command\": \(command), "
                        + "\"certainty\": \(JSONText.quoted(decision.certainty.rawValue)), "
                        + "\"because\": \(reasons)}"
                )
            } else {
                let command = decision.command?.rawValue ?? "no command"
                Output.line("\(command) (\(decision.certainty.rawValue))")
                for reason in because { Output.line("  \(reason)") }
            }
        }
    }
}
