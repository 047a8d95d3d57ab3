package import Clocks
package import Conversations
import Encryption
package import Storage

/// A message that may be handed over now: the contact's one place is taken until it is settled or
/// released.
package struct PreparedDispatch: Sendable {
    package let contact: ContactID
    package let message: OutboundMessage
    /// The same however often it is tried: 32 hexadecimal digits.
    package let key: String
    package let isWindowOpen: Bool
    /// How often it was tried before.
    package let attempts: Int
    let preparedAt: Timestamp
    let row: Int64
}

/// What a contact's queue holds for whoever delivers.
package enum Preparation: Sendable {
    case nothing
    /// Nothing may leave before then.
    case waits(until: Timestamp)
    case ready(PreparedDispatch)
    /// A message is on its way already.
    case busy
}

// Handing messages over to a provider: prepared and settled, each in a turn of its own, with the
// provider in between and no lock held.
extension Engine {
    /// The contact's oldest message that may leave now, with the gate asked anew.
    ///
    /// What the gate withholds leaves the queue. A message that waits for its next attempt holds up
    /// those behind it, so that they arrive in order, but no answer to something the contact did.
    package func prepare(_ id: ContactID) async throws(EngineError) -> Preparation {
        guard let contact = try directory.contact(id) else { return .nothing }
        return try await locks.withLock(id) { () async throws(EngineError) in
            guard let loaded = try self.load(contact) else { return .nothing }
            let now = self.clock.now()
            var delivery = self.delivery(for: contact, loaded, at: now)
            var settled: [Int64] = []
            var next: Timestamp?
            var isHeldUp = false
            var ready: PreparedDispatch?
            rows: for row in try self.queued(for: contact) {
                let message = try self.open(row, contact)
                if let notBefore = row.notBefore, notBefore > now {
                    next = min(next ?? notBefore, notBefore)
                    isHeldUp = true
                    continue
                }
                if isHeldUp, !message.isAnswer { continue }
                switch delivery.ask(message) {
                case .withheld: settled.append(row.id)
                case .waits(let until): next = min(next ?? until, until)
                case .allowed(let isWindowOpen):
                    ready = PreparedDispatch(
                        contact: id,
                        message: message,
                        key: Hex.encode(row.effectID),
                        isWindowOpen: isWindowOpen,
                        attempts: row.attempts,
                        preparedAt: now,
                        row: row.id
                    )
                    break rows
                }
            }
            // Taken before anything is written: a STOP that comes from here on waits for it.
            if ready != nil, !self.inFlight.begin(id) { return .busy }
            if !settled.isEmpty {
                do throws(EngineError) {
                    let commit = TurnSealing(contact: contact, version: loaded.version, now: now)
                        .commit(delivery.outcome(), inboxKey: nil, settled: settled)
                    _ = try await self.write(commit)
                } catch {
                    if ready != nil { self.inFlight.end(id) }
                    throw error
                }
            }
            if let ready { return .ready(ready) }
            return next.map { .waits(until: $0) } ?? .nothing
        }
    }

    /// Waits until the contact has said STOP, or until the task is cancelled.
    func untilStopped(_ prepared: PreparedDispatch) async {
        await inFlight.untilStopped(prepared.contact)
    }

    /// Whether the contact has said STOP since the message was prepared.
    func isStopped(_ prepared: PreparedDispatch) -> Bool {
        inFlight.isStopping(prepared.contact)
    }

    /// Says that nothing of the message is on its way any more, whatever became of it.
    func arrive(_ prepared: PreparedDispatch) {
        inFlight.arrive(prepared.contact)
    }

    /// Gives a message back that was not tried.
    package func release(_ prepared: PreparedDispatch) {
        inFlight.end(prepared.contact)
    }

    /// Records what came of an attempt, and takes from the provider what it says of the contact.
    ///
    /// When this throws, nothing is recorded and the contact's place is still taken: to be called
    /// again, or given up with `release`.
    package func settle(
        _ prepared: PreparedDispatch,
        _ outcome: DispatchOutcome,
        retries: RetryPolicy = .standard
    ) async throws(EngineError) -> Settlement {
        let id = prepared.contact
        if case .refused(let fault) = outcome, let operation = fault.remedy.operation {
            try await heed(fault, operation, prepared)
        }
        let settlement = try await locks.withLock(id) { () async throws(EngineError) in
            try await self.record(prepared, outcome, retries)
        }
        inFlight.end(id)
        return settlement
    }

