import Consent
import FlowInterpreter

extension Turn {
    /// Who acted, as a class.
    var actor: String {
        switch self {
        case .message, .setLocale: Actor.contact.rawValue
        case .time: Actor.engine.rawValue
        case .operation(_, let actor): actor.rawValue
        case .request: Actor.operator.rawValue
        case .signal: Actor.provider.rawValue
        }
    }
}

extension InboundMessage.Content {
    var input: Input {
        switch self {
        case .text(let text): .text(text)
        case .button(let id, _):
            // An id that is not of our making answers nothing.
            OutboundMessage.Button.parts(of: id)
                .map { .button($0.choice, wait: $0.wait) } ?? .unreadable
        case .unreadable, .caption, .reaction: .unreadable
        }
    }

    /// What the engine looks for commands in.
    var commandContent: CommandContent {
        switch self {
        case .text(let text): .text(text)
        case .button(let id, let title):
            // A title is what the contact read; an id is only worth reading if it is not ours.
            OutboundMessage.Button.parts(of: id) == nil
                ? .choice(payload: id, title: title) : .text(title)
        case .caption(let text, _): .caption(text)
        case .reaction(let sign): .reaction(sign)
        case .unreadable: .text("")
        }
    }

    var kindName: String {
        switch self {
        case .text: "text"
        case .button: "button"
        case .unreadable: "unreadable"
        case .caption: "caption"
        case .reaction: "reaction"
        }
    }

    /// What the log commits to, so that a disputed message can be proved by whoever shows it.
    var committed: [UInt8] {
        switch self {
        case .text(let text): [UInt8](text.utf8)
        case .button(let id, let title): [UInt8]("\(id)\u{0}\(title)".utf8)
        case .unreadable(let kind): [UInt8](kind.utf8)
        case .caption(let text, let kind): [UInt8]("\(kind)\u{0}\(text)".utf8)
        case .reaction(let sign): [UInt8](sign.utf8)
        }
    }
}

extension MessageClass {
    var purpose: PurposeID? {
        if case .purpose(let purpose) = self { purpose } else { nil }
    }
}

extension ConsentChange {
    /// Why the engine itself made this change.
    var engineCause: String {
        switch act {
        case .withdraw: "opt-out"
        case .expire: "expired"
        case .request, .confirm, .decline, .lapse, .invalidate, .revoke, .merge: act.rawValue
        }
    }
}

extension CommandStart {
    init(_ kind: CommandKind, _ decision: CommandDecision) {
        self.init(name: kind.rawValue, certainty: decision.certainty.rawValue)
    }
}

extension TurnRefusal {
    /// The limit's name, for the audit log.
    var code: String {
        switch self {
        case .run(.tooManySteps): "steps-per-turn"
        case .run(.tooManyMessages): "messages-per-turn"
        case .run(.callTooDeep): "call-depth"
        case .run(.numberTooLarge): "number-too-large"
        case .run(.foreignSession): "foreign-session"
        case .unrenderable: "unrenderable-text"
        }
    }
}

extension Session {
    /// What ends with a conversation that is given up at once: its flows and their timers.
    func abandoned(because cause: Cause) -> [Effect] {
        frames.reversed().flatMap { frame -> [Effect] in
            var effects: [Effect] = []
            if !frame.deadlines.isEmpty {
                effects.append(
                    .timersCancelled(frame.flow, frame.heldStep ?? frame.step, frame.deadlines)
                )
            }
            effects.append(.ended(frame.flow, outcome: nil, cause: cause))
            return effects
        }
    }
}
