import Clocks
import Conversations
import Simulator

/// One action of a conversation and what came of it.
struct Episode {
    /// From 1.
    let number: Int
    let action: ChatAction
    let lines: [ChatLine]
    /// What was kept about the contact; `nil` where nothing was.
    let before: ContactState?
    let after: ContactState?
    /// After it.
    let now: Timestamp

    /// Whether the contact did something.
    var isContact: Bool {
        switch action {
        case .say, .tap, .photo, .location, .caption, .react: true
        default: false
        }
    }

    var notes: [TurnNote] {
        lines.compactMap { if case .note(let note) = $0 { note } else { nil } }
    }

    /// Whether the contact heard something.
    var speaks: Bool { notes.contains { if case .said = $0 { true } else { false } } }

    var isErased: Bool {
        lines.contains { if case .erased = $0 { true } else { false } }
    }

    /// Whether more than one turn may have happened in it.
    var isComposed: Bool {
        lines.count { if case .time = $0 { true } else { false } } > 1
    }
}
