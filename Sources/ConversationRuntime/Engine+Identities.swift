import Clocks
import Consent
package import Conversations
import FlowProgram
import Storage

// A contact is a set of addresses; what becomes of consent when that set changes.
extension Engine {
    /// Does something to the contact behind an address that no message of theirs did.
    ///
    /// - Returns: `nil` for an address that is no contact's.
    package func perform(
        _ operation: Operation,
        by actor: Actor,
        for address: ContactAddress
    ) async throws(EngineError) -> TurnReport? {
        guard try directory.find(address) != nil else { return nil }
        let report = try await withContact(at: address) {
            (contact: KnownContact, loaded: Loaded?) async throws(EngineError) -> TurnReport? in
            guard let loaded else { return nil }
            let turn = Turn.operation(operation, by: actor)
            return try await self.write(self.decide(turn, loaded, of: contact))
        }
        if let report { await finishStopping(report) }
        return report
    }

    /// Records that `address` is the same contact's as `known`; two contacts become one.
    package func link(
        _ address: ContactAddress,
        to known: ContactAddress,
        by actor: Actor
    ) async throws(EngineError) -> TurnReport? {
        guard let contact = try directory.find(known) else { return nil }
        if let other = try directory.find(address) {
            return other.id == contact.id ? nil : try await merge(address, into: known, by: actor)
        }
        // Of a contact whose first turn never was there is nothing that could take the no in.
        guard try load(contact) != nil else { return nil }
        // INVARIANT: a new address brings its no along, and brings it first: a crash in between
        // leaves a contact who is stopped too much, never one who is stopped too little.
        var report: TurnReport?
        if let said = try directory.suppression(of: address) {
            report = try await perform(.inherit(said), by: actor, for: known)
        }
        let joined = try await perform(.join(address), by: actor, for: known)
        try directory.link(address, to: contact.id)
        return report ?? joined
    }

    /// Makes one contact of two that are one person: each consent takes its more restrictive state.
    package func merge(
        _ duplicate: ContactAddress,
        into survivor: ContactAddress,
        by actor: Actor
    ) async throws(EngineError) -> TurnReport? {
        guard let old = try settled(duplicate), let new = try settled(survivor),
            old.id != new.id
        else { return nil }
        let report = try await withBoth(old, new) { () async throws(EngineError) -> TurnReport in
            // An erasure that is being finished must not be outlived by what it erases.
            guard try !self.isBeingErased(old.id), try !self.isBeingErased(new.id),
                try self.isCurrent(old, at: duplicate), try self.isCurrent(new, at: survivor)
            else { throw EngineError.conflict }
            // Of either there may be keys only, where a first turn never was: what their address
            // refused counts all the same.
            let oldLoaded = try self.loadOrMake(old, duplicate, "")
            let newLoaded = try self.loadOrMake(new, survivor, "")
            let retired = try self.decide(
                .operation(.retire(into: new.id.bytes), by: actor),
                oldLoaded,
                of: old
            )
            // As it is after time has acted: a doubtful STOP may just have become one.
            var left = retired.state
            if !left.ledger.isOptedOut { left.kept = oldLoaded.state.kept }
            let absorbed = try self.decide(
                .operation(.absorb(left, pseudonym: old.id.bytes), by: actor),
                newLoaded,
                of: new
            )
            // One transaction: no crash leaves a contact that knows only half of the person.
            let results = try self.write([retired, absorbed])
            try self.directory.redirect(old.id, to: new.id)
            return absorbed.report(results[1])
        }
        // A STOP that follows is the survivor's, and knows nothing of what was on its way before.
        await inFlight.stop(old.id)
        await finishStopping(report)
        return report
    }

    // LAW: BGH, 10 February 2011, I ZR 164/09: consent holds for the number it was given with.
    /// A person took a new number: their no goes with them, and no yes stays behind or follows.
    package func changeNumber(
        from old: ContactAddress,
        to new: ContactAddress
    ) async throws(EngineError) -> TurnReport? {
        guard let former = try settled(old) else { return nil }
        if let newcomer = try settled(new), newcomer.id != former.id {
            return try await hand(former, at: old, to: newcomer, at: new)
        }
        let left = try await withContact(at: old) {
            (contact: KnownContact, stored: Loaded?)
                async throws(EngineError) -> (ConsentLedger, TurnReport) in
            let loaded = if let stored { stored } else { try self.make(old, "") }
            let left = try self.decide(.operation(.invalidate, by: .provider), loaded, of: contact)
            // Before the old number forgets: a crash in between leaves two that are stopped.
            try self.remember(left.state.ledger.inheritance, of: new)
            return (left.state.ledger.inheritance, try await self.write(left))
        }
        // Someone may have written from the new number in this very moment.
        _ = try await perform(.inherit(left.0), by: .provider, for: new)
        return left.1
    }

