import Synchronization

/// A clock that moves only when told, and never backwards.
package final class VirtualClock: WallClock {
    private let instant: Mutex<Timestamp>

    package init(_ start: Timestamp) {
        instant = Mutex(start)
    }

    package func now() -> Timestamp {
        instant.withLock { $0 }
    }

    /// Moves to `target`; an earlier instant leaves the clock where it is.
    package func advance(to target: Timestamp) {
        instant.withLock { $0 = max($0, target) }
    }

    /// Puts the clock at `target` even if that is earlier: only for taking back a turn.
    package func rewind(to target: Timestamp) {
        instant.withLock { $0 = target }
    }
}