    /// Does what a refusal says of the contact, before the refusal itself is recorded: a crash in
    /// between leaves a message that nobody tries any more, and never a withdrawal that is lost.
    private func heed(
        _ fault: DispatchFault,
        _ operation: Operation,
        _ prepared: PreparedDispatch
    ) async throws(EngineError) {
        // Whoever was erased meanwhile is not made anew.
        guard try directory.contact(prepared.contact) != nil else { return }
        // The withdrawal waits for what is on its way, and nothing is any more.
        inFlight.arrive(prepared.contact)
        let channel = prepared.message.address.channel
        _ = try await signal(
            .signal("refused:\(fault.code)", operation),
            at: prepared.message.address,
            inboxKey: directory.inboxKey(
                channel: channel,
                providerID: "refused\u{0}\(prepared.key)\u{0}\(prepared.attempts)"
            )
        )
    }

    private func record(
        _ prepared: PreparedDispatch,
        _ outcome: DispatchOutcome,
        _ retries: RetryPolicy
    ) async throws(EngineError) -> Settlement {
        guard let contact = try directory.contact(prepared.contact), let loaded = try load(contact)
        else { return .dropped }
        let isQueued = try queued(for: contact).contains { $0.id == prepared.row }
        if !isQueued {
            // A withdrawal took it out of the queue. That it left all the same is still recorded,
            // and so is the refusal that was the withdrawal.
            guard outcome.isTelling else { return .dropped }
        }
        let now = clock.now()
        var delivery = delivery(for: contact, loaded, at: now)
        let settlement = delivery.settle(
            prepared.message,
            outcome,
            tried: Delivery.Attempt(
                earlier: prepared.attempts,
                at: prepared.preparedAt,
                wasFree: prepared.isWindowOpen
            ),
            retries: retries,
            jitter: entropy.next()
        )
        let commit = TurnSealing(contact: contact, version: loaded.version, now: now).commit(
            delivery.outcome(),
            inboxKey: nil,
            settled: settlement.removes ? [prepared.row] : [],
            deliveries: settlement.change(of: prepared.row).map { [$0] } ?? [],
            sent: sent(prepared, settlement)
        )
        _ = try await write(commit)
        return settlement
    }

    private func sent(
        _ prepared: PreparedDispatch,
        _ settlement: Settlement
    ) -> [SentMessage] {
        guard case .handedOver(let ids) = settlement, let effectID = Hex.decode(prepared.key)
        else { return [] }
        let channel = prepared.message.address.channel
        return ids.map {
            SentMessage(
                key: directory.sentKey(channel: channel, messageID: $0),
                effectID: effectID
            )
        }
    }

    func delivery(
        for contact: KnownContact,
        _ loaded: Loaded,
        at now: Timestamp
    ) -> Delivery {
        Delivery(
            program: registry.current.program,
            state: loaded.state,
            subject: contact.id.bytes,
            now: now
        )
    }
}

extension DispatchOutcome {
    /// Whether the log has to tell of it although the message is not in the queue any more.
    fileprivate var isTelling: Bool {
        switch self {
        case .accepted: true
        case .refused(let fault): fault.remedy.operation != nil
        case .unknown: false
        }
    }
}

extension Settlement {
    fileprivate var removes: Bool {
        switch self {
        case .handedOver, .dropped: true
        case .postponed, .failed: false
        }
    }

    fileprivate func change(of row: Int64) -> DeliveryChange? {
        switch self {
        case .handedOver, .dropped: nil
        case .postponed(let until, let attempts):
            .postponed(id: row, attempts: attempts, until: until)
        case .failed(let code, let attempts): .buried(id: row, attempts: attempts, code: code)
        }
    }
}

extension DispatchRemedy {
    /// What a refusal says of the contact.
    var operation: Operation? {
        switch self {
        case .withdrawMarketing: .withdrawMarketing
        case .optOut: .optOut
        case .retry, .retryTomorrow, .slowContact, .slowSender, .useTemplate, .unreachable,
            .mendTemplate, .mendMessage, .giveUp, .pauseChannel:
            nil
        }
    }
}
