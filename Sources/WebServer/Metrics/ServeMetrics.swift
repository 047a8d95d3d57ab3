import Channels
import ConversationRuntime
package import Conversations

/// What a running daemon tells of itself: how much, how fast, and what hurts; never who or what.
package final class ServeMetrics: Sendable {
    package typealias Metric = MetricsRegistry.Metric

    static let webhooks = Metric(
        "parley_webhooks_total",
        "Webhook requests by channel and what came of them.",
        labels: ["channel", "outcome"]
    )
    static let events = Metric(
        "parley_events_total",
        "Things that webhooks told of.",
        labels: ["channel", "kind"]
    )
    static let dispatches = Metric(
        "parley_dispatches_total",
        "Attempts to hand a message over.",
        labels: ["channel", "outcome"]
    )
    static let faults = Metric(
        "parley_faults_total",
        "Work that failed and is done again.",
        labels: ["where"]
    )
    static let waiting = Metric("parley_outbox_waiting", "Messages that wait for delivery.")
    static let dead = Metric(
        "parley_outbox_dead",
        "Messages that nobody tries to deliver any more."
    )
    static let oldest = Metric(
        "parley_outbox_oldest_seconds",
        "How long the oldest message has waited."
    )
    static let paused = Metric(
        "parley_channel_paused",
        "Whether nothing is sent on a channel until somebody acts.",
        labels: ["channel"]
    )
    static let leaves = Metric("parley_log_leaves", "Leaves in the audit log.")
    static let exposure = Metric(
        "parley_log_exposure_seconds",
        "How long the oldest leaf waits that no published checkpoint covers."
    )
    static let tended = Metric(
        "parley_tended_total",
        "Turns that nobody asked for: timers, rights."
    )
    static let reloads = Metric(
        "parley_reloads_total",
        "Reloads of the workspace by what came of them.",
        labels: ["outcome"]
    )
    static let refusals = Metric(
        "parley_api_refusals_total",
        "Calls of the interface that were not done because of who asked or how often.",
        labels: ["why"]
    )
    static let requests = Metric(
        "parley_http_request_seconds",
        "How long requests took.",
        labels: ["route", "status"]
    )

    package let registry = MetricsRegistry([
        webhooks, events, requests, dispatches, waiting, dead, oldest, paused, tended, leaves,
        exposure, reloads, refusals, faults,
    ])

    package init() {}

    func count(_ tally: Intake.Tally, on channel: String) {
        let kinds = [
            ("message", tally.messages), ("duplicate", tally.duplicates),
            ("status", tally.statuses), ("signal", tally.signals), ("unread", tally.unread),
        ]
        for (kind, count) in kinds where count > 0 {
            registry.add(UInt64(count), to: Self.events, channel, kind)
        }
    }

    package func count(_ outcome: DispatchOutcome, on channel: String) {
        let name: String
        switch outcome {
        case .accepted: name = "accepted"
        case .unknown: name = "unknown"
        case .refused(let fault): name = fault.remedy.rawValue
        }
        registry.add(to: Self.dispatches, channel, name)
    }

    package func countFault(_ place: String) {
        registry.add(to: Self.faults, place)
    }

    package func countTended(_ count: Int) {
        guard count > 0 else { return }
        registry.add(UInt64(count), to: Self.tended)
    }

    package func countRefusal(_ why: String) {
        registry.add(to: Self.refusals, why)
    }

    package func countReload(_ outcome: String) {
        registry.add(to: Self.reloads, outcome)
    }
}
