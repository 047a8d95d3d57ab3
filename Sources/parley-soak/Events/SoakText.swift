/// A text somebody writes; what it says is settled when it is sent.
enum SoakText: Hashable, Sendable {
    /// The title of a button of the last question, as it stands or shouted.
    case title(pick: Int, isShouted: Bool)
    /// A word that means a choice of the last question.
    case word(pick: Int)
    /// Nearly a title: one letter is missing.
    case slip(pick: Int)
    /// A title asked back, which is no answer.
    case question(pick: Int)
    case stop(pick: Int)
    case perhapsStop(pick: Int)
    case start(pick: Int)
    case help(pick: Int)
    case delete(pick: Int)
    case receipt(pick: Int)
    case yes(pick: Int)
    case no(pick: Int)
    case hello
    case chatter(pick: Int)
    case hostile(pick: Int)
    case empty

    var kind: String {
        switch self {
        case .title: "title"
        case .word: "word"
        case .slip: "slip"
        case .question: "question"
        case .stop: "stop"
        case .perhapsStop: "perhaps stop"
        case .start: "start"
        case .help: "help"
        case .delete: "delete"
        case .receipt: "receipt"
        case .yes: "yes"
        case .no: "no"
        case .hello: "hello"
        case .chatter: "chatter"
        case .hostile: "hostile"
        case .empty: "empty"
        }
    }

    static let kinds: Set<String> = [
        "title", "word", "slip", "question", "stop", "perhaps stop", "start", "help", "delete",
        "receipt", "yes", "no", "hello", "chatter", "hostile", "empty",
    ]

    /// Texts that nobody needs a conversation for; `nil` for those that answer a question.
    var spelling: String? {
        switch self {
        case .title, .word, .slip, .question: nil
        case .stop(let pick): Self.pick(KnownWords.stop, pick)
        case .perhapsStop(let pick): Self.pick(KnownWords.perhapsStop, pick)
        case .start(let pick): Self.pick(KnownWords.start, pick)
        case .help(let pick): Self.pick(KnownWords.help, pick)
        case .delete(let pick): Self.pick(KnownWords.delete, pick)
        case .receipt(let pick): Self.pick(KnownWords.receipt, pick)
        case .yes(let pick): Self.pick(KnownWords.yes, pick)
        case .no(let pick): Self.pick(["no", "No.", "nein", "NO"], pick)
        case .hello: "hello"
        case .chatter(let pick): Self.pick(Self.chatter, pick)
        case .hostile(let pick): Self.pick(Self.hostile, pick)
        case .empty: ""
        }
    }

    private static func pick(_ texts: [String], _ number: Int) -> String {
        texts[number % texts.count]
    }

    private static let chatter = [
        "what is this about?", "thanks", "agree to what", "maybe later", "12345", "tomorrow",
        "please do not stop", "my bus stop is closed", "ok", "I would rather not say",
    ]

    /// A megabyte of text, for limits; made once.
    private static let megabyte = String(repeating: "stop and go ", count: 87_382)

    private static let hostile = [
        "\u{202e}pots\u{202c}", "agree\u{0}", "\u{fffd}\u{fffd}agree", "a\u{300}\u{301}\u{302}gree",
        "{purpose} {controller}", "\"; DROP TABLE contact; --", "\u{2066}yes\u{2069}\u{200f}",
        String(repeating: "\u{1f6d1}", count: 300), "yes\u{200b}no", megabyte,
    ]
}

/// The literal texts the observer judges by: words whose meaning it knows without the engine.
enum KnownWords {
    /// Each of these ends everything, whatever is going on.
    static let stop = [
        "STOP", "stop", "Stop.", " stop ", "STOPALL", "unsubscribe", "UNSUBSCRIBE", "opt out",
        "stop!", "ＳＴＯＰ", "stopp", "abmelden", "ARRÊT", "stop please", "desuscribir",
    ]
    /// Each of these may be a STOP, and holds back what serves a purpose until that is known.
    static let perhapsStop = ["leave me alone", "go away", "not interested"]
    static let start = ["START", "start", "unstop", "Start."]
    static let help = ["HELP", "help", "Help."]
    static let delete = ["delete my data", "DELETE MY DATA"]
    static let receipt = ["receipt", "RECEIPT"]
    static let yes = ["yes", "YES", "Yes.", "ja"]
    enum Meaning: Hashable, Sendable {
        case stop, perhapsStop
        /// The contact asks for something that is answered also after a STOP.
        case asks
        case other
    }

    static func meaning(of text: String) -> Meaning {
        if stop.contains(text) { return .stop }
        if perhapsStop.contains(text) { return .perhapsStop }
        let asks = [start, help, delete, receipt, yes].contains { $0.contains(text) }
        return asks ? .asks : .other
    }

    /// The observer's own idea of equal texts: small letters and digits with single spaces between,
    /// without what cannot be seen.
    static func plain(_ text: String) -> String {
        guard text.utf8.count <= 512 else { return "" }
        let seen = text.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .format, .control: false
            default: true
            }
        }
        return String(String.UnicodeScalarView(seen)).lowercased()
            .split { !$0.isLetter && !$0.isNumber }
            .joined(separator: " ")
    }
}
