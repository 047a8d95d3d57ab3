package import Clocks
package import ConversationRuntime
package import Conversations
import FlowProgram
import MessageCatalog
import Storage

/// A small world to talk in: the real engine on a store, a virtual clock, and contacts.
package final class ChatWorld {
    package let engine: Engine
    package let clock: VirtualClock
    package private(set) var address: ContactAddress
    /// Every contact spoken as, in the order of appearance: time acts on all of them.
    private var contacts: [ContactAddress] = []
    private let locale: LocaleTag?
    private let preferredFlow: String?
    private let channel: String
    private var messageCount = 0
    /// Names the run inside provider ids, so that a store that is opened again takes new messages.
    private let run: String
    package private(set) var lastReport: TurnReport?
    package private(set) var lastButtons: [OutboundMessage.Button] = []

    package static let defaultContact = "+491700000001"
    /// Timers that may fire while the clock is moved once.
    package static let firingsPerWait = 1000

    package init(
        engine: Engine,
        clock: VirtualClock,
        header: Transcript.Header,
        run: String = "0"
    ) {
        self.engine = engine
        self.clock = clock
        self.run = run
        let channel = engine.registry.current.program.channels.first?.name ?? "chat"
        self.channel = channel
        locale = header.locale
        preferredFlow = header.flow
        address = Self.address(header.contact ?? Self.defaultContact, on: channel)
        contacts = [address]
    }

    /// Performs one action and says what came of it.
    package func perform(_ action: ChatAction) async throws(EngineError) -> [ChatLine] {
        switch action {
        case .say(let text): return try await receive(.text(text))
        case .tap(let name):
            let button = lastButtons.first { $0.choice == name }
            return try await receive(
                .button(id: button?.id ?? name, title: button?.title ?? name)
            )
        case .photo: return try await receive(.unreadable(kind: "image"))
        case .location: return try await receive(.unreadable(kind: "location"))
        case .wait(let period): return try await pass(until: clock.now().adding(period))
        case .at(let time): return try await pass(until: time)
        case .locale(let tag): return try await speak(tag)
        case .contact(let address):
            self.address = Self.address(address, on: channel)
            if !contacts.contains(self.address) { contacts.append(self.address) }
            return []
        }
    }

    private func receive(
        _ content: InboundMessage.Content
    ) async throws(EngineError) -> [ChatLine] {
        messageCount += 1
        let message = InboundMessage(
            address: address,
            providerID: "chat-\(run)-\(messageCount)",
            content: content,
            receivedAt: clock.now(),
            localeHint: locale?.text
        )
        let flow = preferredFlow.flatMap { engine.registry.current.program.flow(named: $0) }
        let report = try await engine.take(message, preferredFlow: flow)
        lastReport = report
        guard report.result.isNew else { return [.duplicate] }
        return try await lines(of: report, at: address)
    }

    private func speak(_ tag: LocaleTag) async throws(EngineError) -> [ChatLine] {
        guard let report = try await engine.setLocale(tag, for: address) else { return [] }
        return try await lines(of: report, at: address)
    }

    /// Moves the clock, stopping at every deadline on the way.
    private func pass(until target: Timestamp) async throws(EngineError) -> [ChatLine] {
        var lines: [ChatLine] = []
        for _ in 0..<Self.firingsPerWait {
            guard let next = try nextDue(), next.due <= target else { break }
            clock.advance(to: next.due)
            guard let contact = try engine.directory.find(next.address),
                let report = try await engine.wake(contact.id)
            else { break }
            let more = try await self.lines(of: report, at: next.address)
            if !more.isEmpty { lines += [.time(clock.now())] + more }
        }
        clock.advance(to: target)
        return lines
    }

    private func nextDue() throws(EngineError) -> (address: ContactAddress, due: Timestamp)? {
        let idle = engine.registry.current.program.sessionIdle
        var next: (address: ContactAddress, due: Timestamp)?
        for contact in contacts {
            guard let due = try engine.state(of: contact)?.nextDue(sessionIdle: idle) else {
                continue
            }
            if next.map({ due < $0.due }) ?? true { next = (contact, due) }
        }
        return next
    }

    private func lines(
        of report: TurnReport,
        at address: ContactAddress
    ) async throws(EngineError) -> [ChatLine] {
        var lines: [ChatLine] = report.notes.map { .note($0) }
        if case .pinned(let flow, let step) = report.placement {
            lines.insert(.pinned(flow: flow, step: step), at: 0)
        }
        for delivered in try await engine.deliver(to: address) {
            if let reason = delivered.withheld {
                lines.append(.withheldAtDispatch(delivered.message, reason))
            } else if address == self.address {
                lastButtons = delivered.message.buttons
            }
        }
        return lines
    }

    private static func address(_ text: String, on channel: String) -> ContactAddress {
        ContactAddress(channel: channel, text: String(text.prefix(64)))
            ?? ContactAddress.standIn(on: channel)
    }
}

extension ContactAddress {
    /// For a contact that was named by nothing usable.
    fileprivate static func standIn(on channel: String) -> ContactAddress {
        guard let address = ContactAddress(channel: channel, text: ChatWorld.defaultContact)
        else { preconditionFailure("the default contact is an address") }
        return address
    }
}
