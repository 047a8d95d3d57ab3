import Audit
package import ConversationRuntime
import Conversations
package import FlowCompiler
import FlowInterpreter
package import FlowProgram
import MessageCatalog
package import ModelChecker
import Storage

/// Holds the conversations of findings with the real engine, in memory.
package struct CounterexamplePlayer: Sendable {
    private let program: Program
    private let sources: WorkspaceSources
    /// Where a flow draws lots, so many conversations are tried.
    private static let seeds: UInt64 = 256

    package init(program: Program, sources: WorkspaceSources) {
        self.program = program
        self.sources = sources
    }

    package func play(_ finding: Violation) async throws(EngineError) -> Counterexample {
        var played = try await play(finding, seed: 1)
        var seed: UInt64 = 2
        while !played.isShown, seed <= Self.seeds, draws {
            played = try await play(finding, seed: seed)
            seed += 1
        }
        return played
    }

    private var draws: Bool {
        program.flows.flatMap(\.steps).contains {
            if case .random = $0.exit { true } else { false }
        }
    }

    private func play(_ finding: Violation, seed: UInt64) async throws(EngineError)
        -> Counterexample
    {
        let channel = program.channels.first?.name
        let header = Transcript.Header(
            flow: finding.conversation.opened,
            locale: program[.source],
            channel: finding.channel == channel ? nil : finding.channel,
            start: finding.start,
            seed: seed
        )
        let world = try ChatSetup.inMemory(program, sources, header)
        var log = VisitLog(program: program)
        var visits: [Place] = []
        var text = comments(on: finding) + [header.line]
        var last: [ChatLine] = []
        for (number, move) in finding.conversation.enumerated() {
            if number > 0 { text += last.flatMap(\.lines) }
            if let place = place(of: world) { text.append("# \(place)") }
            let action = ChatAction(move)
            text += action.lines
            last = try await world.perform(action)
            visits += try log.read(world.engine.store)
        }
        let mended = finding.evidence.mended(last).map { Self.advice + text + $0 }
        return Counterexample(
            finding: finding,
            transcript: Self.text(text + last.flatMap(\.lines)),
            test: mended.map(Self.text),
            visits: visits,
            isShown: finding.evidence.isSeen(in: last)
        )
    }

    /// What stands before a test that was saved.
    private static let advice = [
        "# Fails as long as this is so. Mended? Read what comes now, and keep it with",
        "# `parley test --update`, or delete this file.",
    ]

    private static func text(_ lines: [String]) -> String {
        lines.joined(separator: "\n") + "\n"
    }

    private func comments(on finding: Violation) -> [String] {
        [
            "# \(finding.property.rawValue): \(finding.property.title).",
            "# Here \(finding.sentence).",
        ]
    }

    /// The line of the step the conversation waits at.
    private func place(of world: ChatWorld) -> String? {
        guard let state = try? world.engine.state(of: world.address), let session = state.session
        else { return nil }
        let flow = program[session.top.flow]
        let step = flow[step: session.top.step]
        return "\(flow.path):\(step.line): \(flow.name) waits at \(step.name)"
    }
}

/// Reads in the audit log which steps were entered.
private struct VisitLog {
    private let program: Program
    private var next: UInt64 = 0
    private static let leavesAtOnce = 1000

    init(program: Program) {
        self.program = program
    }

    mutating func read(_ store: any ConversationStore) throws(EngineError) -> [Place] {
        var places: [Place] = []
        while true {
            let leaves: [StoredLeaf]
            do {
                leaves = try store.leaves(from: next, limit: Self.leavesAtOnce)
            } catch {
                throw .store(error)
            }
            guard let last = leaves.last else { return places }
            next = last.index + 1
            places += leaves.compactMap { leaf in
                (try? AuditLeaf.decode(leaf.body)).flatMap { place($0.event) }
            }
        }
    }

    private func place(_ event: AuditEvent) -> Place? {
        guard let name = event.flow?.prefix(while: { $0 != "@" }),
            let flow = program.flow(named: String(name))
        else { return nil }
        switch event.kind {
        case .flowStarted: return Place(flow: flow, step: Flow.entry)
        case .flowMoved:
            return event.to.flatMap { program[flow].step(named: $0) }
                .map { Place(flow: flow, step: $0) }
        default: return nil
        }
    }
}

extension [Move] {
    /// The flow that a program would start; a transcript names it in its first line.
    var opened: String? {
        compactMap { if case .open(let name) = $0 { name } else { nil } }.first
    }
}

extension ChatAction {
    /// The move of a finding as a line of a transcript.
    init(_ move: Move) {
        switch move {
        case .say(let text), .command(let text): self = .say(text)
        case .tap(let choice): self = .tap(choice)
        case .photo, .open: self = .photo
        case .wait(let until): self = .at(until)
        // A conversation that can be held says when it waits for that.
        case .lapse, .coolOff:
            preconditionFailure("a finding's conversation says what the contact waits for")
        }
    }
}