    /// A number that is somebody's already: both turns in one transaction.
    private func hand(
        _ former: KnownContact,
        at old: ContactAddress,
        to newcomer: KnownContact,
        at new: ContactAddress
    ) async throws(EngineError) -> TurnReport? {
        try await withBoth(former, newcomer) { () async throws(EngineError) -> TurnReport? in
            guard try self.isCurrent(former, at: old), try self.isCurrent(newcomer, at: new)
            else { throw EngineError.conflict }
            let oldLoaded = try self.loadOrMake(former, old, "")
            let newLoaded = try self.loadOrMake(newcomer, new, "")
            let left = try self.decide(
                .operation(.invalidate, by: .provider),
                oldLoaded,
                of: former
            )
            let said = left.state.ledger.inheritance
            let taken = try self.decide(
                .operation(.inherit(said), by: .provider),
                newLoaded,
                of: newcomer
            )
            let results = try self.write([taken, left])
            return left.report(results[1])
        }
    }

    /// Adds a no to what is known of an address that is no contact's yet.
    private func remember(
        _ said: ConsentLedger,
        of address: ContactAddress
    ) throws(EngineError) {
        let before = try directory.suppression(of: address)
        var both = before ?? ConsentLedger()
        let laws = registry.current.program.laws
        _ = both.merge(said, laws, in: .unattended(at: clock.now()))
        try directory.suppress(address, both)
    }

    /// The contact behind an address, once a merge that a crash interrupted is finished.
    private func settled(_ address: ContactAddress) throws(EngineError) -> KnownContact? {
        for _ in 0..<Self.lookups {
            guard let contact = try directory.find(address) else { return nil }
            if try isCurrent(contact, at: address) { return contact }
        }
        throw .conflict
    }

    /// Whether a contact is still the one behind an address.
    func isCurrent(
        _ contact: KnownContact,
        at address: ContactAddress
    ) throws(EngineError) -> Bool {
        if case .current = try standing(of: contact, at: address) { true } else { false }
    }

    /// How a contact stands to an address, with its stored state: opening it once is enough.
    func standing(
        of contact: KnownContact,
        at address: ContactAddress
    ) throws(EngineError) -> ContactStanding {
        guard try directory.find(address)?.id == contact.id else { return .gone }
        let loaded = try load(contact)
        guard let merged = loaded?.state.mergedInto, let id = ContactID(bytes: merged) else {
            return .current(loaded)
        }
        // The last step of a merge is done here if a crash came before it.
        try directory.redirect(contact.id, to: id)
        return .gone
    }

    private func withBoth<Value: Sendable>(
        _ one: KnownContact,
        _ other: KnownContact,
        _ body: () async throws(EngineError) -> Value
    ) async throws(EngineError) -> Value {
        // Always in the same order, so that two merges cannot wait for each other.
        let ids = [one.id, other.id].sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        return try await locks.withLock(ids[0]) { () async throws(EngineError) -> Value in
            try await locks.withLock(ids[1]) { () async throws(EngineError) -> Value in
                try await body()
            }
        }
    }

    private func write(_ decided: [Decided]) throws(EngineError) -> [CommitResult] {
        let results: [CommitResult]
        do {
            results = try store.commit(decided.map(\.commit))
        } catch {
            throw .store(error)
        }
        guard results.allSatisfy(\.isNew) else { throw .conflict }
        for turn in decided { noteQueued(turn) }
        return results
    }
}

/// Whether a contact is still the one behind an address.
enum ContactStanding {
    /// Erased, or merged into another.
    case gone
    /// With what is stored about it; `nil` before its first turn.
    case current(Loaded?)
}

extension ActContext {
    /// Nobody acts: two ledgers are put together.
    static func unattended(at now: Timestamp) -> ActContext {
        ActContext(
            now: now,
            turn: 0,
            channel: "",
            locale: "",
            certainty: .noReply,
            origin: .controller
        )
    }
}
