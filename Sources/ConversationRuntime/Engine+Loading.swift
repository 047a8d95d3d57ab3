package import Conversations
import Consent
import Encryption
import FlowInterpreter
import Clocks
import Storage

/// A contact's state and the stored version it came from; 0 is not stored.
struct Loaded {
    let state: ContactState
    let version: UInt64

    init(state: ContactState, version: UInt64) {
        self.state = state
        self.version = version
    }
}

extension Engine {
    /// The stored contact, or a new one; what its address said before an erasure still holds.
    // INVARIANT: withdrawal is monotone; neither erasure nor a new import launders it.
    func loadOrMake(
        _ contact: KnownContact,
        _ address: ContactAddress,
        _ locale: String
    ) throws(EngineError) -> Loaded {
        if let loaded = try load(contact) { return loaded }
        return try make(address, locale)
    }

    func make(_ address: ContactAddress, _ locale: String) throws(EngineError) -> Loaded {
        let said = try directory.suppression(of: address)
        let ledger = said ?? ConsentLedger()
        return Loaded(
            state: ContactState(address: address, locale: locale, ledger: ledger),
            version: 0
        )
    }

    func load(_ contact: KnownContact) throws(EngineError) -> Loaded? {
        let stored: StoredContact?
        do {
            stored = try store.contact(contact.id)
        } catch {
            throw .store(error)
        }
        guard let stored else { return nil }
        do {
            let bytes = try contact.sealer.open(
                stored.sealedState,
                SealContexts.state(of: contact.id, version: stored.version)
            )
            return Loaded(state: try ContactState(bytes: bytes), version: stored.version)
        } catch {
            // Not a matter of wording: whatever does not open exactly is not ours.
            throw .tampered
        }
    }

    /// The proofs of every consent change of a contact, opened, in the order they were made.
    ///
    /// Those of contacts that turned out to be the same person are among them.
    package func evidence(
        of address: ContactAddress
    ) throws(EngineError) -> [ConsentEvidence] {
        guard let contact = try directory.find(address) else { return [] }
        let state = try load(contact)?.state
        var proofs = try evidence(of: contact)
        for pseudonym in state?.mergedFrom ?? [] {
            guard let id = ContactID(bytes: pseudonym), let former = try directory.contact(id)
            else { continue }
            proofs += try evidence(of: former)
        }
        return proofs.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }

    private func evidence(of contact: KnownContact) throws(EngineError) -> [ConsentEvidence] {
        let rows: [EvidenceRow]
        do {
            rows = try store.evidence(for: contact.id)
        } catch {
            throw .store(error)
        }
        var proofs: [ConsentEvidence] = []
        for row in rows {
            do {
                let bytes = try contact.sealer.open(
                    row.sealed,
                    SealContexts.evidence(of: contact.id, row.sequence)
                )
                proofs.append(try ConsentEvidence(bytes: bytes))
            } catch {
                throw .tampered
            }
        }
        return proofs
    }
}

extension Engine {
    /// Whether a message is STOP whatever is known of who wrote it.
    func isDefiniteStop(_ message: InboundMessage) -> Bool {
        let stranger = ContactState(
            address: message.address,
            locale: message.localeHint ?? ""
        )
        let command = registry.current.command(in: message, from: stranger)
        return command.command == .stop && command.certainty == .definite
    }
}

extension TurnDecider {
    /// What every matcher said of the message that set off `turn`.
    func explain(_ turn: Turn, _ state: ContactState, at now: Timestamp) -> Explanation? {
        guard case .message(let message) = turn else { return nil }
        let command = command(in: message, from: state)
        guard command.command == nil, let session = state.session else {
            return Explanation(command: command, attempts: [])
        }
        return Explanation(
            command: command,
            attempts: attempts(at: message.content, session, state, now)
        )
    }
}
