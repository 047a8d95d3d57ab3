import Clocks
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
        switch name {
        case "tap": self = try Self.tap(rest)
        case "wait": self = .act(.wait(try Self.need(Period(rest), "wait", "a time such as `20h`")))
        case "at":
            self = .act(
                .at(try Self.need(Timestamp(rest), "at", "a time such as `2026-03-01T09:00Z`"))
            )
        case "locale":
            self = .act(
                .locale(try Self.need(LocaleTag(rest), "locale", "a language tag such as `de`"))
            )
        case "as":
            self = .act(.contact(try Self.need(rest.isEmpty ? nil : rest, "as", "an address")))
        case "photo": self = .act(.photo)
        case "location": self = .act(.location)
        case "fork": self = .fork(rest.isEmpty ? nil : try Self.need(Int(rest), "fork", "a number"))
        case "save":
            self = .save(try Self.need(rest.isEmpty ? nil : rest, "save", "a file name"))
        default: self = try Self.plain(name)
        }
    }

    private static func plain(_ name: String) throws(Misunderstanding) -> REPLCommand {
        switch name {
        case "back": return .back
        case "why": return .why
        case "state": return .state
        case "slots": return .slots
        case "consent": return .consent
        case "timers": return .timers
        case "audit": return .audit
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
        return .act(.tap(try need(rest.isEmpty ? nil : rest, "tap", "a button's number or name")))
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

    /// Every command, in the order `/help` lists them.
    package static let all: [Entry] = [
        Entry(usage: "/tap N", does: "tap the button with that number, or name"),
        Entry(usage: "/wait 20h", does: "let time pass; reminders and deadlines happen on the way"),
        Entry(usage: "/at TIME", does: "let time pass until then (2026-03-01T09:00Z)"),
        Entry(usage: "/photo, /location", does: "send something a flow cannot read"),
        Entry(usage: "/locale TAG", does: "go on in another language"),
        Entry(usage: "/as CONTACT", does: "go on as another contact"),
        Entry(usage: "/why", does: "how the last reply was matched, and what did not match"),
        Entry(usage: "/state", does: "where the conversation stands"),
        Entry(usage: "/slots", does: "the values it holds"),
        Entry(usage: "/consent", does: "consent for each purpose, with its proof"),
        Entry(usage: "/timers", does: "what will happen by itself, and when"),
        Entry(usage: "/audit", does: "the audit log so far"),
        Entry(usage: "/back", does: "take the last action back"),
        Entry(usage: "/fork [N]", does: "try something else in a copy; /fork 1 returns"),
        Entry(usage: "/reload", does: "read the flows again; the conversation goes on if it can"),
        Entry(usage: "/save FILE", does: "write the conversation as a transcript test"),
        Entry(usage: "/help, /quit", does: "this list; the end"),
    ]

    /// The first words, for completion.
    package static let names: [String] = [
        "/as", "/at", "/audit", "/back", "/consent", "/fork", "/help", "/locale", "/location",
        "/photo", "/quit", "/reload", "/save", "/slots", "/state", "/tap", "/timers", "/wait",
        "/why",
    ]
}
