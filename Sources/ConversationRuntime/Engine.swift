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
    /// Signs and publishes the audit log.
    package let log: LogKeeper
    let entropy: Entropy
    /// Whether reports say how replies were matched, which costs as much as matching them.
    private let explains: Bool
    let writer: TurnWriter
    let locks = ContactLocks()
    let inFlight = InFlight()
    /// Hears of contacts that have something new to be delivered.
    private let deliveries: DeliverySignal?

    /// Opens an engine on a store whose vault has been initialised.
    ///
    /// The audit log is published to `sinks`. Before anything is written, the caller holds the
    /// store against them with `log.checkPublished`.
    package init(
        program: Program,
        sources: WorkspaceSources,
        store: any ConversationStore,
        vault: any KeyVault,
        key: KeyEncryptionKey,
        clock: any WallClock,
        entropy: Entropy,
        explains: Bool = false,
        sinks: [any CheckpointSink] = [],
        deliveries: DeliverySignal? = nil
    ) throws(EngineError) {
        self.store = store
        self.deliveries = deliveries
        self.explains = explains
        self.clock = clock
        self.entropy = entropy
        writer = TurnWriter(store: store)
        directory = try Vaults.open(vault, with: key, entropy: entropy)
        log = LogKeeper(
            store: store,
            keys: directory.logKeys,
            settings: program.audit,
            sinks: sinks,
            entropy: entropy
        )
        do throws(StoreError) {
            registry = try FlowRegistry(program: program, sources: sources, store: store)
            try finishErasures()
        } catch {
            throw .store(error)
        }
    }

    /// Takes one message of a contact; a message taken before changes nothing.
    ///
    /// When it returns, the turn is durable, and after an opt-out nothing is on its way any more.
    package func take(
        _ message: InboundMessage,
        preferredFlow: FlowIndex? = nil
    ) async throws(EngineError) -> TurnReport {
        let key = directory.inboxKey(
            channel: message.address.channel,
            providerID: message.providerID
        )
        // A late repetition must not bring back a contact that was erased since.
        if try directory.find(message.address) == nil, try isTaken(key) {
            return .duplicate
        }
        let report = try await whenAlone(at: message.address) {
            (contact: KnownContact) async throws(EngineError) -> TurnReport? in
            let decided = try self.announced { () throws(EngineError) -> Decided? in
                let standing = try self.standing(of: contact, at: message.address)
                guard case .current(let stored) = standing else { return nil }
                let loaded =
                    if let stored { stored } else {
                        try self.make(message.address, message.localeHint ?? "")
                    }
                return try self.decide(
                    .message(message),
                    loaded,
                    of: contact,
                    inboxKey: key,
                    preferredFlow: preferredFlow
                )
            }
            guard let decided else { return nil }
            return try await self.write(decided, wasAnnounced: true)
        }
        await finishStopping(report)
        return report
    }

    /// Lets time act on a contact: deadlines, expiries, idle conversations.
    ///
    /// - Returns: `nil` for a contact that is not stored.
    package func wake(_ id: ContactID) async throws(EngineError) -> TurnReport? {
        guard let contact = try directory.contact(id) else { return nil }
        return try await locks.withLock(id) { () async throws(EngineError) -> TurnReport? in
            guard try self.directory.contact(id) != nil, let loaded = try self.load(contact)
            else { return nil }
            return try await self.write(self.decide(.time, loaded, of: contact))
        }
    }

    /// Changes the language a contact is spoken to in.
    package func setLocale(
        _ tag: LocaleTag,
        for address: ContactAddress
    ) async throws(EngineError) -> TurnReport? {
        try await withContact(at: address) {
            (contact: KnownContact, stored: Loaded?) async throws(EngineError) -> TurnReport? in
            let loaded = if let stored { stored } else { try self.make(address, tag.text) }
            return try await self.write(self.decide(.setLocale(tag), loaded, of: contact))
        }
    }

    /// Runs `body` for the contact behind an address, made if need be, with their stored state,
    /// when no other turn of theirs runs.
    func withContact<Value: Sendable>(
        at address: ContactAddress,
        _ body: (KnownContact, Loaded?) async throws(EngineError) -> Value
    ) async throws(EngineError) -> Value {
        try await whenAlone(at: address) {
            (contact: KnownContact) async throws(EngineError) -> Value? in
            switch try self.standing(of: contact, at: address) {
            case .gone: return nil
            case .current(let loaded): return try await body(contact, loaded)
            }
        }
    }

    /// Runs `body` for the contact behind an address, made if need be, when no other turn of theirs
    /// runs.
    ///
    /// Where the contact was erased, or merged into another, while it waited, `body` returns `nil`,
    /// and the contact is looked up again.
    private func whenAlone<Value: Sendable>(
        at address: ContactAddress,
        _ body: (KnownContact) async throws(EngineError) -> Value?
    ) async throws(EngineError) -> Value {
        for _ in 0..<Self.lookups {
            let contact = try directory.findOrCreate(address, at: clock.now())
            let value = try await locks.withLock(contact.id) {
                () async throws(EngineError) -> Value? in
                try await body(contact)
            }
            if let value { return value }
        }
        throw .conflict
    }

    /// How often a contact is looked up that changes while it is waited for.
    static let lookups = 8

    func isTaken(_ inboxKey: [UInt8]) throws(EngineError) -> Bool {
        do {
            return try store.isTaken(inboxKey: inboxKey)
        } catch {
            throw .store(error)
        }
    }

    /// The state of a contact as it is stored, opened.
    package func state(of address: ContactAddress) throws(EngineError) -> ContactState? {
        guard let contact = try directory.find(address) else { return nil }
        return try load(contact)?.state
    }

    /// Lets the writer wait a little for the turn that `body` loads and decides, if it does.
    private func announced(
        _ body: () throws(EngineError) -> Decided?
    ) throws(EngineError) -> Decided? {
        writer.announce()
        do {
            let decided = try body()
            if decided == nil { writer.retract() }
            return decided
        } catch {
            writer.retract()
            throw error
        }
    }

    func decide(
        _ turn: Turn,
        _ loaded: Loaded,
        of contact: KnownContact,
        inboxKey: [UInt8]? = nil,
        preferredFlow: FlowIndex? = nil
    ) throws(EngineError) -> Decided {
        var state = loaded.state
        var decider = registry.current
        var placement = Placement.Outcome.current
        var lostSession: [UInt8]?
        if let session = state.session {
            let placed = try place(session)
            if let placed {
                decider = placed.decider
                placement = placed.outcome
            } else {
                lostSession = session.id
            }
            state.session = placed?.session
        }
        let now = clock.now()
        let input = TurnInput(
            turn: turn,
            now: now,
            sessionID: entropy.bytes(16),
            seed: entropy.next(),
            preferredFlow: preferredFlow,
            lostSession: lostSession
        )
        let outcome = decider.decide(
            input,
            for: state,
            subject: contact.id.bytes,
            isNew: loaded.version == 0
        )
        let sealing = TurnSealing(contact: contact, version: loaded.version, now: now)
        var erasure: ErasureJob?
        if let cause = outcome.erasure {
            let details = ErasureDetails(
                cause: cause,
                of: outcome.state,
                in: decider.program,
                counts: try rowCounts(of: contact.id, outcome.state)
            )
            erasure = details.job(for: contact.id, outcome.state, at: now)
        }
        return Decided(
            state: outcome.state,
            commit: sealing.commit(outcome, inboxKey: inboxKey, erasure: erasure),
            notes: outcome.notes,
            placement: placement,
            why: explains ? decider.explain(turn, state, at: now) : nil
        )
    }

    func write(
        _ decided: Decided,
        wasAnnounced: Bool = false
    ) async throws(EngineError) -> TurnReport {
        let result = try await write(decided.commit, wasAnnounced: wasAnnounced)
        if result.isNew {
            noteQueued(decided)
            // Still under the contact's lock: a repetition that comes now already waits as well.
            if decided.commit.cancellation != .none { inFlight.mark(decided.commit.contact) }
        }
        return decided.report(result)
    }

    /// Where a session goes on; `nil` when its program is lost, and with it the conversation.
    // INVARIANT: STOP first. A conversation that cannot go on stands in nobody's way.
    private func place(_ session: Session) throws(EngineError) -> Placement? {
        do {
            return try registry.place(session)
        } catch {
            switch error {
            case .store: throw .program(error)
            case .unknownProgram, .damagedSession: return nil
            }
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

extension Engine {
    /// Tells whoever delivers about what a committed turn has queued.
    func noteQueued(_ decided: Decided) {
        guard !decided.commit.outbox.isEmpty else { return }
        deliveries?.add(decided.commit.contact, on: decided.state.address.channel)
    }

    /// Tells whoever delivers that a contact's dead letter waits again.
    func noteRequeued(_ contact: ContactID) {
        deliveries?.add(contact, on: nil)
    }
}

/// A turn that was decided and sealed, before it is written.
struct Decided {
    let state: ContactState
    let commit: TurnCommit
    let notes: [TurnNote]
    let placement: Placement.Outcome
    let why: Explanation?

    func report(_ result: CommitResult) -> TurnReport {
        TurnReport(
            contact: commit.contact,
            result: result,
            emptiesQueue: result.isNew && commit.cancellation != .none,
            notes: result.isNew ? notes : [],
            placement: placement,
            why: why
        )
    }
}
