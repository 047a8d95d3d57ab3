import ConversationRuntime
import Synchronization

/// Draws workspaces until enough of them compile, and tries each.
package final class SoundnessRun: Sendable {
    private struct State {
        var next = 0
        var summary = SoundnessSummary()
    }

    private let options: SoundnessOptions
    private let state: Mutex<State>
    private let onProgress: @Sendable (Int) -> Void

    /// Refutations printed before a run ends: what breaks once breaks often.
    private static let enough = 5

    /// `onProgress` hears how many flows were tried so far.
    package init(
        _ options: SoundnessOptions,
        onProgress: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.options = options
        self.onProgress = onProgress
        state = Mutex(State(next: options.only ?? 0))
    }

    package func hold() async -> SoundnessSummary {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<options.workers { group.addTask { await self.work() } }
        }
        return state.withLock(\.summary)
    }

    @concurrent
    private func work() async {
        while let number = nextNumber() {
            do {
                try await attempt(number)
            } catch {
                state.withLock { $0.summary.fail("the engine failed on flow \(number): \(error)") }
            }
        }
    }

    private func attempt(_ number: Int) async throws(EngineError) {
        let workspace = DrawnWorkspace(seed: options.seed, number: number)
        let trial = FlowTrial(sources: workspace.sources, limit: options.limit)
        let outcome = try await trial.run(
            options.conversationsPerFlow,
            seed: options.seed,
            number: number
        )
        var refutation: String?
        if case .judged(let judgement) = outcome {
            refutation = try await judgement.refutation?.text()
        }
        let judged = state.withLock { state in
            state.summary.add(outcome)
            if let refutation { state.summary.refute(refutation) }
            return state.summary.judged
        }
        onProgress(judged)
    }

    private func nextNumber() -> Int? {
        state.withLock { state in
            let summary = state.summary
            guard summary.judged < options.flows, summary.problem == nil,
                summary.refutations.count < Self.enough
            else { return nil }
            if let only = options.only, state.next > only { return nil }
            // A generator that hardly makes flows that compile would never end.
            guard state.next < 20 * options.flows + (options.only ?? 0) + 20 else { return nil }
            state.next += 1
            return state.next - 1
        }
    }
}
