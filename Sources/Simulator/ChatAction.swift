package import Clocks
package import MessageCatalog

/// One thing a person does in a played conversation; one line of a transcript.
package enum ChatAction: Hashable, Sendable {
    case say(String)
    /// A tapped button, by the choice's name.
    case tap(String)
    case photo
    case location
    case wait(Period)
    case at(Timestamp)
    case locale(LocaleTag)
    /// Goes on as another contact, by their address.
    case contact(String)

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
        default: return nil
        }
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
