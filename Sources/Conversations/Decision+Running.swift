import Audit
import Clocks
import Consent
import FlowInterpreter
import FlowProgram

// Running the interpreter, and keeping what it gives.
extension Decision {
    mutating func run(
        _ body: (Interpreter, Decision) throws(RunError) -> TurnResult
    ) throws(Stop) {
        let result: TurnResult
        do {
            result = try body(interpreter, self)
        } catch {
            throw Stop(refusal: .run(error))
        }
        let id = state.session?.id ?? result.session?.id ?? input.sessionID
        state.session = result.session
        state.ledger = result.ledger
        keep(result.kept)
        record(result.effects, session: id)
        if result.effects.contains(.optedOut) {
            giveUpSession()
            state.writtenAbout = []
            forgetEverythingKept()
        }
        for case .exercised(let right, _, _) in result.effects { exercise(right, by: .contact) }
        settleProbableStop()
    }

    // LAW: Art. 17(1)(b) GDPR: with the consent goes the ground to keep what was given under it.
    mutating func forgetEverythingKept() {
        for value in state.kept { trail.add(.slotExpired, from: value.slot, cause: "opt-out") }
        state.kept = []
    }

    /// Whether the contact is being asked if STOP was meant.
    var isAskingWhetherToStop: Bool {
        state.session?.frames.contains { $0.flow == program.commands.stop } ?? false
    }

    /// What the end of that question means: a reply that did not withdraw is a no, and silence is
    /// not.
    // LAW: 47 CFR 64.1200(a)(12): without an answer the opt-out stands.
    private mutating func settleProbableStop() {
        guard state.ledger.isOptOutPending, !isAskingWhetherToStop else { return }
        if isTimeActing {
            withdrawEverything()
        } else {
            state.ledger.isOptOutPending = false
        }
    }

    private mutating func keep(_ values: [KeptValue]) {
        for value in values {
            state.kept.removeAll { $0.flow == value.flow && $0.slot == value.slot }
            state.kept.append(value)
        }
        let surplus = state.kept.count - ContactState.keptLimit
        if surplus > 0 { state.kept.removeFirst(surplus) }
    }

    mutating func record(_ more: [Effect], session: [UInt8]? = nil) {
        let id = session ?? state.session?.id
        for effect in more { trail.add(effect, session: id) }
        effects += more
    }
}
