import ArgumentParser
import Audit
import Clocks
import CommandLineSupport
import ConversationRuntime
import Conversations
import Storage
import StorageSQLite

struct AuditDisclosuresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disclosures",
        abstract: "Whom a person's data went to: when, what, and for which purpose.",
        // LAW: 45 CFR 164.528; Art. 15(1)(c) GDPR.
        discussion: """
            The accounting of disclosures that a person may ask for (45 CFR 164.528), and the \
            recipients of Art. 15(1)(c) GDPR. Without --since it covers the six \
            years before it ends. It has

              - every time data were shown, exported, or handed out as a proof;
              - the messages that a channel's carrier got, those of one day and one purpose \
            together.

            45 CFR 164.528(a)(1) lets some of these be left out, such as what the person got \
            themselves; nothing is left out here. Carriers are named as the workspace declares \
            them now. The log does not say which channel a message took: where a person has \
            several with different carriers, all of them are named.

            That the account was made is written down before it is printed: a `data.disclosed` \
            leaf (accounting), which is then its last line. A request for access stays open: \
            `parley contact export` answers that.

              parley audit disclosures +491700000001
              parley audit disclosures whatsapp:+491700000001 --since 2026-01-01 --csv

            Exit status: 0 printed, 1 a row of the log is no leaf, 2 could not run or no such \
            contact.
            """
    )

    @OptionGroup var contact: ContactOption

    @OptionGroup var period: PeriodOption

    @Flag(name: .long, help: "One JSON object a line of the account.")
    var json = false

    @Flag(name: .long, help: "Print CSV (RFC 4180) with a header.")
    var csv = false

    func validate() throws {
        guard !json || !csv else { throw ValidationError("give --json or --csv, not both") }
    }

    func run() async throws {
        try await ending {
            let period = try period.bounds()
            try await contact.open { session, address in
                let engine = session.engine
                guard let person = try await engine.trail(of: address, as: .accounting) else {
                    throw Failure.noContact
                }
                let end = period.until ?? engine.clock.now()
                let since = period.since ?? Engine.startOfAccount(endingAt: end)
                try noteBeginning(of: session.folder.store)
                printHeading(since, end)
                let tally = try engine.forEachDisclosure(
                    of: person,
                    since: since,
                    until: period.until
                ) { disclosure in show(disclosure) }
                if tally.selected == 0, !json, !csv { Output.line("nothing was disclosed") }
                try tally.requireReadable()
            }
        }
    }

    /// Says of a log that was pruned that the account begins with what is left.
    private func noteBeginning(of store: any ConversationStore) throws {
        try AuditReading(store: store).forEach(limit: 1) { first in
            guard first.index > 0 else { return }
            Output.error(
                "note: the log begins with leaf \(first.index); what was before it is not told"
            )
        }
    }

    private func printHeading(_ since: Timestamp, _ until: Timestamp) {
        if csv {
            let columns = [
                "from", "until", "count", "what", "recipient", "country", "role", "purpose", "kind",
                "first leaf", "last leaf",
            ]
            print(CSVLine.text(columns), terminator: "")
        } else if !json {
            Output.line("Disclosures of this person's data, \(since.text) to \(until.text)")
        }
    }

    private func show(_ disclosure: AccountedDisclosure) {
        if csv {
            print(CSVLine.text(disclosure.fields), terminator: "")
        } else if json {
            Output.line(disclosure.json)
        } else {
            for line in disclosure.lines { Output.line(line) }
        }
    }
}

extension AccountedDisclosure {
    fileprivate var lines: [String] {
        let isOne = entry.count == 1
        let leaves =
            isOne ? "leaf \(entry.firstLeaf)" : "leaves \(entry.firstLeaf) to \(entry.lastLeaf)"
        let what = isOne ? what : "\(entry.count) messages: \(what)"
        return [
            "", entry.firstAt.text + (isOne ? "" : " to \(entry.lastAt.text)"),
            "  what: \(what)",
            "  to: " + recipients.map(\.line).joined(separator: "; or "),
            "  for: \(purpose)",
            "  in the log: \(leaves)",
        ]
    }

    fileprivate var fields: [String] {
        func joined(_ member: (Recipient) -> String?) -> String {
            recipients.map { member($0) ?? "" }.joined(separator: " or ")
        }
        return [
            entry.firstAt.text, entry.lastAt.text, String(entry.count), what,
            joined { $0.name }, joined { $0.country }, joined { $0.role }, purpose,
            entry.kind.rawValue, String(entry.firstLeaf), String(entry.lastLeaf),
        ]
    }

    fileprivate var json: String {
        let to = recipients.map(\.json).joined(separator: ", ")
        return "{\"from\": \(JSONText.quoted(entry.firstAt.text)), "
            + "\"until\": \(JSONText.quoted(entry.lastAt.text)), \"count\": \(entry.count), "
            + "\"what\": \(JSONText.quoted(what)), \"to\": [\(to)], "
            + "\"purpose\": \(JSONText.quoted(purpose)), "
            + "\"kind\": \(JSONText.quoted(entry.kind.rawValue)), "
            + "\"firstLeaf\": \(entry.firstLeaf), \"lastLeaf\": \(entry.lastLeaf)}"
    }
}

extension AccountedDisclosure.Recipient {
    fileprivate var line: String {
        [name, country, role].compactMap(\.self).joined(separator: ", ")
    }

    fileprivate var json: String {
        let members = [
            ("name", name), ("country", country), ("role", role),
        ]
        return "{"
            + members.compactMap { key, value in
                value.map { "\"\(key)\": \(JSONText.quoted($0))" }
            }
            .joined(separator: ", ") + "}"
    }
}
