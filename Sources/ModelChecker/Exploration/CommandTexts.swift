import Consent
import FlowProgram

/// One text for each built-in command, as the engine reads it.
struct CommandTexts {
    static let stop = "STOP"
    /// A text that is probably STOP, which the contact is asked about.
    let probableStop: String?
    /// START, which is answered alike whatever went on before it.
    let start: String?
    /// What is answered at once, and changes nothing.
    let informing: [String]
    /// Those of the informing ones whose flows wait for a reply all the same.
    let conversing: [String]
    /// What is asked back about, and so comes between.
    let asking: [String]

    init(_ program: Program, _ matcher: CommandMatcher) {
        probableStop = ["🛑", "🙅"].first { text in
            let decision = matcher.decide(text)
            return decision.command == .stop && decision.certainty == .probable
        }
        let commands = program.commands
        func text(_ flow: FlowIndex?, _ kind: CommandKind, _ texts: [String]) -> String? {
            guard flow != nil else { return nil }
            return texts.first { text in
                let decision = matcher.decide(text)
                return decision.command == kind && decision.certainty == .definite
            }
        }
        start = text(commands.start, .start, ["START", "UNSTOP"])
        let help = text(commands.help, .help, ["HELP", "INFO"])
        let receipt = text(commands.receipt, .receipt, ["my consents"])
        informing = [help, receipt].compactMap(\.self)
        conversing = [(help, commands.help), (receipt, commands.receipt)].compactMap { text, flow in
            // A flow that is called may wait as well.
            let waits = flow.map { index in
                program[index].steps.contains { step in
                    if case .call = step.exit { true } else { step.exit.waits }
                }
            }
            return waits ?? false ? text : nil
        }
        asking = [probableStop, text(commands.delete, .delete, ["delete my data"])]
            .compactMap(\.self)
    }

    var all: [String] { [Self.stop] + asking + [start].compactMap(\.self) + informing }
}
