import Audit
package import Channels
import Clocks
import Conversations
import Storage

/// Takes in what a webhook tells of: everything in it is durable when `take` returns.
///
/// Contacts go side by side; what one contact did stays in its order.
package struct Intake: Sendable {
    private let engine: Engine

    package init(engine: Engine) {
        self.engine = engine
    }

    /// What came of a webhook's events.
    package struct Tally: Hashable, Sendable {
        package var messages = 0
        package var duplicates = 0
        package var statuses = 0
        package var signals = 0
        package var unread = 0

        package init() {}

        mutating func add(_ other: Tally) {
            messages += other.messages
            duplicates += other.duplicates
            statuses += other.statuses
            signals += other.signals
            unread += other.unread
        }
    }

    /// Takes every event, each once however often it comes.
    ///
    /// - Throws: the first `EngineError`, once every other event was tried: the provider sends all
    ///   of them again, and only what is missing changes something then.
    package func take(
        _ events: [InboundEvent],
        on channel: String
    ) async throws(EngineError) -> Tally {
        let lanes = Self.lanes(events)
        if lanes.count == 1 {
            var tally = try await take(lanes[0], channel)
            tally.add(try note(events))
            return tally
        }
        var tally = Tally()
        var failure: EngineError?
        await withTaskGroup(of: Result<Tally, EngineError>.self) { group in
            for lane in lanes {
                group.addTask {
                    do throws(EngineError) {
                        return .success(try await self.take(lane, channel))
                    } catch {
                        return .failure(error)
                    }
                }
            }
            for await result in group {
                switch result {
                case .success(let part): tally.add(part)
                case .failure(let error): failure = failure ?? error
                }
            }
        }
        tally.add(try note(events))
        if let failure { throw failure }
        return tally
    }

    /// Events by whom they are about; of messages of ours, by the message.
    private static func lanes(_ events: [InboundEvent]) -> [[InboundEvent]] {
        var order: [String] = []
        var lanes: [String: [InboundEvent]] = [:]
        for event in events {
            guard let key = event.lane else { continue }
            if lanes[key] == nil { order.append(key) }
            lanes[key, default: []].append(event)
        }
        return order.compactMap { lanes[$0] }
    }

    private func take(
        _ lane: [InboundEvent],
        _ channel: String
    ) async throws(EngineError) -> Tally {
        var tally = Tally()
        var failure: EngineError?
        for event in lane {
            do throws(EngineError) {
                try await take(event, channel, &tally)
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return tally
    }

    private func take(
        _ event: InboundEvent,
        _ channel: String,
        _ tally: inout Tally
    ) async throws(EngineError) {
        switch event {
        case .message(let message, let aliases):
            let report = try await take(message, aliases)
            if report.result.isNew { tally.messages += 1 } else { tally.duplicates += 1 }
        case .status(let status):
            try await engine.take(status, on: channel)
            tally.statuses += 1
        case .signal(let signal):
            _ = try await engine.take(signal)
            tally.signals += 1
        case .notice, .unknown, .broken: break
        }
    }

    // INVARIANT: the most restrictive wins. Whom an alias leads to is known before the message is
    // answered, so that a no that was said under one address holds under the other.
    private func take(
        _ message: InboundMessage,
        _ aliases: [ContactAddress]
    ) async throws(EngineError) -> TurnReport {
        var failure: EngineError?
        do throws(EngineError) {
            for alias in aliases where try engine.directory.find(alias) != nil {
                _ = try await link(message.address, to: alias)
            }
        } catch {
            // INVARIANT: STOP first. A STOP is taken whoever else it may be of; the provider sends
            // it again for the rest.
            guard engine.isDefiniteStop(message) else { throw error }
            failure = error
        }
        let report = try await engine.take(message)
        if let failure { throw failure }
        for alias in aliases { _ = try await link(alias, to: message.address) }
        return report
    }

    private func link(
        _ address: ContactAddress,
        to known: ContactAddress
    ) async throws(EngineError) -> TurnReport? {
        let contact = try engine.directory.find(known)
        guard let contact, try engine.directory.find(address)?.id != contact.id else { return nil }
        return try await engine.link(address, to: known, by: .provider)
    }

    /// Records what concerns no contact; how often, and where in the webhook, never what.
    private func note(_ events: [InboundEvent]) throws(EngineError) -> Tally {
        var tally = Tally()
        var leaves: [PreparedLeaf] = []
        let now = engine.clock.now()
        for event in events {
            guard let (kind, cause, place) = event.remark else { continue }
            if kind == .webhookUnread { tally.unread += 1 }
            let remark = AuditEvent(
                time: now,
                kind: kind,
                to: place.map(Self.name),
                cause: Self.name(cause),
                actor: Actor.provider.rawValue
            )
            leaves.append(PreparedLeaf(body: AuditLeaf.encode(remark)))
        }
        guard !leaves.isEmpty else { return tally }
        do {
            try engine.store.append(leaves, at: now)
        } catch {
            throw .store(error)
        }
        return tally
    }

    /// Plain characters of a name, as many as a leaf takes.
    private static func name(_ text: String) -> String {
        let plain = text.unicodeScalars.lazy.filter { ("!"..."~").contains($0) }
        return String(String.UnicodeScalarView(plain.prefix(AuditEvent.longestName)))
    }
}

extension InboundEvent {
    /// What has to stay in order is in one lane; `nil` for what concerns no contact.
    fileprivate var lane: String? {
        switch self {
        case .message(let message, _): message.address.text
        case .signal(let signal): signal.address.text
        // Never in the way of what the contact says: a status may have to wait for our own record.
        case .status(let status): "\u{0}\(status.messageID)"
        case .notice, .unknown, .broken: nil
        }
    }

    fileprivate var remark: (kind: AuditKind, cause: String, place: String?)? {
        switch self {
        case .message, .status, .signal: nil
        case .notice(.template(let name, _, let state)):
            (.providerNotified, "template:\(state)", name)
        case .notice(.templateCategory(let name, _, let category)):
            (.providerNotified, "template-category:\(category)", name)
        case .notice(.account(let kind)): (.providerNotified, "account:\(kind)", nil)
        case .unknown(let kind): (.webhookUnread, "unknown:\(kind)", nil)
        case .broken(let place, let why): (.webhookUnread, "broken:\(why)", place)
        }
    }
}
