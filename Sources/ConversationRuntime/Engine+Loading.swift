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

    init(new message: InboundMessage) {
        self.init(
            state: ContactState(address: message.address, locale: message.localeHint ?? ""),
            version: 0
        )
    }
}

extension Engine {
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
    package func evidence(
        of address: ContactAddress
    ) throws(EngineError) -> [ConsentEvidence] {
        guard let contact = try directory.find(address) else { return [] }
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

extension TurnDecider {
    /// What every matcher said of the message that set off `turn`.
    func explain(_ turn: Turn, _ state: ContactState, at now: Timestamp) -> Explanation? {
        guard case .message(let message) = turn else { return nil }
        let command = command(in: message.content.readable, from: state)
        guard command.command == nil, let session = state.session else {
            return Explanation(command: command, attempts: [])
        }
        return Explanation(
            command: command,
            attempts: attempts(at: message.content, session, state, now)
        )
    }
}
