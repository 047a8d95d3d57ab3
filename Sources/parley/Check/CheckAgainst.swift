import CommandLineSupport
import ConversationRuntime
import FlowCompiler
import FlowProgram
import ModelChecker

/// `parley check --against OLD`: what another edition of the workspace becomes with this one.
struct CheckAgainst {
    let old: Program
    let sources: WorkspaceSources

    /// What a revision of the workspace's git repository begins with.
    private static let gitPrefix = "git:"

    /// Loads the other edition: the folder of a workspace, or `git:REVISION` of this one.
    ///
    /// - Throws: `Failure.cannotRun` when it is not there or does not compile.
    static func load(_ name: String, workspace: String) throws -> CheckAgainst {
        var diagnostics = Diagnostics()
        let sources: WorkspaceSources
        if name.hasPrefix(gitPrefix) {
            let revision = WorkspaceRevision(
                name: String(name.dropFirst(gitPrefix.count)),
                workspace: workspace
            )
            sources = try revision.sources(into: &diagnostics)
        } else {
            do {
                sources = try WorkspaceFolder(path: name).sources(into: &diagnostics)
            } catch {
                throw Failure.cannotRun("--against: \(error.sentence)")
            }
        }
        guard !diagnostics.hasErrors, let old = WorkspaceCompiler.compile(sources).program else {
            throw Failure.cannotRun(
                "`\(name)` does not compile, so there is nothing to compare with; name an edition "
                    + "that ran"
            )
        }
        return CheckAgainst(old: old, sources: sources)
    }

    /// Holds `new` against it, with the conversations of a store if one is named.
    func compare(
        with new: Program,
        store: String?,
        key: KeyOption,
        isQuiet: Bool
    ) throws -> ComparedEditions {
        guard let store else {
            return ComparedEditions(ProgramChange(from: old, to: new), live: nil, to: new)
        }
        let live = try LiveConversations.read(
            store,
            key.source(for: store),
            of: self,
            to: new,
            isQuiet: isQuiet
        )
        let change = ProgramChange(from: old, to: new, live: live.waits[old.digest] ?? [:])
        return ComparedEditions(change, live: live, to: new)
    }
}

/// Two editions held against each other, and editions before them that conversations still run on.
struct ComparedEditions {
    let change: ProgramChange
    /// From editions that are older still.
    private let earlier: [ProgramChange]
    private let live: LiveConversations?

    init(_ change: ProgramChange, live: LiveConversations?, to new: Program) {
        self.change = change
        self.live = live
        let others = (live?.waits ?? [:]).filter { $0.key != change.old.digest }
        earlier = others.sorted { $0.key.text < $1.key.text }.compactMap { digest, waits in
            live?.editions[digest]?.map { ProgramChange(from: $0, to: new, live: waits) }
        }
    }

    /// Of editions that are older still, only what a conversation meets.
    var findings: [ChangeFinding] {
        change.findings
            + earlier.flatMap { $0.findings(of: .safeForLiveSessions) }.filter {
                ($0.live ?? 0) > 0
            }
    }

    var holds: Bool { findings.isEmpty }

    /// What becomes of conversations, a line each.
    var notes: [String] {
        var notes = change.summary
        notes += earlier.compactMap { change in
            change.summary.last.map { "with program \(change.old.digest.short) still: \($0)" }
        }
        guard let live else { return notes }
        if live.current > 0 {
            notes.append("\(Self.conversations(live.current)) run on the new edition already")
        }
        if live.lost > 0 {
            notes.append(
                "\(Self.conversations(live.lost)) cannot go on in any edition the store has, and "
                    + "end with the next message, whatever is deployed"
            )
        }
        if live.unreadable > 0 {
            notes.append(
                "\(live.unreadable) contacts do not open with their keys and are not counted; run "
                    + "`parley audit verify`"
            )
        }
        return notes
    }

    // MARK: What is printed

    func show(isJSON: Bool) {
        for finding in findings { Output.line(isJSON ? finding.json : finding.text(Paint())) }
        for property in [PropertyID.safeForLiveSessions, .newTermsNewNotice] {
            let isBroken = findings.contains { $0.property == property }
            guard !isJSON else {
                Output.line(
                    "{\"property\":\"\(property.rawValue)\","
                        + "\"verdict\":\"\(isBroken ? "broken" : "holds")\","
                        + "\"title\":\(JSONText.quoted(property.title)),"
                        + "\"basis\":\(JSONText.quoted(basis(of: property)))}"
                )
                continue
            }
            let verdict = isBroken ? Paint()("broken", .red) : Paint()("holds ", .green)
            Output.line("\(property.rawValue) \(verdict)    \(property.title)")
        }
        guard !isJSON else { return }
        for note in notes { Output.line(Paint()("  \(note)", .dim)) }
    }

    private func basis(of property: PropertyID) -> String {
        property == .safeForLiveSessions
            ? notes.joined(separator: "; ")
            : "programs \(change.old.digest.short) and \(change.new.digest.short)"
    }

    fileprivate static func conversations(_ number: Int) -> String {
        "\(number) conversation\(number == 1 ? "" : "s")"
    }
}

extension ChangeFinding {
    /// As a diagnostic at its step, for people.
    fileprivate func text(_ paint: Paint) -> String {
        let place = line.map { "\(path):\($0):" } ?? "\(path):"
        let edition = isInOldEdition ? " (in the old edition)" : ""
        var lines = [
            "\(paint(place, .bold))\(edition) \(paint("error:", .red)) \(paint(sentence, .bold)) "
                + "[\(property.rawValue)]",
            "  \(paint(help, .cyan))",
        ]
        if let live {
            lines.append(
                "  \(ComparedEditions.conversations(live)) \(live == 1 ? "is" : "are") there"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One JSON object, as `parley check --json` prints a diagnostic.
    fileprivate var json: String {
        let fields = [
            "\"file\":\(JSONText.quoted(path))", "\"line\":\(line ?? 1)", "\"column\":1",
            "\"endColumn\":2", "\"severity\":\"error\"", "\"code\":\"\(property.rawValue)\"",
            "\"message\":\(JSONText.quoted(sentence))", "\"help\":\(JSONText.quoted(help))",
            "\"edition\":\"\(isInOldEdition ? "old" : "new")\"",
            "\"conversations\":\(live.map(String.init) ?? "null")",
        ]
        return "{\(fields.joined(separator: ","))}"
    }
}
