package import Storage
import Synchronization

/// At which call a store or a vault fails, to test what a crash between two steps leaves.
///
/// A store and a vault that share one plan fail as one process would.
package final class FaultPlan: Sendable {
    /// The calls that can be told apart; whatever only reads is `.reading`.
    package enum Call: String, CaseIterable, Sendable {
        case commit, append, archive, shred, finishErasure, pruneInbox
        case initialize, addContacts, link, suppress, destroy, addSigningKey
        case addCheckpoint, forgetCheckpoint, pruneLog, removePruned, setHold, addAnchor
        case addLogKey, destroyLogKey
        case pruneSent, rememberAnswer, pruneAnswers
        case reading

        var isWriting: Bool { self != .reading }
    }

    /// On which side of the call's effect it fails.
    package enum Moment: String, CaseIterable, Sendable {
        /// Nothing happened.
        case before
        /// It happened, and nobody was told.
        case after
    }

    package struct Fault: Hashable, Sendable {
        /// `nil` counts every call that writes, so that each step of anything can be hit in turn.
        package let call: Call?
        /// Which of these calls, from 1.
        package let number: Int
        package let moment: Moment
        package let error: StoreError
        /// Whether nothing works afterwards, as after a crash, until another plan is used.
        package let isFatal: Bool

        /// Fails before or after one of the times a call is made.
        package init(
            _ moment: Moment,
            _ call: Call,
            _ number: Int = 1,
            error: StoreError = .unavailable(code: 10),
            isFatal: Bool = false
        ) {
            self.init(moment, call, number, error, isFatal)
        }

        /// Fails before or after one of the calls that write, whichever it is.
        package init(
            _ moment: Moment,
            write number: Int,
            error: StoreError = .unavailable(code: 10),
            isFatal: Bool = false
        ) {
            self.init(moment, nil, number, error, isFatal)
        }

        private init(
            _ moment: Moment,
            _ call: Call?,
            _ number: Int,
            _ error: StoreError,
            _ isFatal: Bool
        ) {
            self.call = call
            self.number = number
            self.moment = moment
            self.error = error
            self.isFatal = isFatal
        }
    }

    private struct Progress {
        var counts: [Call: Int] = [:]
        var struck: [Fault] = []

        var writes: Int { counts.filter(\.key.isWriting).values.reduce(0, +) }
    }

    private let faults: [Fault]
    private let progress = Mutex(Progress())

    package init(_ faults: [Fault] = []) {
        self.faults = faults
    }

    /// The faults that happened so far; none if the calls they wait for were never made.
    package var struck: [Fault] { progress.withLock { $0.struck } }

    /// How often a call was made, or with `nil` every call that writes.
    package func count(of call: Call?) -> Int {
        progress.withLock { progress in
            call.map { progress.counts[$0] ?? 0 } ?? progress.writes
        }
    }

    /// Lets a call through, or fails before or after it.
    func run<Value>(
        _ call: Call,
        _ body: () throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        let fault = try admit(call)
        if let fault, fault.moment == .before { throw fault.error }
        let value = try body()
        if let fault { throw fault.error }
        return value
    }

    private func admit(_ call: Call) throws(StoreError) -> Fault? {
        try progress.withLock { progress throws(StoreError) in
            guard !progress.struck.contains(where: \.isFatal) else { throw .closed }
            progress.counts[call, default: 0] += 1
            let fault = faults.first { fault in
                guard let waited = fault.call else {
                    return call.isWriting && progress.writes == fault.number
                }
                return waited == call && progress.counts[call] == fault.number
            }
            if let fault { progress.struck.append(fault) }
            return fault
        }
    }
}
