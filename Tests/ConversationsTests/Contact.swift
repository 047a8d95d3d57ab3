import Audit
import Clocks
import Consent
import Conversations
import FlowInterpreter
import FlowProgram
import MessageCatalog
import Testing

/// A contact who writes, under test: turns go in, notes come out as lines.
struct Contact {
    static let start = Timestamp(milliseconds: 1_772_355_600_000)
    static let subject = [UInt8](repeating: 9, count: 16)
    static let address = "+4915112345678"
    static let newsletter = ConsentKey(PurposeID("newsletter"), on: "whatsapp")

    let decider: TurnDecider
    var state: ContactState
    var now = Contact.start
    var outcome: TurnOutcome?
    /// Everything ever put into the log.
    var log: [AuditDraft] = []
    var evidence: [ConsentEvidence] = []
    /// Where the contact writes from.
    var channel: ContactAddress
    private var isNew = true
    private var messages = 0

    init(_ program: Program, locale: String = "en") throws {
        decider = TurnDecider(program: program)
        guard let address = ContactAddress(channel: "whatsapp", text: Self.address) else {
            throw WorkspaceError.doesNotCompile
        }
        channel = address
        state = ContactState(address: address, locale: locale)
    }

    mutating func write(_ text: String) { send(.text(text)) }

    mutating func tap(_ choice: String, title: String? = nil) {
        let button = buttons.first { $0.choice == choice }
        send(.button(id: button?.id ?? choice, title: title ?? choice))
    }

    mutating func send(_ content: InboundMessage.Content) {
        messages += 1
        let message = InboundMessage(
            address: channel,
            providerID: "wamid.\(messages)",
            content: content,
            receivedAt: now,
            localeHint: nil
        )
        decide(.message(message))
    }

    /// Moves the clock by itself; whatever is due acts in the next turn.
    mutating func wait(_ period: Period) { now = now.adding(period) }

    /// Moves the clock and lets time act.
    mutating func pass(_ period: Period) {
        wait(period)
        decide(.time)
    }

    /// What can be tapped: the buttons of the last message that had any.
    private var buttons: [OutboundMessage.Button] = []

    /// Taps a button that may belong to an earlier question.
    mutating func tap(_ button: OutboundMessage.Button) {
        send(.button(id: button.id, title: button.title))
    }

    func button(_ choice: String) throws -> OutboundMessage.Button {
        try #require(buttons.first { $0.choice == choice })
    }

    mutating func decide(_ turn: Turn) {
        let input = TurnInput(
            turn: turn,
            now: now,
            sessionID: [UInt8](repeating: 7, count: 16),
            seed: 5,
            preferredFlow: nil
        )
        let outcome = decider.decide(input, for: state, subject: Self.subject, isNew: isNew)
        isNew = false
        state = outcome.state
        log += outcome.drafts
        evidence += outcome.evidence
        self.outcome = outcome
        if let asked = outcome.outbound.last(where: { !$0.buttons.isEmpty }) {
            buttons = asked.buttons
        }
    }

    // MARK: What happened

    var lines: [String] { (outcome?.notes ?? []).map(Self.line) }
    var said: [String] { outcome?.outbound.map(\.body) ?? [] }
    /// The kinds of the last turn's audit events, with cause.
    var events: [String] {
        (outcome?.drafts ?? []).map { draft in
            draft.event.kind.rawValue + (draft.event.cause.map { " \($0)" } ?? "")
        }
    }

    func consent(_ purpose: String = "newsletter") -> ConsentState {
        state.ledger.state(of: PurposeID(purpose), on: state.address.channel)
    }

    /// When the contact is erased if nothing else happens.
    var deletionDue: Timestamp? {
        state.plannedDeletion(decider.program.retention)?.dueAt
    }

    static func line(_ note: TurnNote) -> String {
        switch note {
        case .said(let message): "\(message.messageClass.name): \(message.wordsShown.flattened)"
        case .withheld(let messageClass, let reason, _):
            "withheld \(messageClass.name): \(reason.rawValue)"
        case .noticeShown(let version): "notice \(version)"
        case .consent(let change):
            "\(change.purpose): \(change.from.rawValue) → \(change.to.rawValue)"
        case .consentRefused(let refused):
            "refused \(refused.act.rawValue): \(refused.reason.rawValue)"
        case .optedOut: "opted out"
        case .optedIn: "opted in"
        case .answeredByProvider: "answered by the provider"
        case .ended(let flow, let outcome, let cause):
            "end \(flow): \(outcome ?? "none") (\(cause))"
        case .refused(let refusal): "refused: \(refusal.sentence)"
        case .silence: "silence"
        case .unanswered: "unanswered"
        case .restricted: "restricted"
        case .exercised(let right, let due): "exercised \(right.rawValue) until \(due.text)"
        case .answered(let right): "answered \(right.rawValue)"
        case .deferred(let message, let until, let reason):
            "deferred \(message.messageClass.name) until \(until.text): \(reason.rawValue)"
        case .operated(let name): "done \(name)"
        }
    }
}

extension String {
    var flattened: String { replacing("\n", with: " ") }
}
