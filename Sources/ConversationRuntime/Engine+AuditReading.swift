package import Audit
package import Clocks
import Consent
package import Conversations
import FlowProgram
package import Storage

/// Under which names a person stands in the log, and where they are written to.
package struct PersonTrail: Hashable, Sendable {
    /// The pseudonym of the contact, then those of contacts that turned out to be this person.
    package let pseudonyms: [PseudonymPrefix]
    /// The channels of the person's addresses, each once.
    package let channels: [String]
}

// Reading the events of a person whose address is known: a reading of personal data.
extension Engine {
    // INVARIANT: nothing leads from an address to events before a leaf says that it was asked to.
    /// The names of a person in the log, once the log says that somebody asked for them.
    ///
    /// - Returns: `nil` for an address that is no contact's; then nothing was written.
    package func trail(
        of address: ContactAddress,
        as disclosure: Disclosure
    ) async throws(EngineError) -> PersonTrail? {
        guard try state(of: address) != nil else { return nil }
        try await recordDisclosure(of: address, as: disclosure)
        // Looked up again: a merge that a crash interrupted is finished by now.
        guard let contact = try directory.find(address), let state = try load(contact)?.state
        else { return nil }
        let pseudonyms = [contact.id.bytes] + state.mergedFrom
        var channels: [String] = []
        for address in state.identities where !channels.contains(address.channel) {
            channels.append(address.channel)
        }
        return PersonTrail(
            pseudonyms: pseudonyms.map { PseudonymPrefix(pseudonym: $0) },
            channels: channels
        )
    }

    /// When an account of disclosures begins whose beginning nobody named.
    // LAW: 45 CFR 164.528(a)(1): six years, back from the day on which it is asked for.
    package static func startOfAccount(endingAt end: Timestamp) -> Timestamp {
        end.adding(.months(-6 * 12))
    }

    /// Hands over everything of a person that was disclosed in a period, in the order of the log.
    ///
    /// - Returns: How many rows of the log are no leaves, so that nobody knows what they hid.
    // LAW: 45 CFR 164.528(b)(2): date, recipient, what, and for which purpose. Art. 15(1)(c) GDPR.
    package func forEachDisclosure(
        of person: PersonTrail,
        since: Timestamp,
        until: Timestamp?,
        _ body: (AccountedDisclosure) -> Void
    ) throws(EngineError) -> EventSelection.Tally {
        let filter = EventFilter(
            kinds: [.dataDisclosed, .messageDelivered],
            people: person.pseudonyms,
            since: since,
            until: until
        )
        let program = registry.current.program
        let carriers = program.carriers(of: person.channels)
        var account = DisclosureAccount()
        func hand(_ entries: [DisclosureEntry]) {
            for entry in entries { body(AccountedDisclosure(entry, carriers, in: program)) }
        }
        do throws(StoreError) {
            let tally = try AuditReading(store: store).forEach(
                EventSelection(filter),
                inLogOf: store.frontier().size
            ) { row in
                if let event = row.leaf?.event { hand(account.add(event, at: row.index)) }
            }
            hand(account.finish())
            return tally
        } catch {
            throw .store(error)
        }
    }
}

extension AuditReading {
    /// Hands over the rows of the log that a selection wants, in order and in constant memory.
    package func forEach(
        _ selection: EventSelection,
        inLogOf size: UInt64,
        _ body: (EventRow) -> Void
    ) throws(StoreError) -> EventSelection.Tally {
        try selection.forEach(inLogOf: size, read: rows, body)
    }

    private func rows(from first: UInt64, limit: Int) throws(StoreError) -> [EventRow] {
        var rows: [EventRow] = []
        try forEach(from: first, limit: limit) { leaf in
            rows.append(EventRow(index: leaf.index, bytes: leaf.body))
        }
        return rows
    }
}

