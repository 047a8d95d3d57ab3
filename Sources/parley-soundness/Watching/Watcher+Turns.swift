import Clocks
import Consent
import Conversations
import FlowInterpreter
import FlowProgram
import ModelChecker
import Simulator

// What is seen of one turn as a whole.
extension Watcher {
    /// After a STOP: one confirmation at most, no conversation, nothing agreed to.
    mutating func watchStop(_ episode: Episode) {
        guard case .say(let text) = episode.action, KnownStops.definite.contains(text),
            episode.before?.ledger.isOptedOut != true, let after = episode.after
        else { return }
        let said = episode.notes.compactMap { note -> MessageClass? in
            if case .said(let message) = note { message.messageClass } else { nil }
        }
        if after.session != nil {
            see(.stopAlwaysWorks, "a conversation goes on after STOP", episode)
        }
        if said.count > 1 || said.contains(where: { $0 != .optOutConfirmation }) {
            let names = said.map(\.name).joined(separator: ", ")
            see(.stopAlwaysWorks, "STOP is answered with \(names)", episode)
        }
        // A policy may let it reach only what it answers.
        guard program.optOut.scope(on: episode.now.date) == .all else { return }
        if after.ledger.hasValidConsent {
            see(.stopAlwaysWorks, "something is still agreed to after STOP", episode)
        }
        if !after.ledger.isOptedOut {
            see(.stopAlwaysWorks, "nobody is opted out after STOP", episode)
        }
    }

    /// An opt-out ends only with a new yes.
    mutating func watchOptOut(_ episode: Episode) {
        guard episode.before?.ledger.isOptedOut == true, let after = episode.after,
            !after.ledger.isOptedOut, !episode.isErased
        else { return }
        let hasGiven = episode.notes.contains { note in
            if case .consent(let change) = note { change.to.isValid } else { false }
        }
        if !hasGiven { see(.withdrawalIsMonotone, "the opt-out is gone", episode) }
    }

    /// One reply asks for one purpose, or agrees to one.
    mutating func watchActs(_ episode: Episode) {
        guard episode.isContact else { return }
        for act in [ConsentAct.request, .confirm] {
            let purposes = episode.notes.compactMap { note -> PurposeID? in
                guard case .consent(let change) = note, change.act == act else { return nil }
                return change.purpose
            }
            guard Set(purposes).count > 1 else { continue }
            see(.purposesAreApart, "one reply moves \(purposes.count) purposes", episode)
        }
    }

    /// What is wrong with the question that waits now.
    mutating func watchQuestion(_ episode: Episode) {
        guard let after = episode.after, let session = after.session else { return }
        let isTimed = session.frames.contains { frame in
            !frame.deadlines.isEmpty || frame.slots.contains { $0?.expiresAt != nil }
        }
        let place =
            "\(program[session.top.flow].name)/"
            + program[session.top.flow][step: session.top.step].name
        if !isTimed { see(.noDeadEnd, "\(place) waits for ever", episode) }
        let flow = program[session.top.flow]
        guard case .reply(let menu) = flow[step: session.top.step].exit else { return }
        let edges = menu.choices.compactMap(\.edge) + menu.patterns.map(\.edge)
        let isAgreeing = edges.map { $0.act?.kind == .request || $0.act?.kind == .confirm }
        if !isAgreeing.isEmpty, !isAgreeing.contains(false) {
            see(.everyQuestionHasANo, "\(place) knows no no", episode)
        }
        // Of several turns the last one need not be the one that spoke.
        guard episode.speaks, !episode.isComposed, !isStarting(session) else { return }
        for edge in edges where edge.act?.kind == .request {
            guard let purpose = purpose(of: edge, session.top),
                after.ledger.isCooling(purpose, at: episode.now)
            else { continue }
            see(.refusalIsRespected, "\(place) asks for \(purpose) after a no", episode)
        }
    }

    /// Whether the contact came to ask by themselves.
    private func isStarting(_ session: Session) -> Bool {
        session.frames.contains { program[$0.flow].command == "start" }
    }

    private func purpose(of edge: Edge, _ frame: Frame) -> PurposeID? {
        guard case .purpose(let reference)? = edge.act?.scope else { return nil }
        switch reference {
        case .fixed(let index): return program[index].id
        case .parameter(let slot):
            guard case .purpose(let index)? = frame.slots[slot.value]?.value else { return nil }
            return program[index].id
        }
    }
}
