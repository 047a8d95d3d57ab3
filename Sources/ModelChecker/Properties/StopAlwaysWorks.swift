import Clocks
import Consent
import Conversations
import FlowInterpreter
import FlowProgram

/// V3: STOP, in each of its spellings, ends everything from every question, with one answer.
struct StopAlwaysWorks: Property {
    static let id = PropertyID.stopAlwaysWorks
    private let program: Program
    private let decider: TurnDecider
    /// The claims of running flows for which every spelling was tried already.
    private var tried: Set<[Int]> = []

    init(_ program: Program, _ lens: Lens) {
        self.program = program
        decider = TurnDecider(program: program)
    }

    mutating func breaches(in turn: ExploredTurn) -> [Breach] {
        shadowed(turn) + afterStop(turn) + emptyPromise(turn)
    }

    /// A confirmation of STOP where nothing was withdrawn, or one that something else said before
    /// it kept from being said.
    private func emptyPromise(_ turn: ExploredTurn) -> [Breach] {
        let notes = turn.outcome?.notes ?? []
        let isConfirmed = notes.contains { note in
            if case .said(let message) = note {
                message.messageClass == .optOutConfirmation
            } else {
                false
            }
        }
        let hasWithdrawn = notes.contains { note in
            if case .consent(let change) = note { change.act == .withdraw } else { false }
        }
        if isConfirmed, !hasWithdrawn, !turn.after.contact.ledger.isOptedOut {
            return [
                breach(
                    "STOP is confirmed, and nothing was withdrawn",
                    help: "withdraw on the way: `{ withdraw: all, then: … }`",
                    turn,
                    .notOptedOut
                )
            ]
        }
        return turn.withheld(program).filter { $0.reason == .alreadyConfirmed }.map { text in
            breach(
                "`\(text.key)` is not said any more: STOP is answered with one text",
                help: "let the flow of STOP say one text and end",
                turn,
                .withheld(key: text.key)
            )
        }
    }

    private func breach(
        _ sentence: String,
        help: String,
        _ turn: ExploredTurn,
        _ evidence: Evidence
    ) -> Breach {
        Breach(
            sentence,
            help: help,
            at: turn.before.place ?? turn.steps(program).last,
            in: turn.number,
            by: [turn.move],
            seenBy: evidence
        )
    }

    /// Spellings of STOP that a running flow takes for something else.
    private mutating func shadowed(_ turn: ExploredTurn) -> [Breach] {
        let frames = turn.before.contact.session?.frames ?? []
        let claiming = Set(frames.map(\.flow.value)).filter { !program.flows[$0].claims.isEmpty }
        guard !claiming.isEmpty, tried.insert(claiming.sorted()).inserted else { return [] }
        for text in CommandMatcher.stopTexts {
            let command = decider.command(in: .text(text), from: turn.before.contact)
            guard command.command != .stop || command.certainty != .definite else { continue }
            return [
                Breach(
                    "`\(text)` is not read as STOP while this flow runs",
                    help: "take it out of the flow's `claims`",
                    at: turn.before.place,
                    in: turn.number,
                    by: [.say(text)],
                    seenBy: .notOptedOut
                )
            ]
        }
        return []
    }

    private func afterStop(_ turn: ExploredTurn) -> [Breach] {
        guard turn.move == .command(CommandTexts.stop), let outcome = turn.outcome,
            !turn.before.contact.ledger.isOptedOut
        else { return [] }
        let after = turn.after.contact
        let said = outcome.notes.compactMap { note -> MessageClass? in
            if case .said(let message) = note { message.messageClass } else { nil }
        }
        let open = after.ledger.keys.filter { key in
            after.ledger.state(of: key).isValid && mustEnd(key, turn)
        }
        let found: (sentence: String, evidence: Evidence)? =
            if let key = open.first {
                ("\(key.purpose) is still agreed to after STOP", .notWithdrawn(key.purpose))
            } else if after.session != nil {
                ("a conversation goes on after STOP", .said)
            } else if said.count > 1 {
                ("STOP is answered \(said.count) times", .said)
            } else if said.contains(where: { $0 != .optOutConfirmation }) {
                ("STOP is answered with something else than its confirmation", .said)
            } else {
                nil
            }
        guard let found else { return [] }
        return [
            Breach(
                found.sentence,
                help: "let the flow of STOP say one text and end",
                at: turn.after.place ?? turn.before.place,
                in: turn.number,
                by: [turn.move],
                seenBy: found.evidence
            )
        ]
    }

    /// Whether a STOP reaches a consent; a policy may let it reach only what it answers.
    private func mustEnd(_ key: ConsentKey, _ turn: ExploredTurn) -> Bool {
        let before = turn.before.contact
        switch program.optOut.scope(on: turn.before.now.date) {
        case .all: return true
        case .answered:
            return before.writtenAbout.isEmpty || before.writtenAbout.contains(key.purpose)
        }
    }
}
