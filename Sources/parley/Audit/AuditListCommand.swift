import ArgumentParser
import Audit
import Clocks
import CommandLineSupport
import Consent
import ConversationRuntime
import Conversations
import FlowCompiler
import FlowProgram
import Storage
import StorageSQLite

struct AuditListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The events in the log, oldest first: all of them, or those you ask for.",
        discussion: """
            Conditions of different sorts must all hold; of one sort given several times, one is \
            enough.

              parley audit list --tail 20
              parley audit list --kind consent --purpose newsletter --since 2026-03-01
              parley audit list --subject 3f9c2a1b --json
              parley audit list --contact +491700000001 --csv > events.csv

            The log names nobody, so reading it needs no key. --contact does: only the key leads \
            from an address to a pseudonym. The events of a person are personal data once it is \
            known whose they are, so the reading is written down before the first is shown: a \
            `data.disclosed` leaf (audit-trail), which is then the last of them.

            With --json, each line is a leaf exactly as it was hashed. With --csv, a field that a \
            spreadsheet would run as a formula begins with an apostrophe, and a character that \
            shows nothing is written \\u{9}; only JSON is exact.

            Exit status: 0 listed, 1 a row of the log is no leaf, 2 could not run or no such \
            contact.
            """
    )

    @OptionGroup var store: StoreOption

    @OptionGroup var key: KeyOption

    @Option(name: .long, help: "The first leaf to look at, by its index.")
    var from: UInt64 = 0

    @Option(name: .long, help: "Stop after so many events.")
    var limit: Int?

    @Option(name: .long, help: "Only the last so many events.")
    var tail: Int?

    @Option(
        name: .long,
        parsing: .upToNextOption,
        help: "A kind such as consent.given, or consent for every kind that begins so."
    )
    var kind: [String] = []

    @Option(name: .long, parsing: .upToNextOption, help: "A purpose such as newsletter.")
    var purpose: [String] = []

    @OptionGroup var period: PeriodOption

    @Option(
        name: .long,
        parsing: .upToNextOption,
        help: "The pseudonym of a contact, or its first digits, as they are listed."
    )
    var subject: [String] = []

    @Option(
        name: .long,
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "The address of a contact, such as whatsapp:+491700000001.",
            discussion: "The events of contacts that were merged into this one are theirs as well."
        )
    )
    var contact: [String] = []

    @Option(name: .long, help: "The channel of the addresses; default the workspace's only one.")
    var channel: String?

    @Flag(name: .long, help: "Print the leaves as they are stored.")
    var json = false

    @Flag(name: .long, help: "Print CSV (RFC 4180) with a header.")
    var csv = false

    func validate() throws {
        guard !json || !csv else { throw ValidationError("give --json or --csv, not both") }
        guard limit == nil || tail == nil else {
            throw ValidationError("give --limit or --tail, not both")
        }
        guard limit ?? 0 >= 0, tail ?? 0 >= 0 else {
            throw ValidationError("--limit and --tail count events; they are not negative")
        }
        guard channel == nil || !contact.isEmpty else {
            throw ValidationError("--channel belongs to --contact")
        }
    }

    func run() async throws {
        try await ending {
            var filter = try filter()
            guard !contact.isEmpty else {
                let folder = try StoreOpening.open(store.path)
                do {
                    try list(filter, in: folder.store)
                } catch {
                    // What went wrong matters more than a store that does not close after it.
                    try? folder.close()
                    throw error
                }
                try folder.close()
                return
            }
            try await StoreSession.with(store, key) { session in
                try requireKnownPurposes(in: session.folder.store)
                filter.people = try await people(in: session)
                try list(filter, in: session.folder.store)
            }
        }
    }

    /// The filter but for the people, whom only an opened store knows.
    private func filter() throws -> EventFilter {
        let period = try period.bounds()
        return EventFilter(
            kinds: Set(try kind.flatMap { try Self.kinds(named: $0) }),
            purposes: purpose,
            subjects: try subject.map { text in
                // Not repeated: it may be an address, typed into the wrong option.
                guard let prefix = PseudonymPrefix(text) else {
                    throw Failure.cannotRun(
                        "--subject takes 1 to \(PseudonymPrefix.longest) hexadecimal digits, as "
                            + "`parley audit list` shows them; an address goes to --contact"
                    )
                }
                return prefix
            },
            since: period.since,
            until: period.until
        )
    }

    private static func kinds(named word: String) throws -> [AuditKind] {
        let kinds = AuditKind.named(word)
        guard kinds.isEmpty else { return kinds }
        let names = AuditKind.families + AuditKind.allCases.map(\.rawValue)
        let help =
            Suggestion.help(for: word, among: names)
            ?? "there is \(AuditKind.families.joined(separator: ", ")), and each has its kinds"
        throw Failure.cannotRun("there is no kind `\(word)`; \(help)")
    }

    /// The pseudonyms of everybody asked for, once the log says of each that they were.
    private func people(in session: StoreSession) async throws -> [PseudonymPrefix] {
        let addresses = try contact.map { try session.program.address($0, channel) }
        for address in addresses where try session.engine.state(of: address) == nil {
            throw Failure.noContact
        }
        var people: [PseudonymPrefix] = []
        for address in addresses {
            guard let trail = try await session.engine.trail(of: address, as: .auditTrail) else {
                throw Failure.noContact
            }
            people += trail.pseudonyms
        }
        return people
    }

    // MARK: Reading

    private func list(_ filter: EventFilter, in store: any ConversationStore) throws {
        if contact.isEmpty { try requireKnownPurposes(in: store) }
        let count: EventSelection.Count =
            tail.map { .last($0) } ?? limit.map { .first($0) } ?? .all
        if csv { print(EventCSV.header, terminator: "") }
        let tally = try AuditReading(store: store).forEach(
            EventSelection(filter, from: from, count),
            inLogOf: store.frontier().size
        ) { row in show(row) }
        // Not among the events: whoever counts lines counts none.
        if tally.selected == 0, !json, !csv { Output.error("no event is like that") }
        try tally.requireReadable()
    }

    private func show(_ row: EventRow) {
        if json {
            // A row that is none might hold anything, also what looks like many lines.
            Output.line(
                row.isLeaf
                    ? String(decoding: row.bytes, as: UTF8.self)
                    : "{\"index\":\(row.index),\"error\":\"not a leaf\"}"
            )
        } else if csv {
            let record = row.leaf.map { EventCSV.record($0, at: row.index) }
            print(record ?? EventCSV.unreadable(at: row.index), terminator: "")
        } else {
            let line = row.leaf.map { EventLine.text($0.event) }
            Output.line("\(row.index)  \(line ?? "not a leaf; run `parley audit verify`")")
        }
    }

    /// Refuses a purpose that the workspace does not declare and no event ever had.
    ///
    /// A purpose that was declared once and is no more still has its history.
    private func requireKnownPurposes(in store: any ConversationStore) throws {
        guard !purpose.isEmpty else { return }
        // The log outlives its workspace and is read without one: then nothing can be offered.
        let program = (try? self.store.workspace.compile())?.program
        let declared = program?.purposes.map(\.id.name) ?? []
        for name in purpose where !declared.contains(name) {
            let one = EventSelection(EventFilter(purposes: [name]), .first(1))
            let found = try AuditReading(store: store).forEach(
                one,
                inLogOf: store.frontier().size
            ) { _ in }
            guard found.selected == 0 else { continue }
            let help = Suggestion.help(for: name, among: declared)
            throw Failure.cannotRun(
                "no event is for the purpose `\(name)`, and the workspace declares none of that "
                    + "name" + (help.map { "; \($0)" } ?? "")
            )
        }
    }
}

