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
        for message in answers { notes.append(pass(message)) }
        // INVARIANT: every turn writes a row, and so leaves a leaf that binds it.
        if trail.drafts.isEmpty { trail.add(.turnPassed) }
        state.sequence = trail.sequence
        return TurnOutcome(
            state: state,
            notes: notes,
            drafts: trail.drafts,
            evidence: evidence,
            cancellation: cancellation,
            nextDue: state.nextDue(in: decider.program),
            erasure: erasure
        )
    }

    /// What must hold even when a turn could not be: an opt-out stands, whatever broke.
    // INVARIANT: STOP first. A flow or a text that fails cannot swallow it.
    consuming func protecting(_ refusal: TurnRefusal, _ command: CommandDecision) -> TurnOutcome {
        guard case .message(let message) = input.turn, command.command == .stop else {
            return refusing(refusal)
        }
        hear(message)
        if command.certainty == .definite || state.ledger.isOptOutPending {
            withdraw(named: command)
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
        if case .message(let message) = input.turn { hear(message) }
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
                : state.nextDue(in: decider.program)
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
        case .exercised, .started, .moved, .slotExpired, .timersSet, .timersCancelled,
            .timerFired:
            return nil
        }
    }

    private mutating func pass(_ utterance: Utterance) throws(Stop) -> TurnNote {
        let messageClass = self.messageClass(of: utterance)
        let step = decider.program[utterance.flow][step: utterance.step].name
        let template = template(for: utterance.message)
        let verdict = verdict(
            for: messageClass,
            isAnswer: utterance.isAnswer,
            hasTemplate: template != nil
        )
        if case .withheld(let reason) = verdict {
            trail.add(
                .messageWithheld,
                session: state.session?.id,
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
        }
        count(messageClass)
        let message: OutboundMessage
        do {
            let rendering = MessageRendering(program: decider.program, locale: locale)
            message = try rendering.render(
                utterance,
                to: state.address,
                as: messageClass,
                template: template
            )
        } catch {
            throw Stop(refusal: .unrenderable(key: error.key))
        }
        trail.add(
            .messageEnqueued,
            session: state.session?.id,
            flow: utterance.flow,
            from: step,
            cause: messageClass.name,
            purpose: messageClass.purpose,
            payload: [UInt8](message.wordsShown.utf8)
        )
        if utterance.isQuestion { state.lastWordsShown = message.wordsShown }
        return queued(message, verdict)
    }

    /// A message that no flow words.
    private mutating func pass(_ message: OutboundMessage) -> TurnNote {
        let verdict = verdict(for: message.messageClass, isAnswer: message.isAnswer)
        let purpose = message.messageClass.purpose
        if case .withheld(let reason) = verdict {
            trail.add(.messageWithheld, cause: reason.rawValue, purpose: purpose)
            return .withheld(message.messageClass, reason, key: message.key)
        }
        count(message.messageClass)
        trail.add(
            .messageEnqueued,
            cause: message.messageClass.name,
            purpose: purpose,
            payload: [UInt8](message.wordsShown.utf8)
        )
        return queued(message, verdict)
    }

    /// What says a text on the contact's channel when only templates pass.
    private func template(for message: MessageIndex) -> DeclaredTemplate? {
        program.channel(named: state.address.channel)?.templates[program.catalog[message].key]
    }

    private func verdict(
        for messageClass: MessageClass,
        isAnswer: Bool,
        hasTemplate: Bool = false
    ) -> SendGate.Verdict {
        GateKeeping(program: decider.program, now: input.now).verdict(
            for: messageClass,
            to: state.address,
            isAnswer: isAnswer,
            hasTemplate: hasTemplate,
            state: state,
            sent: SendGate.Sent(
                confirmations: state.confirmationsSent,
                followUps: state.followUpsSent
            )
        )
    }

    private mutating func count(_ messageClass: MessageClass) {
        switch messageClass {
        case .optOutConfirmation: state.confirmationsSent += 1
        case .followUp: state.followUpsSent += 1
        case .purpose(let purpose):
            if !state.writtenAbout.contains(purpose) { state.writtenAbout.append(purpose) }
        case .reply, .commandAnswer, .rightsAnswer: break
        }
    }

    private mutating func queued(
        _ message: OutboundMessage,
        _ verdict: SendGate.Verdict
    ) -> TurnNote {
        guard case .deferred(let until, let reason) = verdict else { return .said(message) }
        state.heldUntil = min(state.heldUntil ?? until, until)
        return .deferred(message, until: until, reason)
    }

    /// A notice counts as shown once the message that shows it has passed the gate.
    private mutating func remember(_ index: NoticeIndex) -> TurnNote {
        let notice = decider.program[index].version
        let tag = decider.program[locale].text
        state.ledger.recordShown(
            ShownNotice(
                notice: notice,
                locale: tag,
                channel: state.address.channel,
                turn: state.turn,
                at: input.now
            )
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
        if confirmsWithdrawal || effects.contains(.optedOut) { return .optOutConfirmation }
        switch utterance.command.flatMap({ CommandKind(rawValue: $0) }) {
        case nil, .stop: return .reply
        case .start, .help: return .commandAnswer
        case .delete, .receipt: return .rightsAnswer
        }
    }

    /// What is queued for a purpose dies with its consent.
    private var cancellation: QueueCancellation {
        if effects.contains(.optedOut) || erasure != nil || cancelsQueue { return .all }
        let lost = effects.compactMap { effect -> PurposeID? in
            guard case .consentChanged(let change, _) = effect, change.from.isValid,
                !change.to.isValid
            else { return nil }
            return change.purpose
        }
        return lost.isEmpty ? .none : .purposes(lost)
    }
}
