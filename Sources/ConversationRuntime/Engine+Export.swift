import Clocks
package import Consent
package import Conversations
import Encryption
import FlowInterpreter
import FlowProgram
import Storage

// Handing out what is kept about a contact: never without a leaf that says so.
extension Engine {
    // LAW: Art. 15 and 20 GDPR; Art. 12(3): the answer closes the request.
    /// The copy of a contact's data for the person, written down as handed out.
    ///
    /// `right` is access or portability; an open request for it is closed.
    ///
    /// - Returns: `nil` for an address that is no contact's.
    package func export(
        _ address: ContactAddress,
        as right: Right,
        by actor: Actor
    ) async throws(EngineError) -> ContactExport? {
        try await disclose(.exported, of: address, answering: right, by: actor) {
            source throws(EngineError) in
            self.export(source, as: right)
        }
    }

    /// What is kept about a contact, for an operator's screen: addresses are masked.
    ///
    /// - Returns: `nil` for an address that is no contact's.
    package func show(
        _ address: ContactAddress,
        by actor: Actor
    ) async throws(EngineError) -> PersonalData? {
        try await disclose(.shown, of: address, answering: nil, by: actor) {
            source throws(EngineError) in
            PersonalData(all: source).masked
        }
    }

    /// The same export without a leaf, for the prompt, where people look at a contact they play.
    package func draftExport(
        of address: ContactAddress,
        as right: Right
    ) throws(EngineError) -> ContactExport? {
        guard let contact = try directory.find(address), let state = try load(contact)?.state
        else { return nil }
        return export(try source(contact, state, at: address), as: right)
    }

    private func export(_ source: ExportSource, as right: Right) -> ContactExport {
        let now = clock.now()
        switch right {
        case .access:
            return ContactExport(
                right,
                at: now,
                processing: Processing(source.program, for: source.state),
                data: PersonalData(all: source)
            )
        case .portability:
            return ContactExport(
                right,
                at: now,
                processing: nil,
                data: PersonalData(provided: source)
            )
        case .rectification, .erasure, .restriction, .objection, .receipt:
            preconditionFailure("data are handed out for access or portability only")
        }
    }

    /// Makes a copy, and lets go of it only when the log says that it was made.
    private func disclose<Copy: Sendable>(
        _ disclosure: Disclosure,
        of address: ContactAddress,
        answering right: Right?,
        by actor: Actor,
        _ make: (ExportSource) throws(EngineError) -> Copy
    ) async throws(EngineError) -> Copy? {
        guard try directory.find(address) != nil else { return nil }
        return try await withContact(at: address) {
            (contact: KnownContact, _: Loaded?) async throws(EngineError) -> Copy? in
            guard let loaded = try await self.loadOnTime(contact) else { return nil }
            let copy = try make(try self.source(contact, loaded.state, at: address))
            let turn = Turn.operation(.disclose(disclosure), by: actor)
            _ = try await self.write(self.decide(turn, loaded, of: contact))
            if let right, loaded.state.openRequests.contains(where: { $0.right == right }),
                let again = try self.load(contact)
            {
                let close = Turn.operation(.close(right), by: actor)
                _ = try await self.write(self.decide(close, again, of: contact))
            }
            return copy
        }
    }

    // INVARIANT: what is to be gone is not handed out, also when nobody woke the contact for it.
    /// The state after time has acted on it.
    func loadOnTime(_ contact: KnownContact) async throws(EngineError) -> Loaded? {
        guard let loaded = try load(contact) else { return nil }
        let due = loaded.state.nextDue(in: registry.current.program)
        guard let due, due <= clock.now() else { return loaded }
        _ = try await write(decide(.time, loaded, of: contact))
        return try load(contact)
    }

    private func source(
        _ contact: KnownContact,
        _ state: ContactState,
        at address: ContactAddress
    ) throws(EngineError) -> ExportSource {
        var placement: Placement?
        if let session = state.session {
            do {
                placement = try registry.place(session)
            } catch {
                throw .program(error)
            }
        }
        var waiting: [OutboundMessage] = []
        for row in try queued(for: contact) {
            do {
                let bytes = try contact.sealer.open(row.sealed, SealContexts.outbox(row.effectID))
                waiting.append(try OutboundMessage(bytes: bytes))
            } catch {
                throw .tampered
            }
        }
        return ExportSource(
            pseudonym: contact.id.bytes,
            state: state,
            placement: placement,
            evidence: try evidence(of: address),
            waiting: waiting,
            program: registry.current.program
        )
    }
}

/// A right that somebody exercised and nobody has answered.
package struct OpenRequest: Hashable, Sendable {
    package let address: ContactAddress
    package let request: RightsRequest
}

/// Every open request of a store, the most urgent first.
package struct OpenRequests: Hashable, Sendable {
    package let requests: [OpenRequest]
    /// Contacts whose state does not open, so that nobody knows what they asked for.
    package let unreadable: Int

    /// Who asked, each once.
    package var contacts: [ContactAddress] {
        var seen: Set<ContactAddress> = []
        return requests.map(\.address).filter { seen.insert($0).inserted }
    }
}

extension Engine {
    // LAW: Art. 12(3) GDPR: each has its month.
    /// Opens the state of every contact to find the requests that are open.
    package func openRequests(
        progress: (Int) -> Void = { _ in }
    ) throws(EngineError) -> OpenRequests {
        var requests: [OpenRequest] = []
        let unreadable = try forEachContact(progress) { _, state throws(EngineError) in
            requests += state.openRequests.map { OpenRequest(address: state.address, request: $0) }
        }
        return OpenRequests(
            requests: requests.enumerated()
                .sorted {
                    ($0.element.request.dueAt, $0.offset) < ($1.element.request.dueAt, $1.offset)
                }
                .map(\.element),
            unreadable: unreadable
        )
    }
}