/// One line of the account a person gets: what of theirs went to whom, when, and for what.
package struct AccountedDisclosure: Hashable, Sendable {
    /// Somebody who got data.
    package struct Recipient: Hashable, Sendable {
        package let name: String
        /// ISO 3166-1, two letters.
        package let country: String?
        package let role: String?

        init(_ name: String, country: String? = nil, role: String? = nil) {
            self.name = name
            self.country = country
            self.role = role
        }
    }

    package let entry: DisclosureEntry
    package let what: String
    /// Never empty; several are those of whom the log does not say which it was.
    package let recipients: [Recipient]
    package let purpose: String

    fileprivate init(_ entry: DisclosureEntry, _ carriers: [Carrier], in program: Program) {
        self.entry = entry
        if entry.kind == .messageDelivered {
            let received = carriers.map(\.receives)
            what = Set(received).count == 1 ? received[0] : Carrier.anyMessage
            recipients = carriers.map(\.recipient)
            purpose = program.purpose(of: entry)
        } else {
            let handedOut = entry.cause.flatMap { Disclosure(rawValue: $0) }
            what = handedOut?.what ?? "personal data"
            let name = program.controller.name
            recipients = [handedOut.recipient(by: entry.actor, of: name)]
            purpose = handedOut?.purpose ?? "not recorded"
        }
    }
}

/// Who carries the messages of a channel, as the workspace says now.
private struct Carrier: Hashable {
    static let anyMessage = "address and message"

    let recipient: AccountedDisclosure.Recipient
    let receives: String
}

extension Program {
    /// Who carries what these channels are written to on, each once.
    fileprivate func carriers(of channels: [String]) -> [Carrier] {
        var carriers: [Carrier] = []
        for channel in channels {
            let carrier = carrier(of: channel)
            if !carriers.contains(carrier) { carriers.append(carrier) }
        }
        return carriers
    }

    private func carrier(of channel: String) -> Carrier {
        let declared = self.channels.first { $0.name == channel }
        guard let vendor = declared?.vendor.flatMap({ self.vendor(named: $0) }) else {
            let name = "the carrier of channel \(channel), whom the workspace does not name"
            return Carrier(recipient: .init(name), receives: Carrier.anyMessage)
        }
        return Carrier(
            recipient: .init(vendor.legalName, country: vendor.country, role: vendor.role.rawValue),
            receives: vendor.receives.isEmpty
                ? Carrier.anyMessage : vendor.receives.joined(separator: ", ")
        )
    }

    /// What messages were sent for: the purpose by its name, otherwise what let them pass the gate.
    fileprivate func purpose(of entry: DisclosureEntry) -> String {
        if let id = entry.purpose {
            let declared = purposes.first { $0.id.name == id }
            return declared.map { "\($0.names[LocaleIndex.source.value]) (\(id))" } ?? id
        }
        return switch entry.cause {
        case MessageClass.reply.name: "answering what the person wrote"
        case MessageClass.followUp.name: "going on with a conversation that the person began"
        case MessageClass.optOutConfirmation.name: "confirming that the person opted out"
        case MessageClass.commandAnswer.name: "answering START or HELP"
        case MessageClass.rightsAnswer.name: "answering a right that the person exercised"
        default: "not recorded"
        }
    }
}

extension Disclosure {
    fileprivate var what: String {
        switch self {
        case .shown: "what is kept about the person, or their consents, on a screen"
        case .exported: "a copy of the person's data"
        case .receipt: "a proof of consent"
        case .auditTrail: "the person's events in the audit log"
        case .accounting: "an account such as this one"
        }
    }

    fileprivate var purpose: String {
        switch self {
        case .shown: "looking after the contact"
        case .exported: "access or portability (Art. 15, 20 GDPR)"
        case .receipt: "proof of consent (Art. 7(1) GDPR)"
        case .auditTrail: "examining the log (45 CFR 164.312(b))"
        case .accounting: "accounting of disclosures (Art. 15(1)(c) GDPR, 45 CFR 164.528)"
        }
    }
}

extension Disclosure? {
    /// The log says which class of actor handed data out, and what for they were meant; no more.
    fileprivate func recipient(
        by actor: String?,
        of controller: String
    ) -> AccountedDisclosure.Recipient {
        let isOperator = actor == Actor.operator.rawValue
        return switch self {
        case .shown, .auditTrail: .init("an operator of \(controller)")
        case .exported, .receipt, .accounting:
            .init(isOperator ? "the person, by way of \(controller)" : "the person")
        case nil: .init("not recorded")
        }
    }
}
