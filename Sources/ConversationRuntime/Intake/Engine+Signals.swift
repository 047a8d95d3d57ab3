package import Channels
import Clocks
import Conversations
import Storage

// What a provider tells of a contact, and of messages it has taken.
extension Engine {
    /// Takes what a provider says about a contact; a repetition changes nothing.
    ///
    /// An address that is no contact's becomes one: whoever says no before they ever wrote is
    /// stopped all the same.
    package func take(_ signal: ProviderSignal) async throws(EngineError) -> TurnReport? {
        let key = directory.inboxKey(
            channel: signal.address.channel,
            providerID: "signal\u{0}\(signal.id)"
        )
        if case .changedAddress(let new) = signal.kind {
            guard try !isTaken(key) else { return nil }
            // The invalidation is idempotent; the signal's own turn closes the door behind it.
            _ = try await changeNumber(from: signal.address, to: new)
        }
        let turn = Turn.signal(signal.kind.name, signal.kind.operation)
        return try await self.signal(turn, at: signal.address, inboxKey: key)
    }

    func signal(
        _ turn: Turn,
        at address: ContactAddress,
        inboxKey: [UInt8]?
    ) async throws(EngineError) -> TurnReport {
        let report = try await withContact(at: address) {
            (contact: KnownContact, stored: Loaded?) async throws(EngineError) -> TurnReport in
            let loaded = if let stored { stored } else { try self.make(address, "") }
            return try await self.write(
                self.decide(turn, loaded, of: contact, inboxKey: inboxKey)
            )
        }
        await finishStopping(report)
        return report
    }

    /// Takes a provider's report of a message that it had taken from us; one that says less than
    /// what is known changes nothing.
    package func take(
        _ status: MessageStatus,
        on channel: String
    ) async throws(EngineError) {
        let key = directory.sentKey(channel: channel, messageID: status.messageID)
        var known = try sentMessage(key)
        if known == nil, let recipient = status.recipient,
            let contact = try directory.find(recipient)
        {
            // The report may have overtaken our own record of the message.
            for _ in 0..<Self.looksForRecord where known == nil && inFlight.isTaken(contact.id) {
                try? await Task.sleep(for: .milliseconds(50))
                known = try sentMessage(key)
            }
            if known == nil { known = try sentMessage(key) }
        }
        if let known { try await record(status, key, known) }
        guard case .failed(let fault) = status.report, let operation = fault.remedy.operation
        else { return }
        var address = status.recipient
        if address == nil, let known { address = try self.address(of: known.contact) }
        guard let address else { return }
        let inboxKey = directory.inboxKey(
            channel: channel,
            providerID: "failed\u{0}\(status.messageID)"
        )
        _ = try await signal(
            .signal("failed:\(fault.code)", operation),
            at: address,
            inboxKey: inboxKey
        )
    }

    /// How often a report that came too early looks for the record of its message: five seconds.
    private static let looksForRecord = 100

    private func record(
        _ status: MessageStatus,
        _ key: [UInt8],
        _ known: StoredSentMessage
    ) async throws(EngineError) {
        let stage = status.report.rank
        guard stage > known.stage, let contact = try directory.contact(known.contact) else {
            return
        }
        try await locks.withLock(known.contact) { () async throws(EngineError) in
            // Again under the lock: two reports of one message may come at the same time.
            guard let current = try self.sentMessage(key), stage > current.stage,
                let loaded = try self.load(contact)
            else { return }
            let now = self.clock.now()
            var delivery = self.delivery(for: contact, loaded, at: now)
            delivery.report(status.report.delivery)
            let commit = TurnSealing(contact: contact, version: loaded.version, now: now).commit(
                delivery.outcome(),
                inboxKey: nil,
                stages: [SentStage(key: key, stage: stage)]
            )
            _ = try await self.write(commit)
        }
    }

    private func address(of id: ContactID) throws(EngineError) -> ContactAddress? {
        guard let contact = try directory.contact(id) else { return nil }
        return try load(contact)?.state.address
    }

    private func sentMessage(_ key: [UInt8]) throws(EngineError) -> StoredSentMessage? {
        do {
            return try store.sent(key)
        } catch {
            throw .store(error)
        }
    }

    /// Waits, after a turn that emptied the contact's queue, until nothing of it is on its way.
    ///
    /// A repetition of that message, taken while the first waits, waits with it.
    func finishStopping(_ report: TurnReport) async {
        guard let contact = report.contact else { return }
        if report.emptiesQueue {
            await inFlight.stop(contact)
        } else if inFlight.isStopping(contact) {
            await inFlight.arrived(contact)
        }
    }
}

extension ProviderSignal.Kind {
    // INVARIANT: withdrawal is monotone. What a provider would carry again is nobody's consent.
    var operation: Operation {
        switch self {
        case .stoppedMarketing: .withdrawMarketing
        case .optedOut, .blocked: .optOut
        case .resumedMarketing, .unblocked, .changedAddress, .identityChanged: .note
        }
    }
}

extension MessageStatus.Report {
    /// The stage stored for it: a failure counts for more than being on its way, and for less than
    /// having arrived, after which there is none.
    fileprivate var rank: UInt8 {
        switch self {
        case .reached(.sent): 1
        case .failed: 2
        case .reached(.delivered): 3
        case .reached(.read): 4
        }
    }

    fileprivate var delivery: DeliveryReport {
        switch self {
        case .reached(.sent): .reached("sent")
        case .reached(.delivered): .reached("delivered")
        case .reached(.read): .reached("read")
        case .failed(let fault): .failed(fault)
        }
    }
}
