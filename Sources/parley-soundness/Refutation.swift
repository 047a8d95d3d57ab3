import ConversationRuntime
import FlowCompiler
import FlowProgram
import ModelChecker
import Simulator

/// A conversation that breaks a property of which the checker says that it holds.
struct Refutation: Sendable {
    /// The number of the drawn workspace.
    let flow: Int
    let sighting: Sighting
    let sources: WorkspaceSources
    let program: Program
    let header: Transcript.Header
    let actions: [ChatAction]

    /// The fewest actions that still show it, left out one by one until none can go.
    func shrunk() async throws(EngineError) -> Refutation {
        var smallest = self
        var isShrinking = true
        while isShrinking {
            isShrinking = false
            for place in smallest.actions.indices.reversed() where place < smallest.actions.count {
                var fewer = smallest.actions
                fewer.remove(at: place)
                guard let next = try await smallest.again(with: fewer) else { continue }
                smallest = next
                isShrinking = true
            }
        }
        return smallest
    }

    /// The same with other actions, if they show the same property broken.
    private func again(with actions: [ChatAction]) async throws(EngineError) -> Refutation? {
        let held = try await hold(actions)
        let seen = held.sightings.first { $0.property == sighting.property }
        return seen.map { sighting in
            Refutation(
                flow: flow,
                sighting: sighting,
                sources: sources,
                program: program,
                header: header,
                actions: Array(actions.prefix(sighting.action))
            )
        }
    }

    private func hold(_ actions: [ChatAction]) async throws(EngineError) -> Conversation {
        var conversation = try Conversation(program, sources, header)
        for action in actions { try await conversation.perform(action) }
        return conversation
    }

    /// The whole of it: what was seen, the workspace, the transcript.
    func text() async throws(EngineError) -> String {
        let transcript = try await hold(actions).transcript
        let files = sources.files.map { "--- \($0.path)\n\($0.text)" }
        let title = "UNSOUND: \(sighting.property.rawValue) is said to hold of workspace \(flow)"
        return ([title, "but: \(sighting.sentence)"] + files + ["--- conversation"] + transcript)
            .joined(separator: "\n")
    }
}
