package import Consent

/// A compiled flow: dense steps, checked names, and the digest that pins it.
///
/// An object for the same reason as `Program`.
package final class Flow: Hashable, Sendable {
    package let name: String
    package let revision: Int
    package let digest: ProgramDigest
    package let about: String?
    /// The built-in behaviour this flow words, if any.
    package let command: String?
    /// For each locale of the program, the folded words that start this flow.
    package let startWords: [Set<String>]
    /// Texts that belong to this flow while it runs, although a command word is in them.
    package let claims: [DeclaredCommand]
    /// Parameters first, in the order declared, then slots.
    package let slots: [Slot]
    package let steps: [Step]
    /// The words this flow can end with, in the order written.
    package let outcomes: [String]

    /// The first step written is where a flow starts.
    package static let entry = StepIndex(0)

    package init(
        name: String,
        revision: Int,
        digest: ProgramDigest,
        about: String?,
        command: String?,
        startWords: [Set<String>],
        slots: [Slot],
        steps: [Step],
        outcomes: [String],
        claims: [DeclaredCommand] = []
    ) {
        precondition(!steps.isEmpty, "a flow has at least one step")
        self.name = name
        self.revision = revision
        self.digest = digest
        self.about = about
        self.command = command
        self.startWords = startWords
        self.slots = slots
        self.steps = steps
        self.outcomes = outcomes
        self.claims = claims
        // Written into every audit leaf of the flow, so it is made once.
        reference = "\(name)@\(digest.short)"
    }

    /// The flow as audit leaves name it: `name@` and the first eight digits of the digest.
    package let reference: String

    package static func == (left: Flow, right: Flow) -> Bool {
        left === right || left.digest == right.digest
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(digest)
    }

    package subscript(step step: StepIndex) -> Step { steps[step.value] }
    package subscript(slot slot: SlotIndex) -> Slot { slots[slot.value] }

    package func slot(named name: String) -> SlotIndex? {
        slots.firstIndex { $0.name == name }.map { SlotIndex($0) }
    }

    package func step(named name: String) -> StepIndex? {
        steps.firstIndex { $0.name == name }.map { StepIndex($0) }
    }
}
