import Audit
import Clocks
import ConversationRuntime
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Storage

/// What whoever runs the daemon asks it: is it alive, should it get requests, how is it doing.
struct OperationsRoutes: Sendable {
    let engine: Engine
    let readiness: Readiness
    let metrics: ServeMetrics
    let paused: @Sendable () -> [String]

    func add(to router: Router<ServeRequestContext>) {
        router.get("health/live") { _, _ in Plain.response(.ok) }
        router.get("health/ready") { _, _ in
            readiness.isReady ? Plain.response(.ok) : Plain.response(.serviceUnavailable)
        }
        router.get("metrics") { _, _ in
            gauge()
            return Plain.response(
                .ok,
                [UInt8](metrics.registry.text.utf8),
                type: MetricsRegistry.contentType
            )
        }
    }

    private func gauge() {
        let now = engine.clock.now()
        let registry = metrics.registry
        do {
            let counts = try engine.store.outboxCounts()
            registry.set(ServeMetrics.waiting, to: Double(counts.waiting))
            registry.set(ServeMetrics.dead, to: Double(counts.dead))
            let age = counts.oldestQueuedAt.map { now.milliseconds - $0.milliseconds } ?? 0
            registry.set(ServeMetrics.oldest, to: Double(max(0, age)) / 1000)
            registry.set(ServeMetrics.leaves, to: Double(try engine.store.frontier().size))
        } catch {
            metrics.countFault("metrics")
        }
        do {
            let age = try engine.log.exposure(at: now).age
            registry.set(ServeMetrics.exposure, to: Double(age) / 1000)
        } catch {
            metrics.countFault("metrics")
        }
        registry.clear(ServeMetrics.paused)
        for channel in paused() { registry.set(ServeMetrics.paused, [channel], to: 1) }
    }
}
