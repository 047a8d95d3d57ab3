import Conversations
import Clocks
import ConversationRuntime
package import FlowCompiler
package import FlowProgram

/// The conversation at the prompt: understands a line, performs it, and answers with lines.
///
/// Pure of terminals: whoever owns one reads lines, prints what comes back, and adds colour.
package final class REPL {
    /// What a line of the answer is, so that a terminal can colour it.
    package enum Answer: Hashable, Sendable {
        case chat(ChatLine)
        case info(String)
        case problem(String)
    }

    /// Makes a fresh world; taking back plays everything but the last action again in one.
    package typealias MakeWorld =
        (Transcript.Header, Program, WorkspaceSources) throws -> ChatWorld
    /// Compiles the workspace again: the program, or its diagnostics in words.
    package typealias Reload = () throws -> (Program, WorkspaceSources)

    private var branches: [[ChatAction]] = [[]]
    private var branch = 0
    private var transcript: [[String]] = []
    private var world: ChatWorld
    private var program: Program
    private var sources: WorkspaceSources
    private let header: Transcript.Header
    private let makeWorld: MakeWorld
    private let reload: Reload
    private let isPersistent: Bool
    package private(set) var isOver = false

    package init(
        header: Transcript.Header,
        program: Program,
        sources: WorkspaceSources,
        isPersistent: Bool,
        makeWorld: @escaping MakeWorld,
        reload: @escaping Reload
    ) throws {
        self.header = header
        self.program = program
        self.sources = sources
        self.isPersistent = isPersistent
        self.makeWorld = makeWorld
        self.reload = reload
        world = try makeWorld(header, program, sources)
    }

    /// The buttons that can be tapped now, as title texts in order.
    package var buttons: [String] { world.lastButtons.map(\.title) }
    /// The whole conversation as a transcript.
    package var transcriptText: String {
        (transcript.reduce(into: [header.line]) { $0 += $1 }).joined(separator: "\n") + "\n"
    }

    /// Adds what a question at the prompt was answered with to the transcript, as comments.
    package func annotate(_ lines: [String]) {
        transcript.append(lines.map { "# \($0)" })
    }

    /// Understands and performs one line.
    package func read(_ line: String) async throws -> [Answer] {
        let command: REPLCommand
        do {
            command = try REPLCommand(line)
        } catch {
            return [.problem(error.sentence)]
        }
        return try await perform(command)
    }

    private func perform(_ command: REPLCommand) async throws -> [Answer] {
        if let disclosure = command.disclosure { try await record(disclosure) }
        let view = REPLView(world: world)
        switch command {
        case .nothing: return []
        case .act(let action): return try await act(action)
        case .tapNumber(let number): return try await tap(number)
        case .back: return try await takeBack()
        case .fork(let number): return try await fork(number)
        case .why: return view.why().map { .info($0) }
        case .state: return try view.state().map { .info($0) }
        case .slots: return try view.slots().map { .info($0) }
        case .consent: return try view.consent().map { .info($0) }
        case .timers: return try view.timers().map { .info($0) }
        case .audit: return try view.audit().map { .info($0) }
        case .export: return try view.export().map { .info($0) }
        case .receipt(let purpose): return try view.receipt(for: purpose).map { .info($0) }
        case .retention: return try view.retention().map { .info($0) }
        case .reload: return try await reloadProgram()
        case .save(let path): return save(to: path)
        case .help: return Self.help
        case .quit:
            isOver = true
            return []
        }
    }

    // LAW: 45 CFR 164.312(b): who looked at a person's data is recorded, here as everywhere.
    /// A store that is thrown away has nobody in it whose data were read.
    private func record(_ disclosure: Disclosure) async throws {
        guard isPersistent else { return }
        try await world.engine.recordDisclosure(of: world.address, as: disclosure)
    }

    private static var help: [Answer] {
        let usages = REPLCommand.groups.flatMap(\.entries).map(\.usage.count)
        let width = usages.max() ?? 0
        return REPLCommand.groups.flatMap { group in
            [.info(group.heading)]
                + group.entries.map { entry -> Answer in
                    let padding = String(repeating: " ", count: width - entry.usage.count)
                    return .info("  \(entry.usage)\(padding)  \(entry.does)")
                }
        }
    }

    private func act(_ action: ChatAction) async throws -> [Answer] {
        if case .at(let time) = action, time < world.clock.now() {
            return [.problem("time does not run backwards; it is \(world.clock.now().text)")]
        }
        let lines = try await world.perform(action)
        branches[branch].append(action)
        transcript.append(action.lines + lines.flatMap(\.lines))
        return lines.map { .chat($0) }
    }

    private func tap(_ number: Int) async throws -> [Answer] {
        guard world.lastButtons.indices.contains(number - 1) else {
            let count = world.lastButtons.count
            return [
                .problem(
                    count == 0
                        ? "there is no button to tap now"
                        : "there are \(count) buttons: /tap 1 to /tap \(count)"
                )
            ]
        }
        return try await act(.tap(world.lastButtons[number - 1].choice))
    }

    // MARK: Going back

    private func takeBack() async throws -> [Answer] {
        guard !isPersistent else { return [.problem(Self.keptForGood)] }
        guard let last = branches[branch].popLast() else {
            return [.problem("there is nothing to take back")]
        }
        try await replay()
        return [.info("took back: \(last.lines.joined(separator: " "))")]
    }

    private static let keptForGood =
        "a store that is kept cannot go back: its audit log only grows; "
        + "leave out --store to try things"

    private func fork(_ number: Int?) async throws -> [Answer] {
        guard !isPersistent else { return [.problem(Self.keptForGood)] }
        guard let number else {
            branches.append(branches[branch])
            branch = branches.count - 1
            return [
                .info("this is branch \(branch + 1); /fork \(branch) returns to the one before")
            ]
        }
        guard branches.indices.contains(number - 1) else {
            let count = branches.count
            return [.problem("there are \(count) branches: /fork 1 to /fork \(count)")]
        }
        branch = number - 1
        try await replay()
        return [.info("this is branch \(number), after \(branches[branch].count) actions")]
    }

    /// Plays the branch again in a fresh world: the engine is deterministic, so it ends up where it
    /// was.
    private func replay() async throws {
        world = try makeWorld(header, program, sources)
        transcript = []
        for action in branches[branch] {
            let lines = try await world.perform(action)
            transcript.append(action.lines + lines.flatMap(\.lines))
        }
    }

    // MARK: Files

    private func reloadProgram() async throws -> [Answer] {
        let fresh: (Program, WorkspaceSources)
        do {
            fresh = try reload()
        } catch {
            return [.problem("\(error)"), .info("the flows stay as they were")]
        }
        guard fresh.0.digest != program.digest else { return [.info("nothing has changed")] }
        (program, sources) = fresh
        try world.engine.registry.replace(with: program, sources: sources)
        let session = try world.engine.state(of: world.address)?.session
        guard let session else { return [.info("reloaded as program \(program.digest.short)")] }
        switch try world.engine.registry.place(session).outcome {
        case .current, .moved:
            return [.info("reloaded; the conversation goes on in the new edition")]
        case .pinned(let flow, let step):
            return [
                .info(
                    "reloaded; this conversation stays on the earlier edition, because what "
                        + "`\(step)` of \(flow) waits for has changed"
                )
            ]
        }
    }

    private func save(to path: String) -> [Answer] {
        do {
            try TranscriptFile.write(transcriptText, to: path)
            return [.info("wrote \(path); `parley test \(path)` plays it")]
        } catch {
            return [.problem(error.sentence)]
        }
    }
}
