package import Clocks
package import Consent
package import Conversations
package import MessageCatalog

/// One thing a person does in a played conversation; one line of a transcript.
package enum ChatAction: Hashable, Sendable {
    case say(String)
    /// A tapped button, by the choice's name.
    case tap(String)
    case photo
    case location
    /// A photo with words beneath it.
    case caption(String)
    /// An emoji put on the last message.
    case react(String)
    /// The channel brings the last message once more.
    case resend
    case wait(Period)
    case at(Timestamp)
    case locale(LocaleTag)
    /// Goes on as another contact, by their address, after `CHANNEL:` on another channel.
    case contact(String)
    /// An operator does something to the contact.
    case operate(Office)
    /// The channel says something about the contact.
    case signal(Signal)
    /// The provider will refuse the next message it is given.
    case refuse(Refusal)

    /// What an operator can do.
    package enum Office: Hashable, Sendable {
        case exercise(Right)
        case lift
        case erase
        /// STOP for the contact, or for an address never seen.
        case suppress(String?)
        /// Another contact turned out to be the same person.
        case merge(String)
    }

    /// What a provider can report.
    package enum Signal: Hashable, Sendable {
        case stop
        /// Another address is the contact's as well.
        case link(String)
        /// The contact has a new address, and the old one will be somebody else's.
        case newNumber(String)
    }

    /// How a provider refuses a message.
    package struct Refusal: Hashable, Sendable {
        /// The provider's own code, such as `131026`.
        package let code: String
        /// What the code comes to; `nil` is what the channel's provider means by it.
        package let remedy: DispatchRemedy?
    }

    /// The action as a transcript writes it; a text of several lines takes several.
    package var lines: [String] {
        switch self {
        case .say(let text): ChatText.lines(text, first: "> ")
        case .tap(let name): ["tap \(name)"]
        case .photo: ["photo"]
        case .location: ["location"]
        case .wait(let period): ["wait \(period.text)"]
        case .at(let time): ["at \(time.text)"]
        case .locale(let tag): ["locale \(tag.text)"]
        case .contact(let address): ["contact \(address)"]
        case .caption(let text): ["caption \(text)"]
        case .react(let sign): ["react \(sign)"]
        case .resend: ["resend"]
        case .operate(let office): ["operator \(office.line)"]
        case .signal(let signal): ["provider \(signal.line)"]
        case .refuse(let refusal): ["deliver \(refusal.line)"]
        }
    }

    /// Reads one line; `nil` is a line that is no action.
    package init?(line: String) {
        if line == ">" || line.hasPrefix("> ") {
            self = .say(String(line.dropFirst(2)))
            return
        }
        // What comes of an action is indented; `  at …` is no action.
        guard line.first != " " else { return nil }
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        let rest = parts.count > 1 ? parts[1] : ""
        switch parts.first {
        case "tap" where !rest.isEmpty: self = .tap(rest)
        case "photo" where rest.isEmpty: self = .photo
        case "location" where rest.isEmpty: self = .location
        case "wait":
            guard let period = Period(rest) else { return nil }
            self = .wait(period)
        case "at":
            guard let time = Timestamp(rest) else { return nil }
            self = .at(time)
        case "locale":
            guard let tag = LocaleTag(rest) else { return nil }
            self = .locale(tag)
        case "contact" where !rest.isEmpty: self = .contact(rest)
        case "caption" where !rest.isEmpty: self = .caption(rest)
        case "react" where !rest.isEmpty: self = .react(rest)
        case "resend" where rest.isEmpty: self = .resend
        case "operator":
            guard let office = Office(line: rest) else { return nil }
            self = .operate(office)
        case "provider":
            guard let signal = Signal(line: rest) else { return nil }
            self = .signal(signal)
        case "deliver":
            guard let refusal = Refusal(line: rest) else { return nil }
            self = .refuse(refusal)
        default: return nil
        }
    }

    /// Whether the contact does something that comes as a message.
    var isMessage: Bool {
        switch self {
        case .say, .tap, .photo, .location, .caption, .react: true
        case .resend, .wait, .at, .locale, .contact, .operate, .signal, .refuse: false
        }
    }
}

extension ChatAction.Office {
    var line: String {
        switch self {
        case .exercise(let right): right.rawValue
        case .lift: "lift"
        case .erase: "erase"
        case .suppress(let address): "suppress\(address.map { " \($0)" } ?? "")"
        case .merge(let address): "merge \(address)"
        }
    }

    init?(line: String) {
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        let rest = parts.count > 1 ? parts[1] : nil
        switch (parts.first, rest) {
        case ("lift", nil): self = .lift
        case ("erase", nil): self = .erase
        case ("suppress", let address): self = .suppress(address)
        case ("merge", let address?): self = .merge(address)
        case (let name?, nil):
            guard let right = Right(rawValue: name) else { return nil }
            self = .exercise(right)
        default: return nil
        }
    }
}

extension ChatAction.Signal {
    var line: String {
        switch self {
        case .stop: "stop"
        case .link(let address): "same-as \(address)"
        case .newNumber(let address): "new-number \(address)"
        }
    }

    init?(line: String) {
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count > 1 ? parts[1] : nil) {
        case ("stop", nil): self = .stop
        case ("same-as", let address?): self = .link(address)
        case ("new-number", let address?): self = .newNumber(address)
        default: return nil
        }
    }
}

extension ChatAction.Refusal {
    var line: String { "fail \(code)\(remedy.map { " \($0.rawValue)" } ?? "")" }

    init?(line: String) {
        let parts = line.split(separator: " ").map(String.init)
        // A code is what a log may hold of it: anything else is cut down there.
        guard (2...3).contains(parts.count), parts[0] == "fail",
            DispatchFault(code: parts[1], remedy: .giveUp).code == parts[1]
        else { return nil }
        code = parts[1]
        guard parts.count == 3 else {
            remedy = nil
            return
        }
        guard let named = DispatchRemedy(rawValue: parts[2]) else { return nil }
        remedy = named
    }
}

/// How texts of several lines stand in a transcript: the first line after its mark, the others
/// after `| `.
enum ChatText {
    static func lines(_ text: String, first mark: String) -> [String] {
        let parts = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return parts.enumerated().map { place, part in
            place == 0 ? "\(mark)\(part)" : "| \(part)"
        }
    }
}
