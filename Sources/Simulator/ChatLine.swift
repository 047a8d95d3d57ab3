package import Clocks
package import Consent
package import ConversationRuntime
package import Conversations

/// One thing that came of an action, as a transcript shows it.
package enum ChatLine: Hashable, Sendable {
    case said(OutboundMessage)
    case note(TurnNote)
    /// What follows happened at this time, while the clock was being moved.
    case time(Timestamp)
    case duplicate
    /// The gate changed its mind between queueing and dispatch.
    case withheldAtDispatch(OutboundMessage, SendGate.Reason)
    case pinned(flow: String, step: String)
    case erased(ErasureReceipt)
    /// Nothing is stored about the address.
    case unknownContact
    case suppressed
    /// The provider did not take a message.
    case undelivered(OutboundMessage, code: String, Settlement)
    /// The provider took a message that it had refused before, or that waited behind such a one.
    case deliveredLater(OutboundMessage)
    /// The gate changed its mind about a message that waited for its next attempt.
    case withheldWaiting(reason: String)
    /// A message that was shown when it was queued left the queue unsent.
    case neverLeft(OutboundMessage)
    /// A code whose meaning is in no table for the channel's provider; nothing will be refused.
    case unknownCode(String)

    /// What the line of a turn begins with that changed nothing.
    static let refusalMark = "! turn refused: "

    /// The lines of a transcript.
    ///
    /// Whoever reads them sees everything that left and every change of consent.
    package var lines: [String] {
        switch self {
        case .said(let message): Self.lines(of: message)
        case .note(let note): Self.lines(of: note)
        case .time(let time): ["  at \(time.text)"]
        case .duplicate: ["  duplicate"]
        case .withheldAtDispatch(let message, let reason):
            ["x withheld at dispatch \(message.key): \(reason.rawValue)"]
        case .pinned(let flow, let step):
            ["  pinned to the earlier edition of \(flow) at \(step)"]
        case .erased(let receipt): Self.lines(of: receipt)
        case .unknownContact: ["  nothing is stored about this contact"]
        case .suppressed: ["  suppressed"]
        case .undelivered(let message, let code, let settlement):
            ["x not delivered \(message.key): \(code), \(Self.text(of: settlement))"]
        case .deliveredLater(let message): ["  delivered after all: \(message.key)"]
        case .withheldWaiting(let reason): ["x withheld at dispatch: \(reason)"]
        case .neverLeft(let message): ["x never left \(message.key)"]
        case .unknownCode(let code):
            [
                "! what `\(code)` comes to is not known here; name it, as in "
                    + "`deliver fail \(code) unreachable`"
            ]
        }
    }

    private static func lines(of message: OutboundMessage) -> [String] {
        ChatText.lines(message.body, first: "< ")
            + message.buttons.map { "  [\($0.choice)] \($0.title)" }
            + message.attachments.map { "  attached \($0.name)" }
    }

    private static func text(of settlement: Settlement) -> String {
        switch settlement {
        case .handedOver: "taken"
        case .postponed(let until, _): "again at \(until.text)"
        case .failed: "given up"
        case .dropped: "dropped"
        }
    }

    private static func lines(of receipt: ErasureReceipt) -> [String] {
        ["  erased: \(receipt.cause)\(receipt.isSuppressed ? ", the opt-out is kept" : "")"]
            + receipt.vendors.map { "  to be told: \($0)" }
    }

    private static func lines(of note: TurnNote) -> [String] {
        switch note {
        case .said(let message): lines(of: message)
        case .withheld(let messageClass, let reason, let key):
            ["x withheld \(messageClass.name) \(key): \(reason.rawValue)"]
        case .noticeShown(let notice): ["  notice \(notice)"]
        case .consent(let change):
            [
                "  consent \(change.purpose)\(change.act == .merge ? " (merged)" : ""): "
                    + "\(change.from.rawValue) → \(change.to.rawValue)"
            ]
        case .consentRefused(let refused):
            ["  \(refused.act.rawValue) of \(refused.purpose) refused: \(refused.reason.rawValue)"]
        case .optedOut: ["  opted out"]
        case .optedIn: ["  opted in again"]
        case .ended(let flow, let outcome, let cause):
            ["  ended \(flow): \(outcome ?? cause)"]
        case .refused(let refusal): ["\(refusalMark)\(refusal.sentence)"]
        case .silence: ["  silence"]
        case .unanswered: ["  unanswered"]
        case .answeredByProvider: ["  answered by the provider"]
        case .restricted: ["  restricted: no flow sees this"]
        case .exercised(let right, let due):
            ["  right to \(right.rawValue) exercised, to be answered by \(due.text)"]
        case .answered(let right): ["  right to \(right.rawValue) answered"]
        case .deferred(let message, let until, let reason):
            ["x deferred \(message.key) until \(until.text): \(reason.rawValue)"]
        case .operated(let name): ["  done: \(name)"]
        }
    }
}
