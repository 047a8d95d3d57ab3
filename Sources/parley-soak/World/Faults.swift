import Storage
import Synchronization

/// The crash that a step holds: one write fails, before or after it took effect.
final class Faults: Sendable {
    private struct State {
        var fault: Fault?
        var spared = 0
        var wasMet = false
    }

    private let state = Mutex(State())

    func arm(_ fault: Fault) {
        state.withLock { $0 = State(fault: fault, spared: fault.spared) }
    }

    func disarm() {
        state.withLock { $0.fault = nil }
    }

    /// Whether the fault armed last made a write fail.
    var wasMet: Bool { state.withLock { $0.wasMet } }

    /// Runs a write, unless it is the one that fails.
    func during<Value>(
        _ place: Fault.Place,
        _ write: () throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        guard let fault = meet(place) else { return try write() }
        if fault.tookEffect { _ = try write() }
        throw .unavailable(code: Self.ioError)
    }

    private func meet(_ place: Fault.Place) -> Fault? {
        state.withLock { state in
            guard let fault = state.fault, fault.place == place else { return nil }
            guard state.spared == 0 else {
                state.spared -= 1
                return nil
            }
            state.fault = nil
            state.wasMet = true
            return fault
        }
    }

    /// `SQLITE_IOERR`.
    private static let ioError: Int32 = 10
}
