import Storage
import Synchronization

/// Tells whoever delivers which contacts have something new in their queue.
///
/// What it forgets in a crash is found again in the store.
package final class DeliverySignal: Sendable {
    fileprivate struct State {
        /// With the channel the new message goes out on, where that is known.
        var contacts: [ContactID: String?] = [:]
        var isRaised = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    package init() {}

    func add(_ contact: ContactID, on channel: String?) {
        let waiter = state.withLock { state in
            state.contacts[contact] = channel
            return state.raise()
        }
        waiter?.resume()
    }

    /// Ends a wait although nobody has anything new.
    func raise() {
        state.withLock { $0.raise() }?.resume()
    }

    /// Takes the contacts that were added since.
    func take() -> [ContactID: String?] {
        state.withLock { state in
            defer { state.contacts = [:] }
            return state.contacts
        }
    }

    /// Waits for the next signal, or until the task is cancelled; a signal that came since the last
    /// wait counts.
    ///
    /// For one waiter.
    func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                let isOver = state.withLock { state in
                    guard !state.isRaised, !Task.isCancelled else {
                        state.isRaised = false
                        return true
                    }
                    state.waiter = waiter
                    return false
                }
                if isOver { waiter.resume() }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                defer { state.waiter = nil }
                return state.waiter
            }
            waiter?.resume()
        }
    }
}

extension DeliverySignal.State {
    fileprivate mutating func raise() -> CheckedContinuation<Void, Never>? {
        guard let waiter else {
            isRaised = true
            return nil
        }
        self.waiter = nil
        return waiter
    }
}
