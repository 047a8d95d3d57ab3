/// Bounds on flows and on running them; each breach is an error with this name.
package enum Limits {
    /// A flow file or locale file, in bytes.
    package static let fileBytes = 1 << 20
    /// All files of a workspace together, in bytes.
    package static let workspaceBytes = 16 << 20
    package static let flows = 500
    package static let stepsPerFlow = 10_000
    package static let choicesPerStep = 10
    package static let slotsPerFlow = 100
    package static let expressionNodes = 200
    package static let deadlinesPerStep = 8
    package static let claimsPerFlow = 20
    /// Characters of a text a flow may claim; a command is short.
    package static let claimCharacters = 100

    /// Steps entered in one turn before it is stopped.
    package static let stepsPerTurn = 100
    /// Messages one turn may cause.
    package static let messagesPerTurn = 8
    package static let callDepth = 8
    /// Characters of an inbound text that a flow may look at.
    package static let inboundCharacters = 4096
    /// Characters of a text slot unless the flow says otherwise, and the most it may say.
    package static let textSlotDefault = 200
    package static let textSlotMaximum = 1000
    /// Answers to unclear replies: by default, and the most a flow may ask for.
    package static let unclearDefault = 2
    package static let unclearMaximum = 5
}
