import Consent
import Conversations
import FlowProgram

/// V10: nothing is said by itself after the channel's window for free messages has closed, unless
/// a template says it.
struct WindowIsKept: Property {
    static let id = PropertyID.windowIsKept
    private let program: Program

    init(_ program: Program, _ lens: Lens) { self.program = program }

    func breaches(in turn: ExploredTurn) -> [Breach] {
        turn.withheld(program).compactMap { text in
            guard text.reason == .windowClosed else { return nil }
            return Breach(
                "`\(text.key)` is said after the window for free messages has closed",
                help: "shorten the wait, or name a template for `\(text.key)` on the channel",
                at: text.place,
                in: turn.number,
                by: [turn.move],
                seenBy: .withheld(key: text.key)
            )
        }
    }
}
