import Clocks
package import Consent
import Conversations
import MessageCatalog

/// A line typed at the prompt.
package enum REPLCommand: Hashable, Sendable {
    case act(ChatAction)
    /// A button by its number among those last shown.
    case tapNumber(Int)
    case back
    /// A copy of the conversation to try something else in, or a number to return to.
    case fork(Int?)
    case why, state, slots, consent, timers, audit, reload, help, quit
    /// What the contact would get who asks what is kept about them.
    case export
    /// The proof of consent to a purpose, or to each.
    case receipt(PurposeID?)
    /// What is deleted when.
    case retention
    case save(String)
    case nothing

    /// Why a line is no command.
    package struct Misunderstanding: Error, Hashable, Sendable {
        package let sentence: String
    }

    /// A word that begins with `/` is a command; anything else is said to the bot.
    ///
    /// `//` says `/`.
    package init(_ line: String) throws(Misunderstanding) {
        guard line.hasPrefix("/"), !line.hasPrefix("//") else {
            self =
                line.isEmpty
                ? .nothing : .act(.say(line.hasPrefix("//") ? String(line.dropFirst()) : line))
            return
        }
        let parts = line.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
        let name = parts.first ?? ""
        let rest = parts.count > 1 ? parts[1].trimmed : ""
        if let action = try Self.action(name, rest) {
            self = action
        } else {
            self = try Self.question(name, rest)
        }
    }

    /// What changes the conversation.
    private static func action(
        _ name: String,
        _ rest: String
    ) throws(Misunderstanding) -> REPLCommand? {
        switch name {
        case "tap": return try tap(rest)
        case "wait": return .act(.wait(try need(Period(rest), name, "a time such as `20h`")))
        case "at":
            return .act(.at(try need(Timestamp(rest), name, "a time such as `2026-03-01T09:00Z`")))
        case "locale":
            return .act(.locale(try need(LocaleTag(rest), name, "a language tag such as `de`")))
        case "as": return .act(.contact(try need(rest, name, "an address")))
        case "photo": return .act(.photo)
        case "location": return .act(.location)
        case "caption": return .act(.caption(try need(rest, name, "the words beneath a photo")))
        case "react": return .act(.react(try need(rest, name, "an emoji")))
        case "resend": return .act(.resend)
        case "operator":
            let office = ChatAction.Office(line: rest)
            return .act(.operate(try need(office, name, "one of: \(ChatAction.Office.usage)")))
        case "provider":
            let signal = ChatAction.Signal(line: rest)
            return .act(.signal(try need(signal, name, "one of: \(ChatAction.Signal.usage)")))
        case "deliver":
            let refusal = ChatAction.Refusal(line: rest)
            return .act(.refuse(try need(refusal, name, ChatAction.Refusal.usage)))
        default: return nil
        }
    }

    /// What looks at the conversation, or is about the prompt itself.
    private static func question(
        _ name: String,
        _ rest: String
    ) throws(Misunderstanding) -> REPLCommand {
        switch name {
        case "back": return .back
        case "fork": return .fork(rest.isEmpty ? nil : try need(Int(rest), name, "a number"))
        case "save": return .save(try need(rest, name, "a file name"))
        case "why": return .why
        case "state": return .state
        case "slots": return .slots
        case "consent": return .consent
        case "timers": return .timers
        case "audit": return .audit
        case "export": return .export
        case "receipt": return .receipt(rest.isEmpty ? nil : PurposeID(rest))
        case "retention": return .retention
        case "reload": return .reload
        case "help", "?": return .help
        case "quit", "exit", "q": return .quit
        default:
            throw Misunderstanding(
                sentence: "there is no command `/\(name)`; `/help` lists them all"
            )
        }
    }

    private static func tap(_ rest: String) throws(Misunderstanding) -> REPLCommand {
        if let number = Int(rest) { return .tapNumber(number) }
        return .act(.tap(try need(rest, "tap", "a button's number or name")))
    }

    private static func need(
        _ text: String,
        _ command: String,
        _ what: String
    ) throws(Misunderstanding) -> String {
        try need(text.isEmpty ? nil : text, command, what)
    }

    private static func need<Value>(
        _ value: Value?,
        _ command: String,
        _ what: String
    ) throws(Misunderstanding) -> Value {
        guard let value else {
            throw Misunderstanding(sentence: "`/\(command)` needs \(what)")
        }
        return value
    }
}

