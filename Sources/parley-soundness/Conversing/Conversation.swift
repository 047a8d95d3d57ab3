import Clocks
import ConversationRuntime
import Conversations
import FlowCompiler
import FlowProgram
import MessageCatalog
import Simulator

/// One conversation with the real engine, watched.
struct Conversation {
    private let program: Program
    private let world: ChatWorld
    private var watcher: Watcher
    /// Everything that was done, so that it can be done again.
    private(set) var actions: [ChatAction] = []
    /// What was done and what came of it, as a transcript.
    private(set) var transcript: [String]

    /// - Throws: `EngineError` when the engine does not start.
    init(
        _ program: Program,
        _ sources: WorkspaceSources,
        _ header: Transcript.Header
    ) throws(EngineError) {
        self.program = program
        world = try ChatSetup.inMemory(program, sources, header)
        watcher = Watcher(program)
        transcript = [header.line]
    }

    var now: Timestamp { world.clock.now() }
    var sightings: [Sighting] { watcher.sightings }
    /// Whether the contact heard something in the last action.
    private(set) var wasAnswered = false

    func state() throws(EngineError) -> ContactState? {
        try world.engine.state(of: world.address)
    }

    mutating func perform(_ action: ChatAction) async throws(EngineError) {
        let before = try state()
        let lines = try await world.perform(action)
        actions.append(action)
        transcript += action.lines + lines.flatMap(\.lines)
        wasAnswered = lines.contains { if case .note(.said) = $0 { true } else { false } }
        watcher.watch(
            Episode(
                number: actions.count,
                action: action,
                lines: lines,
                before: before,
                after: try state(),
                now: now
            )
        )
    }
}
