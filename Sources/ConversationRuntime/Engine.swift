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
        entropy: Entropy
    ) throws(EngineError) {
        self.store = store
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
            let loaded = try self.load(contact)
            return try await self.run(
                .message(message),
                loaded ?? Loaded(new: message),
                of: contact,
                inboxKey: key,
                preferredFlow: preferredFlow
            )
        }
    }

    /// Lets time act on a contact: deadlines, expiries, idle conversations.
    ///
    /// - Returns: `nil` for a contact that is not stored.
    package func wake(_ id: ContactID) async throws(EngineError) -> TurnReport? {
        guard let contact = try directory.contact(id) else { return nil }
        return try await locks.withLock(id) { () async throws(EngineError) -> TurnReport? in
            guard let loaded = try self.load(contact) else { return nil }
            return try await self.run(.time, loaded, of: contact, inboxKey: nil, preferredFlow: nil)
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
            return try await self.run(
                .setLocale(tag),
                loaded ?? fresh,
                of: contact,
                inboxKey: nil,
                preferredFlow: nil
            )
        }
    }

    /// The state of a contact as it is stored, opened.
    package func state(of address: ContactAddress) throws(EngineError) -> ContactState? {
        guard let contact = try directory.find(address) else { return nil }
        return try load(contact)?.state
    }

    private func run(
        _ turn: Turn,
        _ loaded: Loaded,
        of contact: KnownContact,
        inboxKey: [UInt8]?,
        preferredFlow: FlowIndex?
    ) async throws(EngineError) -> TurnReport {
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
        let commit = TurnSealing(contact: contact, version: loaded.version, now: now)
            .commit(outcome, inboxKey: inboxKey)
        let result = try await write(commit)
        return TurnReport(
            contact: contact.id,
            result: result,
            notes: result.isNew ? outcome.notes : [],
            placement: placement,
            why: decider.explain(turn, state, at: now)
        )
    }

    private func place(_ session: Session) throws(EngineError) -> Placement {
        do {
            return try registry.place(session)
        } catch {
            throw .program(error)
        }
    }

    func write(_ commit: TurnCommit) async throws(EngineError) -> CommitResult {
        let result: CommitResult
        do {
            result = try await writer.commit(commit)
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
