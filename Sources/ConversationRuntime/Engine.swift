package import Clocks
package import Conversations
package import Encryption
package import FlowCompiler
import FlowInterpreter
package import FlowProgram
package import MessageCatalog
package import Storage

/// The running engine: takes events, decides them purely, and makes each decision durable.
///
/// One turn of a contact runs at a time; turns of different contacts are decided side by side and
/// share commits.
package final class Engine: Sendable {
    package let registry: FlowRegistry
    package let directory: ContactDirectory
    package let store: any ConversationStore
    package let clock: any WallClock
    let entropy: Entropy
    /// Whether reports say how replies were matched, which costs as much as matching them.
    private let explains: Bool
    let writer: TurnWriter
    let locks = ContactLocks()

    /// Opens an engine on a store whose vault has been initialised.
    package init(
        program: Program,
        sources: WorkspaceSources,
        store: any ConversationStore,
        vault: any KeyVault,
        key: KeyEncryptionKey,
        clock: any WallClock,
        entropy: Entropy,
        explains: Bool = false
    ) throws(EngineError) {
        self.store = store
        self.explains = explains
        self.clock = clock
        self.entropy = entropy
        writer = TurnWriter(store: store)
        directory = try Vaults.open(vault, with: key, entropy: entropy)
        do throws(StoreError) {
            registry = try FlowRegistry(program: program, sources: sources, store: store)
        } catch {
            throw .store(error)
        }
    }

    /// Takes one message of a contact; a message taken before changes nothing.
    package func take(
        _ message: InboundMessage,
        preferredFlow: FlowIndex? = nil
    ) async throws(EngineError) -> TurnReport {
        let contact = try directory.findOrCreate(message.address, at: message.receivedAt)
        let key = directory.inboxKey(
            channel: message.address.channel,
            providerID: message.providerID
        )
        return try await locks.withLock(contact.id) { () async throws(EngineError) in
            let decided = try self.announced { () throws(EngineError) in
                let loaded = try self.load(contact) ?? Loaded(new: message)
                return try self.decide(
                    .message(message),
                    loaded,
                    of: contact,
                    inboxKey: key,
                    preferredFlow: preferredFlow
                )
            }
            return try await self.write(decided, wasAnnounced: true)
        }
    }

    /// Lets time act on a contact: deadlines, expiries, idle conversations.
    ///
    /// - Returns: `nil` for a contact that is not stored.
    package func wake(_ id: ContactID) async throws(EngineError) -> TurnReport? {
        guard let contact = try directory.contact(id) else { return nil }
        return try await locks.withLock(id) { () async throws(EngineError) -> TurnReport? in
            guard let loaded = try self.load(contact) else { return nil }
            return try await self.write(self.decide(.time, loaded, of: contact))
        }
    }

    /// Changes the language a contact is spoken to in.
    package func setLocale(
        _ tag: LocaleTag,
        for address: ContactAddress
    ) async throws(EngineError) -> TurnReport? {
        let contact = try directory.findOrCreate(address, at: clock.now())
        return try await locks.withLock(contact.id) { () async throws(EngineError) -> TurnReport? in
            let loaded = try self.load(contact)
            let fresh = Loaded(
                state: ContactState(address: address, locale: tag.text),
                version: 0
            )
            return try await self.write(
                self.decide(.setLocale(tag), loaded ?? fresh, of: contact)
            )
        }
    }

    /// The state of a contact as it is stored, opened.
    package func state(of address: ContactAddress) throws(EngineError) -> ContactState? {
        guard let contact = try directory.find(address) else { return nil }
        return try load(contact)?.state
    }

    /// Lets the writer wait a little for the turn that `body` decides.
    private func announced<Value>(
        _ body: () throws(EngineError) -> Value
    ) throws(EngineError) -> Value {
        writer.announce()
        do {
            return try body()
        } catch {
            writer.retract()
            throw error
        }
    }

    private func decide(
        _ turn: Turn,
        _ loaded: Loaded,
        of contact: KnownContact,
        inboxKey: [UInt8]? = nil,
        preferredFlow: FlowIndex? = nil
    ) throws(EngineError) -> Decided {
        var state = loaded.state
        var decider = registry.current
        var placement = Placement.Outcome.current
        if let session = state.session {
            let placed = try place(session)
            decider = placed.decider
            state.session = placed.session
            placement = placed.outcome
        }
        let now = clock.now()
        let input = TurnInput(
            turn: turn,
            now: now,
            sessionID: entropy.bytes(16),
            seed: entropy.next(),
            preferredFlow: preferredFlow
        )
        let outcome = decider.decide(
            input,
            for: state,
            subject: contact.id.bytes,
            isNew: loaded.version == 0
        )
        let sealing = TurnSealing(contact: contact, version: loaded.version, now: now)
        return Decided(
            commit: sealing.commit(outcome, inboxKey: inboxKey),
            notes: outcome.notes,
            placement: placement,
            why: explains ? decider.explain(turn, state, at: now) : nil
        )
    }

    private func write(
        _ decided: Decided,
        wasAnnounced: Bool = false
    ) async throws(EngineError) -> TurnReport {
        let result = try await write(decided.commit, wasAnnounced: wasAnnounced)
        return TurnReport(
            contact: decided.commit.contact,
            result: result,
            notes: result.isNew ? decided.notes : [],
            placement: decided.placement,
            why: decided.why
        )
    }

    private func place(_ session: Session) throws(EngineError) -> Placement {
        do {
            return try registry.place(session)
        } catch {
            throw .program(error)
        }
    }

    func write(
        _ commit: TurnCommit,
        wasAnnounced: Bool = false
    ) async throws(EngineError) -> CommitResult {
        let result: CommitResult
        do {
            result = try await writer.commit(commit, wasAnnounced: wasAnnounced)
        } catch {
            throw .store(error)
        }
        switch result {
        case .committed, .duplicate: return result
        case .conflict: throw .conflict
        case .failed(let error): throw .store(error)
        }
    }
}

/// A turn that was decided and sealed, before it is written.
private struct Decided {
    let commit: TurnCommit
    let notes: [TurnNote]
    let placement: Placement.Outcome
    let why: Explanation?
}
