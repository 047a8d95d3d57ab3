import Synchronization

/// Whether requests should come here: not before everything runs, and not once it stops.
package final class Readiness: Sendable {
    private let ready = Atomic(false)

    package init() {}

    package var isReady: Bool { ready.load(ordering: .acquiring) }

    package func set(_ isReady: Bool) {
        ready.store(isReady, ordering: .releasing)
    }
}
