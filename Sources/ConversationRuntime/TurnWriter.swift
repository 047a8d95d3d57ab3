import Dispatch
package import Storage
import Synchronization

/// The one writer.
///
/// Batching is natural. A lone turn commits at once, on the thread that brought it. Under load one
/// durable commit carries the turns that came while the last one ran, and those that are being
/// decided just then: it waits for them, for as long as `gathering`. A caller resumes only after
/// its turn is on the disk.
package final class TurnWriter: Sendable {
    /// Turns one commit may carry.
    package static let batchLimit = 128
    /// A commit with this many turns waits for no more.
    package static let batchTarget = 64
    /// Turns that may wait; one more is refused rather than queued without end.
    package static let queueLimit = 4096
    /// The longest a commit waits for turns that have been announced, in microseconds: about what a
    /// commit itself takes, so that waiting never costs more than it saves.
    package static let gatheringMicroseconds = 500

    private struct Pending {
        let turn: TurnCommit
        let done: CheckedContinuation<Result<CommitResult, StoreError>, Never>
    }

    private struct State {
        var pending: [Pending] = []
        /// Turns being decided, which will be committed soon.
        var announced = 0
        var isDraining = false
        var isGathering = false

        /// Ends draining if nothing waits.
        mutating func isIdle() -> Bool {
            if pending.isEmpty { isDraining = false }
            return pending.isEmpty
        }

        /// Whether the writer is to be woken; only the turn that completes a batch does it.
        mutating func endsGathering() -> Bool {
            guard isGathering, isGathered else { return false }
            isGathering = false
            return true
        }

        /// Whether nothing more is worth waiting for.
        var isGathered: Bool { announced == 0 || pending.count >= TurnWriter.batchTarget }
    }

    private enum Admission {
        case full, waits, wakes, drains, commitsHere
    }

    private let store: any ConversationStore
    private let state = Mutex(State())
    private let gathered = DispatchSemaphore(value: 0)
    private let queue = DispatchQueue(label: "parley.writer", qos: .userInitiated)

    package init(store: any ConversationStore) {
        self.store = store
    }

    /// Says that a turn is being decided; it must be followed by its commit or its retraction.
    package func announce() {
        state.withLock { $0.announced += 1 }
    }

    /// The announced turn will not be committed after all.
    package func retract() {
        let wakes = state.withLock { state in
            state.announced -= 1
            return state.endsGathering()
        }
        if wakes { gathered.signal() }
    }

    /// Commits a turn, announced before or not.
    package func commit(
        _ turn: TurnCommit,
        wasAnnounced: Bool = false
    ) async throws(StoreError) -> CommitResult {
        let result = await withCheckedContinuation { done in
            admit(Pending(turn: turn, done: done), wasAnnounced)
        }
        return try result.get()
    }

    private func admit(_ pending: Pending, _ wasAnnounced: Bool) {
        let admission = state.withLock { state -> Admission in
            if wasAnnounced { state.announced -= 1 }
            guard state.pending.count < Self.queueLimit else { return .full }
            state.pending.append(pending)
            if state.isDraining {
                return state.endsGathering() ? .wakes : .waits
            }
            state.isDraining = true
            return state.announced == 0 ? .commitsHere : .drains
        }
        switch admission {
        case .full: pending.done.resume(returning: .failure(.overloaded))
        case .waits: break
        case .wakes: gathered.signal()
        case .drains: queue.async { self.drain() }
        case .commitsHere:
            // Two changes of thread would cost a lone turn as much as its commit.
            if let batch = nextBatch() { write(batch) }
            if state.withLock({ $0.isIdle() }) { return }
            queue.async { self.drain() }
        }
    }

    private func drain() {
        while true {
            gather()
            guard let batch = nextBatch() else { return }
            write(batch)
        }
    }

    /// Gives turns that are being decided the time to join a commit that is not full.
    private func gather() {
        let waits = state.withLock { state in
            state.isGathering = !state.pending.isEmpty && !state.isGathered
            return state.isGathering
        }
        guard waits else { return }
        // Woken or not, the commit goes ahead with what is there.
        _ = gathered.wait(timeout: .now() + .microseconds(Self.gatheringMicroseconds))
        state.withLock { $0.isGathering = false }
    }

    private func write(_ batch: [Pending]) {
        let results: Result<[CommitResult], StoreError> = Result { () throws(StoreError) in
            try store.commit(batch.map(\.turn))
        }
        for (place, pending) in batch.enumerated() {
            pending.done.resume(returning: results.map { $0[place] })
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
