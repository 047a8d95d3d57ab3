package import FlowProgram

/// How often each point of the flows was gone through.
package struct Coverage: Hashable, Sendable {
    private var counts: [FlowPoint: Int] = [:]

    package init() {}

    /// How often; 0 is never.
    package subscript(point: FlowPoint) -> Int { counts[point] ?? 0 }

    package func contains(_ point: FlowPoint) -> Bool { self[point] > 0 }

    /// Whether a step was ever entered.
    package func reaches(_ step: StepIndex, of flow: FlowIndex) -> Bool {
        contains(FlowPoint(flow: flow, step: step, kind: .step))
    }

    mutating func count(_ kind: FlowPoint.Kind, at step: StepIndex, of flow: FlowIndex) {
        counts[FlowPoint(flow: flow, step: step, kind: kind), default: 0] += 1
    }

    /// Adds what another play went through.
    package mutating func add(_ other: Coverage) {
        counts.merge(other.counts, uniquingKeysWith: +)
    }
}
