import Consent
import Conversations
import FlowInterpreter
import FlowProgram

/// V2: each consent is confirmed by an exact act, in a later turn than its request, after the
/// current notice was shown in the contact's language, within the window.
///
/// The ledger refuses every other confirmation; a flow that comes to one cannot get consent there.
struct DoubleMeansDouble: Property {
    static let id = PropertyID.doubleMeansDouble
    private let program: Program

    init(_ program: Program, _ lens: Lens) { self.program = program }

    func breaches(in turn: ExploredTurn) -> [Breach] {
        guard let outcome = turn.outcome else { return [] }
        return outcome.notes.compactMap { note in
            switch note {
            case .consentRefused(let refused) where refused.act == .confirm:
                guard let help = Self.help(for: refused.reason) else { return nil }
                return breach(
                    "the confirmation of \(refused.purpose) is refused: \(refused.reason.sentence)",
                    help,
                    turn,
                    .refused(.confirm, refused.purpose)
                )
            case .consent(let change) where change.to.isValid && !change.from.isValid:
                guard !isWellFounded(change, turn) else { return nil }
                return breach(
                    "\(change.purpose) becomes \(change.to.rawValue) without a request before",
                    "this is a defect of the engine: report it with this conversation",
                    turn,
                    .moved(change.act, change.purpose)
                )
            default: return nil
            }
        }
    }

    private func breach(
        _ sentence: String,
        _ help: String,
        _ turn: ExploredTurn,
        _ evidence: Evidence
    ) -> Breach {
        Breach(
            sentence,
            help: help,
            at: turn.before.place,
            in: turn.number,
            by: [turn.move],
            seenBy: evidence
        )
    }

    /// Holds a consent against what was known before the turn that gave it.
    private func isWellFounded(_ change: ConsentChange, _ turn: ExploredTurn) -> Bool {
        let ledger = turn.before.contact.ledger
        guard turn.move.isContact, let record = ledger.records[change.key],
            record.state == .requested,
            let law = program.laws.first(where: { $0.id == change.purpose })
        else { return false }
        let wasShown = ledger.shownNotices.contains {
            $0.notice == law.notice && $0.channel == change.key.channel
                && $0.locale == turn.before.contact.locale
        }
        return wasShown && (law.optIn != .double || record.requestedBy == .contact)
    }

    /// What to do about a refused confirmation; `nil` where only the contact is the reason.
    private static func help(for reason: ActRefusal) -> String? {
        switch reason {
        case .notRequested, .notRequestedByContact:
            "have the contact ask for it first (`request`); where it may have ended meanwhile, "
                + "look at `consent(…)` before you ask"
        case .windowClosed:
            "let every question on the way end before `confirm-within`, and put an open request "
                + "aside (`lapse`) where a flow ends without an answer"
        case .sameTurn: "ask for the second act in a step of its own"
        case .noticeNotShown: "show the notice with `notice:` in the step that asks"
        case .inexactReply: "confirm with a choice, not with a pattern"
        case .ageNotShown: "ask for the date of birth (`age: true`) before the confirmation"
        case .coolingDown, .tooYoung, .alreadyGiven, .nothingToDo: nil
        }
    }
}
