package import ConversationRuntime
import Clocks
package import Conversations
import Logging
import ServiceLifecycle

/// Delivers until the group shuts down; what is on its way is settled before it ends.
package struct DeliveryService: Service {
    private let dispatcher: Dispatcher

    package init(dispatcher: Dispatcher) {
        self.dispatcher = dispatcher
    }

    package func run() async throws {
        // Also when another service failed and the whole group is cancelled.
        try await withTaskCancellationOrGracefulShutdownHandler {
            try await dispatcher.run()
        } onCancelOrGracefulShutdown: {
            dispatcher.stop()
        }
    }
}

/// Lets time act on contacts, and signs the log when it is due.
package struct UpkeepService: Service {
    /// Between two rounds, when the last one found nothing to do.
    private static let rest = Duration.milliseconds(500)

    private let engine: Engine
    private let metrics: ServeMetrics
    private let log: ServeLog

    package init(engine: Engine, metrics: ServeMetrics, log: ServeLog) {
        self.engine = engine
        self.metrics = metrics
        self.log = log
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var caretaker = Caretaker(engine: engine)
            while !Task.isCancelled {
                let round = await caretaker.round()
                metrics.countTended(round.done)
                if let failure = round.failure {
                    metrics.countFault("timers")
                    log.failed("timers", failure)
                }
                sign()
                if round.done == 0 { try? await Task.sleep(for: Self.rest) }
            }
        }
    }

    private func sign() {
        do {
            try engine.log.checkpointIfDue(at: engine.clock.now())
        } catch {
            metrics.countFault("checkpoint")
            log.warn("checkpoint-failed", ["why": .string(error.sentence)])
        }
    }
}

/// Writes what deliveries come to into the log and the metrics.
package struct ServeObserver: DispatchObserver {
    private let metrics: ServeMetrics
    private let log: ServeLog

    package init(metrics: ServeMetrics, log: ServeLog) {
        self.metrics = metrics
        self.log = log
    }

    package func tried(_ outcome: DispatchOutcome, on channel: String) {
        metrics.count(outcome, on: channel)
    }

    package func paused(_ channel: String, _ fault: DispatchFault) {
        log.paused(channel, fault)
    }

    package func lacksChannel(_ channel: String) {
        log.lacksChannel(channel)
    }

    package func failed(_ error: EngineError) {
        metrics.countFault("delivery")
        log.failed("delivery", error)
    }
}
