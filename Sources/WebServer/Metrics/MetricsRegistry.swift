import Synchronization

/// Counts and gauges of one process, in the text format that Prometheus reads (version 0.0.4).
///
/// Own code because no exporter is among the packages that the project builds with. Names and
/// labels come from the program alone, never from a message, so their number is bounded.
package final class MetricsRegistry: Sendable {
    private struct Key: Hashable {
        let name: String
        let labels: [String]
    }

    private struct Histogram {
        var counts = [UInt64](repeating: 0, count: MetricsRegistry.bounds.count)
        var count: UInt64 = 0
        var sum: Double = 0
    }

    private struct State {
        var counters: [Key: UInt64] = [:]
        var gauges: [Key: Double] = [:]
        var histograms: [Key: Histogram] = [:]
    }

    /// What a metric is, for its `HELP` and `TYPE` lines.
    package struct Metric: Hashable, Sendable {
        let name: String
        let help: String
        let labels: [String]

        package init(_ name: String, _ help: String, labels: [String] = []) {
            self.name = name
            self.help = help
            self.labels = labels
        }
    }

    /// Upper bounds of the buckets of durations, in seconds.
    static let bounds: [Double] = [
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]

    private let metrics: [Metric]
    private let state = Mutex(State())

    /// Takes every metric there will be, in the order they are written.
    package init(_ metrics: [Metric]) {
        self.metrics = metrics
    }

    package func add(_ count: UInt64 = 1, to metric: Metric, _ labels: String...) {
        state.withLock { $0.counters[Key(name: metric.name, labels: labels), default: 0] += count }
    }

    package func set(_ metric: Metric, _ labels: [String] = [], to value: Double) {
        state.withLock { $0.gauges[Key(name: metric.name, labels: labels)] = value }
    }

    /// Forgets the values of a gauge, before those that hold now are set.
    package func clear(_ metric: Metric) {
        state.withLock { state in
            state.gauges = state.gauges.filter { $0.key.name != metric.name }
        }
    }

    package func observe(_ metric: Metric, _ labels: String..., seconds: Double) {
        state.withLock { state in
            let key = Key(name: metric.name, labels: labels)
            var histogram = state.histograms[key] ?? Histogram()
            histogram.count += 1
            histogram.sum += seconds
            for (place, bound) in Self.bounds.enumerated() where seconds <= bound {
                histogram.counts[place] += 1
            }
            state.histograms[key] = histogram
        }
    }

    package static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    package var text: String {
        let state = state.withLock { $0 }
        var text = ""
        for metric in metrics {
            let counters = Self.rows(state.counters, metric)
            let gauges = Self.rows(state.gauges, metric)
            let histograms = Self.rows(state.histograms, metric)
            guard !counters.isEmpty || !gauges.isEmpty || !histograms.isEmpty else { continue }
            let type = counters.isEmpty ? (gauges.isEmpty ? "histogram" : "gauge") : "counter"
            text += "# HELP \(metric.name) \(metric.help)\n# TYPE \(metric.name) \(type)\n"
            for (labels, value) in counters {
                text += "\(metric.name)\(Self.labels(metric, labels)) \(value)\n"
            }
            for (labels, value) in gauges {
                text += "\(metric.name)\(Self.labels(metric, labels)) \(Self.number(value))\n"
            }
            for (labels, histogram) in histograms {
                text += Self.lines(metric, labels, histogram)
            }
        }
        return text
    }

    private static func rows<Value>(
        _ values: [Key: Value],
        _ metric: Metric
    ) -> [(labels: [String], value: Value)] {
        values.filter { $0.key.name == metric.name }
            .map { (labels: $0.key.labels, value: $0.value) }
            .sorted { $0.labels.lexicographicallyPrecedes($1.labels) }
    }

    private static func lines(
        _ metric: Metric,
        _ labels: [String],
        _ histogram: Histogram
    ) -> String {
        var text = ""
        let bounds = Self.bounds.map { number($0) } + ["+Inf"]
        for (bound, count) in zip(bounds, histogram.counts + [histogram.count]) {
            let all = Self.labels(metric, labels, more: ("le", bound))
            text += "\(metric.name)_bucket\(all) \(count)\n"
        }
        let own = Self.labels(metric, labels)
        text += "\(metric.name)_sum\(own) \(number(histogram.sum))\n"
        return text + "\(metric.name)_count\(own) \(histogram.count)\n"
    }

    private static func labels(
        _ metric: Metric,
        _ values: [String],
        more: (String, String)? = nil
    ) -> String {
        let pairs = Array(zip(metric.labels, values)) + (more.map { [$0] } ?? [])
        guard !pairs.isEmpty else { return "" }
        return "{" + pairs.map { "\($0.0)=\"\(escaped($0.1))\"" }.joined(separator: ",") + "}"
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.append(character)
            }
        }
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
    }
}
