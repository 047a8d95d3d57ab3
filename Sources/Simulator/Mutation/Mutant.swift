package import FlowProgram

/// A program with one small defect in one step, which a transcript ought to notice.
package struct Mutant: Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A choice and an answer lead back to their own question; a pattern, the way on after
        /// unclear replies and a ticket of a draw are gone.
        case removedEdge = "removed edge"
        /// Two choices lead where the other led.
        case swappedChoices = "swapped choices"
        /// An `after` is gone, or a wait is over at once.
        case droppedTimer = "dropped timer"
        /// A condition always holds, never holds, or holds when it should not.
        case changedGuard = "changed guard"
        case droppedAct = "dropped consent act"
        /// A text is said without the purpose it serves, and the gate does not ask for consent.
        case droppedPurpose = "dropped purpose"
        /// One unclear reply more or fewer is answered.
        case changedPatience = "changed patience"
        /// A way on leads to another step.
        case redirected = "redirected"
    }

    package let kind: Kind
    package let flow: FlowIndex
    package let place: StepIndex
    /// What was done, to stand before “changes no transcript”.
    package let change: String
    /// What a transcript has to go through to have a chance.
    package let point: FlowPoint
    let step: Step

    /// The defective program.
    ///
    /// It keeps the digest of the whole one: it runs in worlds of its own, where nothing is
    /// compiled again.
    package func program(from program: Program) -> Program {
        let steps = program[flow].steps.replacing(at: place.value, with: step)
        let flow = program[flow].with(steps)
        return program.with(program.flows.replacing(at: self.flow.value, with: flow))
    }
}

extension Array {
    /// A copy with one element replaced.
    func replacing(at place: Int, with element: Element) -> Self {
        var copy = self
        copy[place] = element
        return copy
    }

    /// A copy with one element left out.
    func removing(at place: Int) -> Self {
        var copy = self
        copy.remove(at: place)
        return copy
    }
}

extension Program {
    fileprivate func with(_ flows: [Flow]) -> Program {
        Program(
            digest: digest,
            controller: controller,
            locales: locales,
            flows: flows,
            purposes: purposes,
            notices: notices,
            catalog: catalog,
            commands: commands,
            channels: channels,
            sessionIdle: sessionIdle,
            vendors: vendors,
            optOut: optOut,
            storageCountry: storageCountry,
            retention: retention,
            audit: audit,
            serve: serve
        )
    }
}

extension Flow {
    fileprivate func with(_ steps: [Step]) -> Flow {
        Flow(
            name: name,
            revision: revision,
            digest: digest,
            about: about,
            command: command,
            startWords: startWords,
            slots: slots,
            steps: steps,
            outcomes: outcomes,
            claims: claims
        )
    }
}
