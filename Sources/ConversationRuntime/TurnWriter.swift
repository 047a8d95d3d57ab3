import Dispatch
package import Storage
import Synchronization

/// The one writer.
///
/// Turns that arrive while a commit runs share the next one.
///
/// Batching is natural: a lone turn commits at once, and under load one durable commit carries
/// many. A caller resumes only after its turn is on the disk.
package final class TurnWriter: Sendable {
    /// Turns one commit may carry.
    package static let batchLimit = 128
    /// Turns that may wait; one more is refused rather than queued without end.
    package static let queueLimit = 4096

    private struct Pending {
        let turn: TurnCommit
        let done: CheckedContinuation<Result<CommitResult, StoreError>, Never>
    }

    private struct State {
        var pending: [Pending] = []
        var isDraining = false
    }

    private enum Admission {
        case full, waits, drains
    }

    private let store: any ConversationStore
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "parley.writer", qos: .userInitiated)

    package init(store: any ConversationStore) {
        self.store = store
    }

    package func commit(_ turn: TurnCommit) async throws(StoreError) -> CommitResult {
        let result = await withCheckedContinuation { done in
            admit(Pending(turn: turn, done: done))
        }
        return try result.get()
    }

    private func admit(_ pending: Pending) {
        let admission = state.withLock { state -> Admission in
            guard state.pending.count < Self.queueLimit else { return .full }
            state.pending.append(pending)
            guard !state.isDraining else { return .waits }
            state.isDraining = true
            return .drains
        }
        switch admission {
        case .full: pending.done.resume(returning: .failure(.overloaded))
        case .waits: break
        case .drains: queue.async { self.drain() }
        }
    }

    private func drain() {
        while let batch = nextBatch() {
            let results: Result<[CommitResult], StoreError> = Result { () throws(StoreError) in
                try store.commit(batch.map(\.turn))
            }
            for (place, pending) in batch.enumerated() {
                pending.done.resume(returning: results.map { $0[place] })
            }
        }
    }

    private func nextBatch() -> [Pending]? {
        state.withLock { state in
            guard !state.pending.isEmpty else {
                state.isDraining = false
                return nil
            }
            let batch = Array(state.pending.prefix(Self.batchLimit))
            state.pending.removeFirst(batch.count)
            return batch
        }
    }
}
