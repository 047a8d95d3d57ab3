package import ModelChecker

/// A finding of the model checker, held as a conversation with the real engine.
package struct Counterexample: Sendable {
    package let finding: Violation
    /// The conversation with what really came, and where in the flows it went.
    package let transcript: String
    /// The same with what ought to come in its last turn: a test that fails until the flow is
    /// mended.
    ///
    /// `nil` where nothing of it is to be seen from outside.
    package let test: String?
    /// The steps that were entered, in order.
    package let visits: [Place]
    /// Whether the engine did what the checker found.
    package let isShown: Bool
}
