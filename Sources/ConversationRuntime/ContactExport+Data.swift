import Audit
import Clocks
import Consent
import Conversations
import FlowInterpreter
import FlowProgram
import MessageCatalog

// From what is stored about a contact to the copy a person gets.

/// Everything about a contact that a copy is made from, opened.
struct ExportSource {
    let pseudonym: [UInt8]
    let state: ContactState
    /// The conversation that is going on, on the program it runs on.
    let placement: Placement?
    let evidence: [ConsentEvidence]
    let waiting: [OutboundMessage]
    let program: Program
}

extension PersonalData {
    // LAW: Art. 20(1) GDPR: what the person provided, and nothing that was made of it.
    /// What the person provided: addresses, language, consent, values.
    init(provided source: ExportSource) {
        self.init(source, record: nil)
    }

    // LAW: Art. 15(3) GDPR: a copy of the data undergoing processing, all of it.
    /// Everything that is kept.
    init(all source: ExportSource) {
        self.init(source, record: Record(source))
    }

    private init(_ source: ExportSource, record: Record?) {
        let state = source.state
        addresses = state.identities.map { Address(channel: $0.channel, address: $0.text) }
        locale = state.locale.isEmpty ? nil : state.locale
        consents = state.ledger.keys.compactMap { key in
            state.ledger.records[key].map { Consent(key, $0) }
        }
        values = source.values
        self.record = record
    }

    /// The same with the middle of each address left out, for a screen that others may see.
    ///
    /// And without the provider's message ids: WhatsApp's hold the telephone number.
    package var masked: PersonalData {
        var copy = self
        for place in addresses.indices { copy.addresses[place] = addresses[place].masked }
        for place in (record?.evidence ?? []).indices {
            copy.record?.evidence[place].maskAddress()
        }
        return copy
    }
}

extension PersonalData.Address {
    fileprivate var masked: PersonalData.Address {
        // An address prints itself with its middle left out, after the channel.
        let known = ContactAddress(channel: channel, text: address)?.description
        let bare = known.map { String($0.dropFirst(channel.count + 1)) }
        return PersonalData.Address(channel: channel, address: bare ?? "…")
    }
}

extension PersonalData.Proof {
    fileprivate mutating func maskAddress() {
        address = PersonalData.Address(channel: channel, address: address).masked.address
        messageID = nil
    }
}

extension PersonalData.Consent {
    fileprivate init(_ key: ConsentKey, _ record: ConsentRecord) {
        purpose = key.purpose.name
        channel = key.channel
        state = record.state.rawValue
        since = record.since.text
        notice = record.notice?.description
        firstRequestedAt = record.firstRequestedAt?.text
        expiresAt = record.expiresAt?.text
        notAskedAgainBefore = record.coolsUntil?.text
        lastUsedAt = record.lastUsedAt?.text
    }
}

extension PersonalData.Proof {
    fileprivate init(_ proof: ConsentEvidence) {
        let change = proof.change
        at = proof.at.text
        purpose = change.purpose.name
        purposeName = proof.purposeName
        channel = proof.address.channel
        address = proof.address.text
        from = change.from.rawValue
        to = change.to.rawValue
        act = change.act.rawValue
        cause = proof.cause
        actor = proof.actor
        controller = proof.controller
        locale = proof.locale
        turn = proof.turn
        flow = proof.flow.isEmpty ? nil : proof.flow
        step = proof.step.isEmpty ? nil : proof.step
        wordsShown = proof.wordsShown
        notice = change.notice?.notice.description
        noticeText = proof.noticeText
        noticeShownAt = change.notice?.at.text
        messageID = proof.providerID
        validUntil = proof.validUntil?.text
    }
}

extension PersonalData.Record {
    fileprivate init(_ source: ExportSource) {
        let (state, ledger) = (source.state, source.state.ledger)
        pseudonym = AuditEvent.text(ofPseudonym: source.pseudonym)
        auditLeaves = state.sequence
        createdAt = state.createdAt?.text
        lastHeardAt = state.lastHeardAt?.text
        optedOutAt = ledger.optedOutAt?.text
        isOptOutInDoubt = ledger.isOptOutPending
        isRestricted = state.isRestricted
        age = ledger.age.map { PersonalData.Age(atLeast: $0.atLeast, shownAt: $0.at.text) }
        conversation = source.conversation
        lastQuestion = state.lastWordsShown
        waitingMessages = source.waiting.map { message in
            PersonalData.Message(
                channel: message.address.channel,
                text: message.wordsShown,
                purpose: message.messageClass.purposeName
            )
        }
        shownNotices = ledger.shownNotices.map { shown in
            PersonalData.ShownNotice(
                notice: shown.notice.description,
                locale: shown.locale,
                channel: shown.channel,
                at: shown.at.text
            )
        }
        evidence = source.evidence.map { PersonalData.Proof($0) }
        requests = state.requests.map { request in
            PersonalData.Request(
                right: request.right.rawValue,
                receivedAt: request.receivedAt.text,
                dueAt: request.dueAt.text,
                closedAt: request.closedAt?.text
            )
        }
        plannedDeletion = state.plannedDeletion(source.program.retention).map { planned in
            PersonalData.Deletion(
                at: planned.dueAt.text,
                recordClass: planned.recordClass.rawValue,
                why: planned.sentence
            )
        }
    }
}

extension ExportSource {
    /// Where the conversation stands: each running flow and its step.
    fileprivate var conversation: [String] {
        guard let placement else { return [] }
        let program = placement.decider.program
        return placement.session.frames.map { frame in
            "\(program[frame.flow].reference) at \(program[frame.flow][step: frame.step].name)"
        }
    }

    /// The values of the running conversation, then those that outlived theirs.
    fileprivate var values: [PersonalData.Entry] {
        running
            + state.kept.map { kept in
                PersonalData.Entry(
                    flow: kept.flow,
                    slot: kept.slot,
                    value: ExportedValue(kept.value.value, in: program),
                    keptUntil: kept.value.expiresAt?.text,
                    isKept: true
                )
            }
    }

    private var running: [PersonalData.Entry] {
        guard let placement else { return [] }
        let program = placement.decider.program
        return placement.session.frames.flatMap { frame -> [PersonalData.Entry] in
            let flow = program[frame.flow]
            // Parameters come from the author of the flow, not from the person.
            return zip(flow.slots, frame.slots).compactMap { slot, held in
                guard let held, !slot.isParameter else { return nil }
                return PersonalData.Entry(
                    flow: flow.name,
                    slot: slot.name,
                    value: ExportedValue(held.value, in: program),
                    keptUntil: held.expiresAt?.text,
                    isKept: false
                )
            }
        }
    }
}

extension ExportedValue {
    init(_ value: Value, in program: Program) {
        self =
            switch value {
            case .text(let text): .text(text)
            case .number(let number): .number(number.text)
            case .truth(let truth): .truth(truth)
            case .date(let date): .text(date.text)
            case .purpose(let purpose): .text(program[purpose].id.name)
            case .notice(let notice): .text(program[notice].version.description)
            }
    }
}
