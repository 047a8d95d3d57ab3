import ArgumentParser
import Clocks
import CommandLineSupport
import ConversationRuntime
import StorageSQLite

struct RetentionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "What the workspace's rules delete, when, and why.",
        discussion: """
            The rules are under `retention` in parley.yaml, each with its reason; \
            docs/rights.md has the table. The engine follows them by itself for whoever it \
            hears of; `apply` sweeps the whole store.
            """,
        subcommands: [RetentionPlanCommand.self, RetentionApplyCommand.self]
    )
}

struct RetentionPlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "What will have been deleted by a day, how many, and why.",
        discussion: """
            Opens the sealed state of every contact and changes nothing. A plan for a later day \
            supposes that nobody writes or is written to until then: consents end at their time, \
            conversations that nobody continues are over.

            Exit status: 1 when a contact does not open with its keys.
            """
    )

    @OptionGroup var store: StoreOption

    @OptionGroup var key: KeyOption

    @Option(name: .long, help: "A day (its beginning, UTC) or a time; default now.")
    var at: String?

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            var instant: Timestamp?
            if let at {
                instant = Timestamp(at)
                guard instant != nil else {
                    throw Failure.cannotRun("`\(at)` is no day; write 2027-01-01")
                }
            }
            try await StoreSession.with(store, key) { session in
                let plan = try session.retentionPlan(at: instant, isQuiet: json)
                Output.line(json ? plan.json("due") : plan.text("due"))
                try plan.requireReadable()
            }
        }
    }
}

struct RetentionApplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Delete what is due now.",
        discussion: """
            Erases contacts whose time is over as `parley contact erase` does, forgets values \
            whose time to live is over, and prunes the keys of messages taken. For each class a \
            `retention.applied` leaf says how many. Stopped half-way, it goes on the next time.

            Exit status: 1 when a contact does not open with its keys.
            """
    )

    @OptionGroup var store: StoreOption

    @OptionGroup var key: KeyOption

    @Flag(name: .long, help: "Do not ask before deleting.")
    var yes = false

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            try await StoreSession.with(store, key) { session in
                if !yes, Terminal.isInput, Terminal.isOutput { try confirm(session) }
                let progress = try session.contactProgress(isQuiet: json)
                let done = try await session.engine.applyRetention(vault: session.folder.vault) {
                    progress.show(UInt64($0))
                }
                progress.finish()
                Output.line(json ? done.json("deleted") : done.text("deleted"))
                try done.requireReadable()
            }
        }
    }

    private func confirm(_ session: StoreSession) throws {
        let plan = try session.retentionPlan(at: nil, isQuiet: false)
        Output.line(plan.text("due"))
        guard plan.count > 0 else { return }
        print("Type `delete` to go on: ", terminator: "")
        Output.flush()
        guard readLine() == "delete" else {
            throw Failure.cannotRun("nothing was deleted")
        }
    }
}

extension StoreSession {
    fileprivate func retentionPlan(at instant: Timestamp?, isQuiet: Bool) throws -> RetentionPlan {
        let progress = try contactProgress(isQuiet: isQuiet)
        let plan = try engine.retentionPlan(
            at: instant ?? engine.clock.now(),
            vault: folder.vault
        ) { progress.show(UInt64($0)) }
        progress.finish()
        return plan
    }

    /// A bar for work that opens every contact.
    func contactProgress(isQuiet: Bool) throws -> Progress {
        Progress(
            total: UInt64(try folder.vault.contactCount()),
            isShown: !isQuiet && Terminal.isOutput
        )
    }
}

extension RetentionPlan {
    fileprivate func text(_ what: String) -> String {
        let title = "by \(at.text), of \(Output.count(contacts, "contact")):"
        guard !items.isEmpty else { return "\(title) nothing is \(what)" }
        let lines = items.flatMap { item -> [String] in
            let span = item.span.map { "   \($0)" } ?? ""
            return ["  \(item.count) \(item.recordClass) \(what)\(span)", "    \(item.because)"]
        }
        return ([title] + lines).joined(separator: "\n")
    }

    fileprivate func json(_ what: String) -> String {
        let list = items.map { item in
            "{\"class\": \(JSONText.quoted(item.recordClass)), \"count\": \(item.count), "
                + "\"earliestDue\": \(Self.time(item.earliestDue)), "
                + "\"latestDue\": \(Self.time(item.latestDue)), "
                + "\"because\": \(JSONText.quoted(item.because))}"
        }
        return "{\"at\": \(JSONText.quoted(at.text)), \"contacts\": \(contacts), "
            + "\"unreadable\": \(unreadable), \"\(what)\": [\(list.joined(separator: ", "))]}"
    }

    private static func time(_ time: Timestamp?) -> String {
        time.map { JSONText.quoted($0.text) } ?? "null"
    }

    fileprivate func requireReadable() throws {
        guard unreadable > 0 else { return }
        throw Failure.doesNotHold(
            "error: \(unreadable) contacts do not open with their keys, and nothing was decided "
                + "about them; run `parley audit verify`"
        )
    }
}

extension RetentionPlan.Item {
    fileprivate var span: String? {
        guard let earliestDue, let latestDue else { return nil }
        let (first, last) = (earliestDue.date.text, latestDue.date.text)
        return first == last ? "due \(first)" : "due from \(first) to \(last)"
    }
}
