import ArgumentParser
import CommandLineSupport
import Consent
import MessageCatalog

struct MatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Which command a text is (STOP, START, HELP …), how certain, and why.",
        discussion: """
            The words of every language count, whatever the contact's language is. The language \
            only settles words that stop in one and are everyday answers in another, such as "fine".
            """
    )

    @Argument(help: "What a contact wrote; the title, if it was a button.")
    var text: String

    @Option(name: .long, help: "The contact's language, as a tag such as de or pt-BR.")
    var locale: String?

    @Flag(name: .long, help: "The contact is opted out, so that YES asks to start again.")
    var optedOut = false

    @Flag(name: .long, help: "The contact owes a confirmation, so that YES asks to start.")
    var pending = false

    @Flag(name: .long, help: "The text is a reaction to a message.")
    var reaction = false

    @Option(name: .long, help: "The payload of the tapped button or list row.")
    var payload: String?

    @Option(
        name: .long,
        parsing: .singleValue,
        help: "A text the waiting flow claims, such as \"stop *\"; may be given several times."
    )
    var claim: [String] = []

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    @OptionGroup var workspace: WorkspaceOption

    func run() async throws {
        try await ending {
            let decision = CommandMatcher.standard.decide(content, context: try context())
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

    private var content: CommandContent {
        if reaction { return .reaction(text) }
        return payload.map { .choice(payload: $0, title: text) } ?? .text(text)
    }

    private func context() throws(Failure) -> CommandContext {
        if let locale, LocaleTag(locale) == nil {
            throw .cannotRun("`\(locale)` is no language tag; try de or pt-BR")
        }
        var declared: [DeclaredCommand] = []
        for text in claim {
            guard let command = DeclaredCommand.claim(text) else {
                throw .cannotRun("`\(text)` has no word to claim; try \"stop *\"")
            }
            declared.append(command)
        }
        return CommandContext(
            yesMeansStart: optedOut || pending,
            language: locale,
            declared: declared
        )
    }
}
