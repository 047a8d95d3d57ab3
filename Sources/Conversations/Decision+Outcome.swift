import MessageCatalog
import Audit
import Clocks
import Consent
import FlowInterpreter
import FlowProgram

// From what happened to what one transaction holds.
extension Decision {
    consuming func outcome() throws(Stop) -> TurnOutcome {
        var notes: [TurnNote] = []
        var evidence: [ConsentEvidence] = []
        for effect in effects {
            guard let note = try note(effect) else { continue }
            if case .consentChanged(let change, let source) = effect {
                evidence.append(proof(of: change, source))
            }
            notes.append(note)
            if case .said(let utterance) = effect, case .said = note,
                let shown = utterance.notice
            {
                notes.append(remember(shown))
            }
        }
        notes += endings
        state.sequence = trail.sequence
        return TurnOutcome(
            state: state,
            notes: notes,
            drafts: trail.drafts,
            evidence: evidence,
            cancellation: cancellation,
            nextDue: state.nextDue(sessionIdle: decider.program.sessionIdle)
        )
    }

    /// What must hold even when a turn could not be: an opt-out stands, whatever broke.
    // INVARIANT: STOP first. A flow or a text that fails cannot swallow it.
    consuming func protecting(_ refusal: TurnRefusal, _ command: CommandDecision) -> TurnOutcome {
        guard case .message(let message) = input.turn, command.command == .stop else {
            return refusing(refusal)
        }
        trail.add(
            .messageReceived,
            session: state.session?.id,
            cause: message.content.kindName,
            payload: message.content.committed
        )
        if command.certainty == .definite || state.ledger.isOptOutPending {
            withdrawEverything()
        } else {
            state.ledger.isOptOutPending = true
        }
        trail.add(.turnRefused, session: state.session?.id, cause: refusal.code)
        endings.append(.refused(refusal))
        do {
            return try outcome()
        } catch {
            preconditionFailure("a withdrawal says nothing that could fail to be rendered")
        }
    }

    /// The record of a turn that could not be: the event and the reason, and nothing else changed.
    consuming func refusing(_ refusal: TurnRefusal) -> TurnOutcome {
        if case .message(let message) = input.turn {
            trail.add(
                .messageReceived,
                session: state.session?.id,
                cause: message.content.kindName,
                payload: message.content.committed
            )
        }
        trail.add(.turnRefused, session: state.session?.id, cause: refusal.code)
        state.sequence = trail.sequence
        return TurnOutcome(
            state: state,
            notes: [.refused(refusal)],
            drafts: trail.drafts,
            evidence: [],
            cancellation: .none,
            nextDue: input.turn == .time
                ? input.now.adding(.hours(1))
                : state.nextDue(sessionIdle: decider.program.sessionIdle)
        )
    }

    private mutating func note(_ effect: Effect) throws(Stop) -> TurnNote? {
        switch effect {
        case .said(let utterance): return try pass(utterance)
        case .consentChanged(let change, _): return .consent(change)
        case .consentRefused(let refused): return .consentRefused(refused)
        case .optedOut:
            state.confirmationsSent = 0
            return .optedOut
        case .optedIn: return .optedIn
        case .ended(let flow, let outcome, let cause):
            let ended = decider.program[flow]
            return .ended(
                flow: ended.name,
                outcome: outcome.map { ended.outcomes[$0] },
                cause: cause.text
            )
        case .started, .moved, .slotExpired, .timersSet, .timersCancelled, .timerFired:
            return nil
        }
    }

    private mutating func pass(_ utterance: Utterance) throws(Stop) -> TurnNote {
        let messageClass = self.messageClass(of: utterance)
        let session = state.session?.id
        let verdict = SendGate.verdict(
            for: messageClass,
            ledger: state.ledger,
            at: input.now,
            sent: SendGate.Sent(
                confirmations: state.confirmationsSent,
                followUps: state.followUpsSent
            )
        )
        let step = decider.program[utterance.flow][step: utterance.step].name
        switch verdict {
        case .withheld(let reason):
            trail.add(
                .messageWithheld,
                session: session,
                flow: utterance.flow,
                from: step,
                cause: reason.rawValue,
                purpose: messageClass.purpose
            )
            return .withheld(
                messageClass,
                reason,
                key: decider.program.catalog[utterance.message].key
            )
        case .allowed: break
        }
        if messageClass == .optOutConfirmation { state.confirmationsSent += 1 }
        if messageClass == .followUp { state.followUpsSent += 1 }
        do {
            let rendering = MessageRendering(program: decider.program, locale: locale)
            let message = try rendering.render(utterance, as: messageClass)
            trail.add(
                .messageEnqueued,
                session: session,
                flow: utterance.flow,
                from: step,
                cause: messageClass.name,
                purpose: messageClass.purpose,
                payload: [UInt8](message.wordsShown.utf8)
            )
            if utterance.isQuestion { state.lastWordsShown = message.wordsShown }
            return .said(message)
        } catch {
            throw Stop(refusal: .unrenderable(key: error.key))
        }
    }

    /// A notice counts as shown once the message that shows it has passed the gate.
    private mutating func remember(_ index: NoticeIndex) -> TurnNote {
        let notice = decider.program[index].version
        let tag = decider.program[locale].text
        state.ledger.recordShown(
            ShownNotice(notice: notice, locale: tag, turn: state.turn, at: input.now)
        )
        trail.add(
            .noticeShown,
            session: state.session?.id,
            to: notice.description,
            cause: "locale:\(tag)"
        )
        return .noticeShown(notice)
    }

    private func messageClass(of utterance: Utterance) -> MessageClass {
        if let purpose = utterance.purpose { return .purpose(decider.program[purpose].id) }
        guard utterance.isAnswer else { return .followUp }
        // Whatever flow words it: what is said in the turn of an opt-out confirms it.
        if effects.contains(.optedOut) { return .optOutConfirmation }
        switch utterance.command {
        case nil, CommandKind.stop.rawValue?: return .reply
        case .some: return .commandAnswer
        }
    }

    private func proof(of change: ConsentChange, _ source: ActSource?) -> ConsentEvidence {
        var providerID: String?
        if case .message(let message) = input.turn { providerID = message.providerID }
        let flow = source.map { decider.program[$0.flow] }
        return ConsentEvidence(
            change: change,
            at: input.now,
            turn: state.turn,
            channel: state.address.channel,
            locale: decider.program[locale].text,
            flow: flow?.reference ?? "",
            step: source.flatMap { flow?[step: $0.step].name } ?? "",
            cause: source?.cause.text ?? change.engineCause,
            wordsShown: providerID == nil ? nil : wordsAnswered,
            providerID: providerID
        )
    }

    /// What is queued for a purpose dies with its consent.
    private var cancellation: QueueCancellation {
        if effects.contains(.optedOut) { return .all }
        let lost = effects.compactMap { effect -> PurposeID? in
            guard case .consentChanged(let change, _) = effect, change.from.isValid,
                !change.to.isValid
            else { return nil }
            return change.purpose
        }
        return lost.isEmpty ? .none : .purposes(lost)
    }
}
