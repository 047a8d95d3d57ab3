import Consent
import FlowProgram

/// One text for each built-in command, as the engine reads it.
struct CommandTexts {
    static let stop = "STOP"
    /// A text that is probably STOP, which the contact is asked about.
    let probableStop: String?
    let others: [String]

    init(_ program: Program, _ matcher: CommandMatcher) {
        probableStop = ["🛑", "🙅"].first { text in
            let decision = matcher.decide(text)
            return decision.command == .stop && decision.certainty == .probable
        }
        let commands = program.commands
        let answered: [(FlowIndex?, CommandKind, [String])] = [
            (commands.start, .start, ["START", "UNSTOP"]),
            (commands.help, .help, ["HELP", "INFO"]),
            (commands.delete, .delete, ["delete my data"]),
            (commands.receipt, .receipt, ["my consents"]),
        ]
        others = answered.compactMap { flow, kind, texts in
            guard flow != nil else { return nil }
            return texts.first { text in
                let decision = matcher.decide(text)
                return decision.command == kind && decision.certainty == .definite
            }
        }
    }

    var all: [String] { [Self.stop] + [probableStop].compactMap(\.self) + others }
}
