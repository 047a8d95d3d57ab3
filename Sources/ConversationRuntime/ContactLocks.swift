package import Storage
import Synchronization

/// One turn at a time for each contact; others go on beside it.
///
/// First come, first served.
package final class ContactLocks: Sendable {
    private let waiting = Mutex<[ContactID: [CheckedContinuation<Void, Never>]]>([:])

    package init() {}

    /// Runs `body` when no other turn of `contact` runs.
    package func withLock<Value: Sendable, Failure: Error>(
        _ contact: ContactID,
        _ body: () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        await acquire(contact)
        defer { release(contact) }
        return try await body()
    }

    private func acquire(_ contact: ContactID) async {
        let isFree = waiting.withLock { waiting in
            guard waiting[contact] == nil else { return false }
            waiting[contact] = []
            return true
        }
        if isFree { return }
        await withCheckedContinuation { turn in
            let becameFree = waiting.withLock { waiting in
                guard waiting[contact] != nil else {
                    waiting[contact] = []
                    return true
                }
                waiting[contact]?.append(turn)
                return false
            }
            if becameFree { turn.resume() }
        }
    }

    private func release(_ contact: ContactID) {
        let next = waiting.withLock { waiting -> CheckedContinuation<Void, Never>? in
            guard waiting[contact]?.isEmpty == false else {
                waiting[contact] = nil
                return nil
            }
            return waiting[contact]?.removeFirst()
        }
        next?.resume()
    }
}