extension REPLCommand {
    package struct Entry: Hashable, Sendable {
        package let usage: String
        package let does: String
    }

    /// Commands of one kind, under their heading.
    package struct Group: Hashable, Sendable {
        package let heading: String
        package let entries: [Entry]
    }

    /// Every command, in the order `/help` lists them.
    package static let groups: [Group] = [
        Group(
            heading: "Type what the contact would write. What else can happen:",
            entries: [
                Entry(usage: "/tap N", does: "tap the button with that number, or name"),
                Entry(
                    usage: "/wait 20h",
                    does: "let time pass; reminders and deadlines happen on the way"
                ),
                Entry(usage: "/at TIME", does: "let time pass until then (2026-03-01T09:00Z)"),
                Entry(usage: "/photo, /location", does: "send something a flow cannot read"),
                Entry(usage: "/caption TEXT", does: "send a photo with words beneath it"),
                Entry(usage: "/react EMOJI", does: "put an emoji on the last message"),
                Entry(usage: "/resend", does: "the channel brings the last message once more"),
                Entry(usage: "/locale TAG", does: "go on in another language"),
                Entry(usage: "/as CONTACT", does: "go on as another contact"),
                Entry(usage: "/operator WHAT", does: ChatAction.Office.usage),
                Entry(usage: "/provider WHAT", does: ChatAction.Signal.usage),
                Entry(
                    usage: "/deliver fail CODE",
                    does: "the provider refuses the next message (131026, or CODE REMEDY)"
                ),
            ]
        ),
        Group(
            heading: "Looking, and the prompt itself:",
            entries: [
                Entry(
                    usage: "/why",
                    does: "how the last reply was matched, and what did not match"
                ),
                Entry(usage: "/state", does: "where the conversation stands"),
                Entry(usage: "/slots", does: "the values it holds"),
                Entry(usage: "/consent", does: "consent for each purpose, with its proof"),
                Entry(usage: "/receipt [PURPOSE]", does: "the proof of consent, as it is printed"),
                Entry(usage: "/export", does: "all that is kept about the contact (Art. 15)"),
                Entry(usage: "/retention", does: "what is deleted when, and why"),
                Entry(usage: "/timers", does: "what will happen by itself, and when"),
                Entry(usage: "/audit", does: "the audit log so far"),
                Entry(usage: "/back", does: "take the last action back"),
                Entry(usage: "/fork [N]", does: "try something else in a copy; /fork 1 returns"),
                Entry(
                    usage: "/reload",
                    does: "read the flows again; the conversation goes on if it can"
                ),
                Entry(usage: "/save FILE", does: "write the conversation as a transcript test"),
                Entry(usage: "/help, /quit", does: "this list; the end"),
            ]
        ),
    ]

    /// The first words, for completion.
    package static let names: [String] = [
        "/as", "/at", "/audit", "/back", "/caption", "/consent", "/deliver", "/export", "/fork",
        "/help",
        "/locale", "/location", "/operator", "/photo", "/provider", "/quit", "/react", "/receipt",
        "/reload", "/resend", "/retention", "/save", "/slots", "/state", "/tap", "/timers",
        "/wait", "/why",
    ]
}

extension ChatAction.Office {
    static let usage =
        "access, restriction, objection …, lift, erase, suppress [ADDRESS], merge ADDRESS"
}

extension ChatAction.Signal {
    static let usage = "stop, same-as ADDRESS, new-number ADDRESS"
}

extension ChatAction.Refusal {
    static let usage =
        "`fail` and a code, such as `fail 131026`; where the provider is not WhatsApp also what "
        + "the code comes to, such as `fail 30003 retry`"
}

extension REPLCommand {
    /// What a person's data are read for, by a command that reads them.
    var disclosure: Disclosure? {
        switch self {
        case .state, .slots, .consent, .timers, .retention: .shown
        case .export: .exported
        case .receipt: .receipt
        case .audit: .auditTrail
        case .act, .tapNumber, .back, .fork, .why, .reload, .help, .quit, .save, .nothing: nil
        }
    }
}
