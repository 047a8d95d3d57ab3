import Audit
import Clocks
import Consent
import FlowInterpreter
import FlowProgram

// What operators, providers and the engine do to a contact.
extension Decision {
    mutating func operate(_ operation: Operation, by actor: Actor) throws(Stop) {
        switch operation {
        case .exercise(let right): exercise(right, by: actor)
        case .close(let right): close(right)
        case .liftRestriction: liftRestriction()
        case .rectify(let flow, let slot, let value): rectify(flow, slot, value)
        case .optOut: withdrawEverything()
        case .withdraw(let purpose): withdraw([purpose])
        case .withdrawMarketing: withdraw(program.laws.filter(\.isMarketing).map(\.id))
        case .note: break
        case .revoke(let purpose): revoke(purpose)
        case .invalidate: invalidate()
        case .join(let address): join(address)
        case .absorb(let other, let pseudonym): absorb(other, pseudonym)
        case .retire(let pseudonym): retire(into: pseudonym)
        case .inherit(let ledger): merge(ledger)
        case .answer(let right, let documents): answer(right, with: documents)
        case .disclose(let disclosure): trail.add(.dataDisclosed, cause: disclosure.rawValue)
        case .erase(let cause): erase(cause)
        case .begin(let flow, let address, let form): try begin(flow, at: address, asked: form)
        case .say(let purpose, let text): say(text, for: purpose)
        }
        endings.append(.operated(operation.name))
    }

    // MARK: Rights

    /// Opens the request with its clock, and does at once what needs nobody.
    mutating func exercise(_ right: Right, by actor: Actor) {
        // Asked twice is one request: its clock is the first one's.
        let open = state.requests.first { $0.right == right && $0.isOpen }
        let request = open ?? RightsRequest(right: right, receivedAt: input.now)
        if open == nil { remember(request) }
        trail.add(
            .rightsRequested,
            session: state.session?.id,
            to: "due:\(request.dueAt.text)",
            cause: right.rawValue
        )
        endings.append(.exercised(right, dueAt: request.dueAt))
        switch right {
        case .restriction:
            state.isRestricted = true
            trail.add(.contactRestricted, cause: right.rawValue)
        // LAW: Art. 21(3) GDPR: after an objection, no direct marketing any more.
        case .objection:
            withdraw(program.laws.filter(\.isMarketing).map(\.id))
            close(right)
        case .access, .portability, .rectification, .erasure, .receipt: break
        }
    }

    private mutating func remember(_ request: RightsRequest) {
        state.requests.append(request)
        guard state.requests.count > ContactState.requestLimit else { return }
        // One open request for each right at most, so a closed one is always found.
        if let oldest = state.requests.firstIndex(where: { !$0.isOpen }) {
            state.requests.remove(at: oldest)
        }
    }

    mutating func close(_ right: Right) {
        guard let place = state.requests.firstIndex(where: { $0.right == right && $0.isOpen })
        else { return }
        state.requests[place].close(at: input.now)
        trail.add(.rightsAnswered, cause: right.rawValue)
        endings.append(.answered(right))
    }

    private mutating func liftRestriction() {
        guard state.isRestricted else { return }
        state.isRestricted = false
        trail.add(.contactReleased)
        close(.restriction)
    }

    // LAW: Art. 16 GDPR.
    private mutating func rectify(_ flow: String, _ slot: String, _ value: Value?) {
        let old = state.kept.first { $0.flow == flow && $0.slot == slot }
        state.kept.removeAll { $0.flow == flow && $0.slot == slot }
        if let value {
            let expiresAt = old?.value.expiresAt ?? keepUntil(flow, slot)
            let new = SlotValue(value: value, expiresAt: expiresAt)
            state.kept.append(KeptValue(flow: flow, slot: slot, value: new))
        }
        rectifyRunning(flow, slot, value)
        trail.add(.dataRectified, from: slot, cause: value == nil ? "removed" : "corrected")
        close(.rectification)
    }

    /// The conversation that is going on has a copy of its own, which it keeps at its end.
    private mutating func rectifyRunning(_ flow: String, _ slot: String, _ value: Value?) {
        guard var session = state.session else { return }
        for place in session.frames.indices {
            let running = program[session.frames[place].flow]
            guard running.name == flow, let index = running.slot(named: slot),
                let old = session.frames[place].slots[index.value]
            else { continue }
            session.frames[place].slots[index.value] = value.map {
                SlotValue(value: $0, expiresAt: old.expiresAt)
            }
        }
        state.session = session
    }

