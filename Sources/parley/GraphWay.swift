import FlowGraph
import Simulator

// The ways of a step as transcripts count them, for a path to mark.
extension GraphEdge.Way {
    /// `nil` where there is but one place to go.
    ///
    /// That is a step's `then`, or a call that goes on to the same step whatever its outcome.
    /// Without a way, a visit marks all that lead there.
    init?(_ edge: FlowEdge) {
        switch edge {
        case .then: return nil
        case .choice(let place): self = .choice(place)
        case .pattern(let place): self = .pattern(place)
        case .answer: self = .answer
        case .unclear: self = .unclear
        case .branch(let place): self = .branch(place)
        case .otherwise: self = .otherwise
        case .drawn(let place): self = .draw(place)
        case .returned(let place): self = .outcome(place)
        }
    }

    init(_ timer: FlowTimer) {
        switch timer {
        case .after(let place): self = .deadline(place)
        case .waitOver: self = .waited
        }
    }
}
