package import FlowProgram

/// One thing of a flow that transcripts can go through.
package struct FlowPoint: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// The step was entered.
        case step
        case edge(FlowEdge)
        case timer(FlowTimer)
        /// Something of the step was said in this language.
        case texts(LocaleIndex)
    }

    package let flow: FlowIndex
    package let step: StepIndex
    package let kind: Kind

    package init(flow: FlowIndex, step: StepIndex, kind: Kind) {
        self.flow = flow
        self.step = step
        self.kind = kind
    }
}

/// One way on from a step that is taken because somebody replied or because it is the next.
///
/// What time sets off is a `FlowTimer`.
package enum FlowEdge: Hashable, Sendable {
    /// Also of a call that goes on to the same step whatever its outcome.
    case then
    /// By its place in the menu, as the others are by theirs.
    case choice(Int)
    case pattern(Int)
    /// The value an `ask` wanted.
    case answer
    /// After too many unclear replies; `skip: true` of an `ask` is the same.
    case unclear
    case branch(Int)
    case otherwise
    /// By the first place of the step in the draw.
    case drawn(Int)
    /// By the place of the outcome in the called flow.
    case returned(Int)
}

/// One way on from a step that is taken because time has passed.
package enum FlowTimer: Hashable, Sendable {
    /// By its place in the step's deadlines.
    case after(Int)
    case waitOver
}