    private func keepUntil(_ flow: String, _ slot: String) -> Timestamp? {
        guard let index = program.flow(named: flow), let place = program[index].slot(named: slot)
        else { return nil }
        return program[index][slot: place].keep.map { input.now.adding($0) }
    }

    private mutating func answer(_ right: Right, with documents: [OutboundMessage.Attachment]) {
        for document in documents {
            answers.append(
                OutboundMessage(
                    address: state.address,
                    body: document.name,
                    buttons: [],
                    attachments: [document],
                    messageClass: .rightsAnswer,
                    key: right.rawValue,
                    isAnswer: true
                )
            )
        }
        if !documents.isEmpty {
            trail.add(.dataDisclosed, cause: Disclosure.receipt.rawValue)
        }
        close(right)
    }

    // LAW: Art. 17(1) GDPR.
    private mutating func erase(_ cause: ErasureCause) {
        giveUpSession(because: .command("delete"))
        trail.add(.erasureRequested, cause: cause.text)
        erasure = cause
    }

    // MARK: Consent by other ways

    private mutating func withdraw(_ purposes: [PurposeID]) {
        let changes = state.ledger.withdraw(purposes, program.laws, in: ownAct)
        record(changes.map { .consentChanged($0, nil) })
    }

    private mutating func revoke(_ purpose: PurposeID) {
        let changes = state.ledger.revoke(purpose, at: input.now)
        record(changes.map { .consentChanged($0, nil) })
    }

    /// The number has another owner: nothing that was agreed to with the old one counts.
    private mutating func invalidate() {
        giveUpSession(because: .interrupted)
        let changes = state.ledger.invalidateAll(at: input.now)
        record(changes.map { .consentChanged($0, nil) })
        for value in state.kept { trail.add(.slotExpired, from: value.slot, cause: "invalidated") }
        state.kept = []
    }

    // MARK: Identity

    private mutating func join(_ address: ContactAddress) {
        guard !state.identities.contains(address) else { return }
        if state.identities.count < ContactState.identityLimit {
            state.identities.append(address)
        }
        trail.add(.contactIdentified, cause: "channel:\(address.channel)")
    }

    // INVARIANT: a merge takes the most restrictive of two states.
    private mutating func absorb(_ other: ContactState, _ pseudonym: [UInt8]) {
        guard !state.mergedFrom.contains(pseudonym) else { return }
        state.mergedFrom += [pseudonym] + other.mergedFrom
        for address in other.identities where !state.identities.contains(address) {
            state.identities.append(address)
        }
        state.identities = Array(state.identities.prefix(ContactState.identityLimit))
        state.turn = max(state.turn, other.turn + 1)
        state.createdAt = [state.createdAt, other.createdAt].compactMap(\.self).min()
        state.lastHeardAt = [state.lastHeardAt, other.lastHeardAt].compactMap(\.self).max()
        state.isRestricted = state.isRestricted || other.isRestricted
        state.followUpsSent = max(state.followUpsSent, other.followUpsSent)
        state.requests += other.requests.filter(\.isOpen).filter { theirs in
            !state.requests.contains { $0.right == theirs.right && $0.isOpen }
        }
        for value in other.kept
        where !state.kept.contains(where: { $0.flow == value.flow && $0.slot == value.slot }) {
            state.kept.append(value)
        }
        trail.add(.contactMerged, from: AuditEvent.text(ofPseudonym: pseudonym), cause: "absorbed")
        merge(other.ledger)
    }

    private mutating func merge(_ ledger: ConsentLedger) {
        let wasOptedOut = state.ledger.isOptedOut
        let changes = state.ledger.merge(ledger, program.laws, in: ownAct)
        record(changes.map { .consentChanged($0, nil) })
        guard state.ledger.isOptedOut else { return }
        cancelsQueue = true
        giveUpSession()
        forgetEverythingKept()
        if !wasOptedOut { record([.optedOut]) }
    }

    private mutating func retire(into pseudonym: [UInt8]) {
        giveUpSession(because: .interrupted)
        state.mergedInto = pseudonym
        state.kept = []
        cancelsQueue = true
        trail.add(.contactMerged, to: AuditEvent.text(ofPseudonym: pseudonym), cause: "retired")
    }
}
