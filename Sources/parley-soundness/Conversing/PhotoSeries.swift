import FlowProgram

/// How many unclear replies in a row can be answered before one of the answers is asked again.
struct PhotoSeries {
    let length: Int

    /// Detours and callers: a question may wait in more than one place of the conversation.
    private static let contexts = 3

    init(_ program: Program) {
        let answers = program.flows.flatMap(\.steps).filter(\.exit.waits).map { step in
            (step.unclear?.times ?? Limits.unclearDefault) + 2
        }
        length = Self.contexts * answers.reduce(0, +) + 1
    }
}
