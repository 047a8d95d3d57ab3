import Audit

/// What a verification found: lines for people, and an object for programs.
enum VerificationText {
    static func lines(_ report: VerificationReport) -> String {
        (verdict(report) + proofs(report) + notes(report)).joined(separator: "\n")
    }

    static func json(_ report: VerificationReport) -> String {
        let findings = report.findings.map { finding in
            "{\"kind\": \(JSONText.quoted(finding.kind.rawValue)), "
                + "\"text\": \(JSONText.quoted(finding.text))}"
        }
        let fields: [(String, String)] = [
            ("holds", "\(report.isIntact)"),
            ("from", "\(report.from)"),
            ("leaves", "\(report.leaves)"),
            ("heads", "\(report.headsChecked)"),
            ("checkpoints", "\(report.checkpointsChecked)"),
            ("external", "\(report.externalChecked)"),
            ("externalBeforeStart", "\(report.externalBeforeStart)"),
            ("root", "\"\(report.root?.hex ?? "")\""),
            ("provenUpTo", number(report.provenUpTo)),
            ("keptElsewhereUpTo", number(report.keptElsewhereUpTo)),
            ("committedUpTo", number(report.committedUpTo)),
            ("logKey", report.logKey.map { JSONText.quoted($0) } ?? "null"),
            ("incarnations", "\(report.incarnations)"),
            ("store", report.store.map { json($0) } ?? "null"),
            ("timesWentBack", "\(report.timesWentBack)"),
            ("firstWrongLeaf", number(report.firstWrongLeaf)),
            ("findings", "[\(findings.joined(separator: ", "))]"),
            ("findingsOmitted", "\(report.findingsOmitted)"),
        ]
        return "{" + fields.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
    }

    // MARK: Lines

    private static func verdict(_ report: VerificationReport) -> [String] {
        guard !report.isIntact else {
            let start = report.from == 0 ? "" : " from leaf \(report.from) on"
            let checkpoints =
                report.checkpointsChecked == 0
                ? "" : "\(count(report.checkpointsChecked, "checkpoint")), "
            return [
                "holds: \(report.leaves) leaves\(start), \(report.headsChecked) heads, "
                    + "\(checkpoints)root \(report.root?.hex ?? "unknown")"
            ]
        }
        let kinds = report.tamperings.map(\.rawValue).joined(separator: ", ")
        let omitted =
            report.findingsOmitted == 0 ? [] : ["  and \(report.findingsOmitted) more"]
        return [headline(report), "what was done: \(kinds)"]
            + report.findings.map { "  \($0.text)" } + omitted
    }

    private static func headline(_ report: VerificationReport) -> String {
        let ofStore: [Tampering] = [.changedRow, .removedRow, .addedRow]
        if report.tamperings.allSatisfy({ ofStore.contains($0) }) {
            return "the log holds, and the store's rows are not those it tells of"
        }
        let first =
            report.firstWrongLeaf.map { "the first wrong leaf is \($0)" }
            ?? "no single leaf can be named"
        return "the log does not hold: \(first)"
    }

    private static func proofs(_ report: VerificationReport) -> [String] {
        let rest = report.firstWrongLeaf == nil ? "" : ", but for what is named above"
        var lines: [String] = []
        if let size = report.provenUpTo {
            lines.append("the first \(size) leaves are signed, by the key of their time\(rest)")
        }
        if let size = report.keptElsewhereUpTo {
            lines.append("the root of the first \(size) leaves was kept elsewhere\(rest)")
        }
        if let size = report.committedUpTo, size > report.provenUpTo ?? 0 {
            lines.append(
                "the first \(size) leaves are as committed; nobody signed that yet\(rest)"
            )
        }
        if let store = report.store { lines.append(text(store)) }
        return lines
    }

    private static func notes(_ report: VerificationReport) -> [String] {
        var lines: [String] = []
        if report.externalBeforeStart > 0 {
            lines.append(
                "of the checkpoints brought along, \(report.externalBeforeStart) before leaf "
                    + "\(report.from) could not be compared"
            )
        }
        if report.incarnations > 0 {
            lines.append(
                "the log was declared to begin anew under another name, "
                    + count(report.incarnations, "time")
                    + "; what was signed before says nothing of what follows"
            )
        }
        if let index = report.firstTimeWentBack {
            lines.append(
                "the clock was set back \(count(report.timesWentBack, "time")), first at leaf "
                    + "\(index)"
            )
        }
        return lines
    }

    private static func count(_ number: UInt64, _ one: String, _ many: String? = nil) -> String {
        "\(number) \(number == 1 ? one : many ?? "\(one)s")"
    }

    private static func text(_ store: StoreComparison) -> String {
        var parts = [
            count(store.contacts, "contact"),
            count(store.evidenceRows, "proof of consent", "proofs of consent"),
        ]
        if let rows = store.inboxRows { parts.append(count(rows, "received message")) }
        let unread =
            store.contactsUnread == 0
            ? "" : "; of \(store.contactsUnread) contacts no leaf was read"
        return "compared with the store: \(parts.joined(separator: ", "))\(unread)"
    }

    // MARK: JSON

    private static func json(_ store: StoreComparison) -> String {
        "{\"contacts\": \(store.contacts), \"contactsUnread\": \(store.contactsUnread), "
            + "\"evidenceRows\": \(store.evidenceRows), \"inboxRows\": \(number(store.inboxRows)), "
            + "\"erasuresPending\": \(store.erasuresPending)}"
    }

    private static func number(_ value: UInt64?) -> String {
        value.map { "\($0)" } ?? "null"
    }
}