/// The period that events are to lie in.
struct PeriodOption: ParsableArguments {
    @Option(name: .long, help: "From this day (2026-03-01, in UTC) or instant (…T09:00Z) on.")
    var since: String?

    @Option(name: .long, help: "Until the end of this day, or this instant.")
    var until: String?

    /// The first and the last instant, both included.
    func bounds() throws -> (since: Timestamp?, until: Timestamp?) {
        let since = try since.map(Self.instant)
        let until = try until.map { text in
            let instant = try Self.instant(text)
            guard CalendarDate(text) != nil else { return instant }
            // A day is over a millisecond before the next one.
            let next = instant.adding(.days(1))
            return Timestamp(milliseconds: next.milliseconds - 1)
        }
        if let since, let until, until < since {
            throw Failure.cannotRun("--until lies before --since, so that nothing can be between")
        }
        return (since, until)
    }

    private static func instant(_ text: String) throws -> Timestamp {
        guard let instant = Timestamp(text) else {
            throw Failure.cannotRun(
                "`\(text)` is no time; write 2026-03-01 or 2026-03-01T09:00Z"
            )
        }
        return instant
    }
}

extension EventSelection.Tally {
    /// Ends with 1 when rows were read that are no leaves: whatever they hid was not shown.
    func requireReadable() throws {
        guard unreadable > 0 else { return }
        throw Failure.doesNotHold(
            "error: \(Output.count(unreadable, "row")) of the log cannot be read, and may hide "
                + "what was asked for; run `parley audit verify`"
        )
    }
}
