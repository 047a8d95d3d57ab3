import Clocks
package import Consent
package import Conversations
import FlowProgram
package import Storage

// What programs set off: conversations and messages, each through the gate.
extension Engine {
    /// Begins a conversation with whoever is behind an address, made if need be.
    ///
    /// Nothing is written where its first message could not leave: nobody is to answer a question
    /// that they never saw.
    package func start(
        _ flow: String,
        at address: ContactAddress,
        locale: String?,
        asked form: FormConsent?,
        for request: TurnRequest
    ) async throws(EngineError) -> RequestOutcome {
        let program = registry.current.program
        guard program.channel(named: address.channel) != nil else { return .unknownChannel }
        guard let flow = program.flow(named: flow) else { return .unknownFlow }
        let key = inboxKey(of: request)
        // A late repetition must not bring back a contact that was erased since.
        if try isTaken(key) { return .repeated(try directory.find(address)?.id) }
        let operation = Operation.begin(flow, at: address, form)
        if try directory.find(address) == nil {
            // Before keys are made for somebody who is not to be written to.
            let newcomer = try make(address, locale ?? "")
            if let obstacle = obstacle(to: operation, for: newcomer) { return .obstacle(obstacle) }
        }
        return try await withContact(at: address) {
            (contact: KnownContact, stored: Loaded?) async throws(EngineError) -> RequestOutcome in
            let current = stored == nil ? nil : try await self.loadOnTime(contact)
            let loaded = if let current { current } else { try self.make(address, locale ?? "") }
            if let obstacle = self.obstacle(to: operation, for: loaded) {
                return .obstacle(obstacle)
            }
            let turn = request.turn(operation)
            let decided = try self.decide(turn, loaded, of: contact, inboxKey: key)
            for case .withheld(_, let reason, _) in decided.notes {
                return .obstacle(.withheld(reason))
            }
            return try await self.outcome(of: decided, contact.id)
        }
    }

    private func obstacle(to operation: Operation, for loaded: Loaded) -> BeginObstacle? {
        guard case .begin(let flow, let address, let form) = operation else { return nil }
        return loaded.state.obstacle(
            toBeginning: flow,
            at: address,
            asked: form,
            in: registry.current.program,
            now: clock.now()
        )
    }

    /// Says a text for a purpose to a contact, where the conversation with them goes on.
    ///
    /// What the gate withholds is in the report, and in the log.
    package func say(
        _ text: String,
        for purpose: PurposeID,
        to id: ContactID,
        for request: TurnRequest
    ) async throws(EngineError) -> RequestOutcome {
        guard let contact = try directory.contact(id) else { return .unknownContact }
        return try await locks.withLock(id) { () async throws(EngineError) -> RequestOutcome in
            guard try self.directory.contact(id) != nil,
                let loaded = try await self.loadOnTime(contact), loaded.state.mergedInto == nil
            else { return .unknownContact }
            let key = self.inboxKey(of: request)
            let turn = request.turn(.say(purpose, text))
            let decided = try self.decide(turn, loaded, of: contact, inboxKey: key)
            return try await self.outcome(of: decided, id)
        }
    }

    private func outcome(
        of decided: Decided,
        _ contact: ContactID
    ) async throws(EngineError) -> RequestOutcome {
        let report = try await write(decided)
        return report.result.isNew ? .done(report) : .repeated(contact)
    }

    /// What a request is remembered by, in one transaction with what it does.
    private func inboxKey(of request: TurnRequest) -> [UInt8] {
        let drawn =
            request.repetition ?? entropy.bytes(16).map { String($0) }.joined(separator: ".")
        return directory.inboxKey(
            channel: "api\u{0}turn",
            providerID: "\(request.call.key)\u{0}\(drawn)"
        )
    }
}

extension TurnRequest {
    fileprivate func turn(_ operation: Operation) -> Turn {
        .request(call.operation, by: APIKeys.actor(call.key), operation)
    }
}
