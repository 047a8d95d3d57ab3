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
    private var lastMessage: InboundMessage?
    /// Names the run inside provider ids, so that a store that is opened again takes new messages.
    private let run: String
    package private(set) var lastReport: TurnReport?
    package private(set) var lastButtons: [OutboundMessage.Button] = []
    /// How the provider will refuse the next messages it is given, the first one first.
    var refusals: [DispatchFault] = []
    /// When what a provider refused is tried again, by contact.
    var retries: [ContactAddress: Timestamp] = [:]
    /// The messages that were refused and are still tried, by their delivery keys.
    var refused: Set<String> = []
    /// The messages that were shown when they were queued, and have not left yet.
    var unsent: [OutboundMessage] = []

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
        let channel =
            header.channel ?? engine.registry.current.program.channels.first?.name ?? "chat"
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
            self.address = resolve(address)
            if !contacts.contains(self.address) { contacts.append(self.address) }
            return []
        case .caption(let text): return try await receive(.caption(text, kind: "image"))
        case .react(let sign): return try await receive(.reaction(sign))
        case .resend: return try await resend()
        case .operate(let office): return try await operate(office)
        case .signal(let signal): return try await report(signal)
        case .refuse(let refusal): return arm(refusal)
        }
    }

    func perform(
        _ operation: Operation,
        by actor: Actor
    ) async throws(EngineError) -> [ChatLine] {
        guard let report = try await engine.perform(operation, by: actor, for: address) else {
            return [.unknownContact]
        }
        return try await lines(of: report, at: address)
    }

    private func resend() async throws(EngineError) -> [ChatLine] {
        guard let lastMessage else { return [] }
        let report = try await engine.take(lastMessage)
        guard report.result.isNew else { return [.duplicate] }
        return try await lines(of: report, at: lastMessage.address)
    }

    /// An address as a transcript writes it: on the first channel unless another is named.
    func resolve(_ text: String) -> ContactAddress {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let channels = engine.registry.current.program.channels
        if parts.count == 2, channels.contains(where: { $0.name == parts[0] }) {
            return Self.address(parts[1], on: parts[0])
        }
        return Self.address(text, on: channel)
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
        lastMessage = message
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
            clock.advance(to: max(next.due, clock.now()))
            if retries[next.address] == next.due {
                let more = try await deliveries(to: next.address)
                if !more.isEmpty { lines += [.time(clock.now())] + more }
                continue
            }
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
        let program = engine.registry.current.program
        var next: (address: ContactAddress, due: Timestamp)?
        for contact in contacts {
            let own = try engine.state(of: contact)?.nextDue(in: program)
            for due in [retries[contact], own].compactMap(\.self)
            where next.map({ due < $0.due }) ?? true { next = (contact, due) }
        }
        return next
    }

    func lines(
        of report: TurnReport,
        at address: ContactAddress
    ) async throws(EngineError) -> [ChatLine] {
        var lines: [ChatLine] = report.notes.map { .note($0) }
        if case .pinned(let flow, let step) = report.placement {
            lines.insert(.pinned(flow: flow, step: step), at: 0)
        }
        let said = report.notes.compactMap { note -> OutboundMessage? in
            if case .said(let message) = note { message } else { nil }
        }
        lines += try await deliveries(to: address, shown: said)
        // What the engine owes by itself: a receipt, an erasure.
        switch try await engine.attend(address) {
        case .answered(let report): lines += try await self.lines(of: report, at: address)
        case .erased(let receipt): lines.append(.erased(receipt))
        case nil: break
        }
        return lines
    }

    /// Hands over what is queued; a line for what was not shown when it was queued.
    func deliveries(
        to address: ContactAddress,
        shown: [OutboundMessage] = []
    ) async throws(EngineError) -> [ChatLine] {
        if !refusals.isEmpty || retries[address] != nil {
            return try await dispatch(to: address, shown: shown)
        }
        var lines: [ChatLine] = []
        for delivered in try await engine.deliver(to: address) {
            if let reason = delivered.withheld {
                lines.append(.withheldAtDispatch(delivered.message, reason))
                continue
            }
            if !shown.contains(delivered.message) { lines.append(.said(delivered.message)) }
            noteButtons(of: delivered.message)
        }
        return lines
    }

    func noteButtons(of message: OutboundMessage) {
        if message.address == address { lastButtons = message.buttons }
    }

    static func address(_ text: String, on channel: String) -> ContactAddress {
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
