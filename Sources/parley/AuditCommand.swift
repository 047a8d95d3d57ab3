import ArgumentParser
import Audit
import ConversationRuntime
import LineEditing
import Storage
import StorageSQLite

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Read and verify the audit log of a store.",
        subcommands: [AuditListCommand.self, AuditVerifyCommand.self]
    )
}

struct AuditListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Every event in the log, oldest first.",
        discussion: "With --json, each line is a leaf exactly as it was hashed."
    )

    @OptionGroup var store: StoreOption

    @Option(name: .long, help: "The first leaf to show.")
    var from: UInt64 = 0

    @Option(name: .long, help: "How many leaves to show.")
    var limit: Int?

    @Flag(name: .long, help: "Print the leaves as they are stored.")
    var json = false

    func run() async throws {
        try await ending {
            let folder = try StoreOpening.open(store.path)
            try AuditReading(store: folder.store).forEach(from: from, limit: limit) { leaf in
                if json {
                    Output.line(String(decoding: leaf.body, as: UTF8.self))
                    // Why a leaf is none is for `parley audit verify` to say.
                } else if let decoded = try? AuditLeaf.decode(leaf.body) {
                    Output.line("\(leaf.index)  \(EventLine.text(decoded.event))")
                } else {
                    Output.line("\(leaf.index)  not a leaf; run `parley audit verify`")
                }
            }
            try folder.close()
        }
    }
}

struct AuditVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Re-derive every hash of the log and name the first wrong leaf.",
        discussion: "Needs no key: the log holds nothing personal."
    )

    @OptionGroup var store: StoreOption

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            let folder = try StoreOpening.open(store.path)
            let total = try folder.store.frontier().size
            let progress = Progress(total: total, isShown: !json && Terminal.isOutput)
            let report = try AuditReading(store: folder.store).verify { progress.show($0) }
            progress.finish()
            try folder.close()
            Output.line(json ? Self.json(report) : Self.text(report))
            if !report.isIntact { throw ExitCode(1) }
        }
    }

    private static func text(_ report: VerificationReport) -> String {
        guard !report.isIntact else {
            return "holds: \(report.leaves) leaves, \(report.headsChecked) heads, "
                + "root \(report.root?.hex ?? "unknown")"
        }
        let first =
            report.firstWrongLeaf.map { "the first wrong leaf is \($0)" }
            ?? "no single leaf can be named"
        return (["the log does not hold: \(first)"] + report.findings.map { "  \($0.text)" })
            .joined(separator: "\n")
    }

    private static func json(_ report: VerificationReport) -> String {
        let findings = report.findings.map { JSONText.quoted($0.text) }.joined(separator: ", ")
        let first = report.firstWrongLeaf.map { String($0) } ?? "null"
        return "{\"holds\": \(report.isIntact), \"leaves\": \(report.leaves), "
            + "\"heads\": \(report.headsChecked), \"root\": \"\(report.root?.hex ?? "")\", "
            + "\"firstWrongLeaf\": \(first), \"findings\": [\(findings)]}"
    }
}
