import Storage
import Synchronization

/// Which contacts a message is on its way to right now: one each, so that messages arrive in their
/// order, and so that a STOP can wait for the last one.
// INVARIANT: no message is delivered after a STOP was acknowledged. The opt-out commits at once;
// only the acknowledgement waits until what was on its way has arrived, or was broken off at last.
final class InFlight: Sendable {
    private struct Sending {
        var isStopping = false
        var hasArrived = false
        /// Whoever sends, and listens for a STOP meanwhile.
        var sender: CheckedContinuation<Void, Never>?
        /// Whoever waits until nothing is on its way.
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let sendings = Mutex<[ContactID: Sending]>([:])

    /// Takes the contact's one place; `false` when a message is on its way already.
    func begin(_ contact: ContactID) -> Bool {
        sendings.withLock { sendings in
            guard sendings[contact] == nil else { return false }
            sendings[contact] = Sending()
            return true
        }
    }

    /// Waits until a STOP waits for what is on its way, or the task is cancelled.
    ///
    /// For whoever sends, and nobody else.
    func untilStopped(_ contact: ContactID) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { sender in
                let isOver = sendings.withLock { sendings in
                    guard sendings[contact]?.isStopping == false, !Task.isCancelled else {
                        return true
                    }
                    sendings[contact]?.sender = sender
                    return false
                }
                if isOver { sender.resume() }
            }
        } onCancel: {
            wakeSender(of: contact)
        }
    }

    func end(_ contact: ContactID) {
        let ended = sendings.withLock { $0.removeValue(forKey: contact) }
        ended?.sender?.resume()
        for waiter in ended?.waiting ?? [] { waiter.resume() }
    }

    /// Says that what is on its way to a contact was not to be sent any more.
    func mark(_ contact: ContactID) {
        sendings.withLock { $0[contact]?.isStopping = true }
        wakeSender(of: contact)
    }

    /// What was on its way has arrived, or was broken off; its place stays taken until that is
    /// recorded.
    func arrive(_ contact: ContactID) {
        let waiting = sendings.withLock { sendings in
            sendings[contact]?.hasArrived = true
            defer { sendings[contact]?.waiting = [] }
            return sendings[contact]?.waiting ?? []
        }
        for waiter in waiting { waiter.resume() }
    }

    /// Asks for an end of what is on its way to a contact, and waits until it has arrived.
    func stop(_ contact: ContactID) async {
        mark(contact)
        await arrived(contact)
    }

    /// Waits until nothing is on its way to a contact.
    func arrived(_ contact: ContactID) async {
        await withCheckedContinuation { waiter in
            let isOver = sendings.withLock { sendings in
                guard sendings[contact]?.hasArrived == false else { return true }
                sendings[contact]?.waiting.append(waiter)
                return false
            }
            if isOver { waiter.resume() }
        }
    }

    /// Whether the contact's place is taken: something is on its way, or is being recorded.
    func isTaken(_ contact: ContactID) -> Bool {
        sendings.withLock { $0[contact] != nil }
    }

    /// Whether a STOP waits for what is on its way to a contact.
    func isStopping(_ contact: ContactID) -> Bool {
        sendings.withLock { $0[contact]?.isStopping ?? false }
    }

    private func wakeSender(of contact: ContactID) {
        let sender = sendings.withLock { sendings in
            defer { sendings[contact]?.sender = nil }
            return sendings[contact]?.sender
        }
        sender?.resume()
    }
}
