import ArgumentParser
import Clocks
import CommandLineSupport
import Consent
import ConversationRuntime
import FlowProgram

struct AuditPruneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Remove the months of the log that the law no longer asks for.",
        discussion: """
            Whole months go, oldest first, and only what is under a checkpoint. What stays can be \
            proved as before: the hashes that lead over the removed part are kept. How long the \
            log is kept stands under `retention: audit-log` in parley.yaml; --before names another \
            day. While a legal hold stands nothing is removed.
            """
    )

    @OptionGroup var store: StoreOption

    @OptionGroup var key: KeyOption

    @Option(name: .long, help: "Remove the months that end on this day or earlier.")
    var before: String?

    @Flag(name: .long, help: "Only say what would go.")
    var dryRun = false

    @Flag(name: .long, help: "Do not ask before removing.")
    var yes = false

    func run() async throws {
        try await ending {
            try await StoreSession.with(store, key) { session in
                let now = session.engine.clock.now()
                let limit = try limit(session.program, now)
                let plan = try session.engine.log.planPruning(before: limit)
                Output.line(
                    plan.leaves == 0
                        ? "no leaf is older than \(plan.before.text.prefix(10))"
                        : "\(plan.leaves) leaves, \(plan.from) to \(plan.to - 1), are from before "
                            + "\(plan.before.text.prefix(10))"
                )
                guard !dryRun else { return }
                if plan.leaves > 0, !yes, Terminal.isInput, Terminal.isOutput { try confirm() }
                let progress = Progress(total: plan.leaves, isShown: Terminal.isOutput)
                try session.engine.log.prune(plan, at: now) { progress.show(UInt64($0)) }
                progress.finish()
                if plan.leaves > 0 { Output.line("the log now begins with leaf \(plan.to)") }
            }
        }
    }

    private func limit(_ program: Program, _ now: Timestamp) throws -> Timestamp {
        if let before {
            guard let day = Timestamp(before), day <= now else {
                throw Failure.cannotRun("`\(before)` is no day in the past; write 2020-01-01")
            }
            return day
        }
        guard let limit = program.retention.rule(for: .auditLog).cutoff(at: now) else {
            throw Failure.cannotRun(
                "no rule says how long the log is kept; set `retention: audit-log` in "
                    + "parley.yaml, or name a day with --before"
            )
        }
        return limit
    }

    private func confirm() throws {
        print("Type `remove` to go on: ", terminator: "")
        Output.flush()
        guard readLine() == "remove" else {
            throw Failure.cannotRun("nothing was removed")
        }
    }
}
