import Clocks
import Consent
import FlowInterpreter
import FlowProgram

/// V13, at the questions: what a conversation that waits there would meet.
///
/// One that goes on answers by the new rules what the old edition asked; one that stays is asked by
/// the old edition for what the new one may not know any more.
struct LiveQuestions {
    private let pair: EditionPair
    private let oldArguments: CallArguments
    private let newArguments: CallArguments
    private let trial: ConfirmationTrial
    private let heldFlows: Set<FlowIndex>
    private(set) var findings: [ChangeFinding] = []
    /// Places at which a yes counts only after the new notice, which comes by itself.
    private(set) var shownAgain: [WaitingPlace] = []

    init(_ pair: EditionPair, _ waits: [Wait]) {
        self.pair = pair
        oldArguments = CallArguments(pair.old)
        newArguments = CallArguments(pair.new)
        trial = ConfirmationTrial(pair: pair, arguments: oldArguments)
        heldFlows = Wait.flowsHeld(by: waits, in: pair.old)
        for wait in waits {
            let step = pair.old[wait.old.flow][step: wait.old.step]
            let asks = ConsentAsk.all(at: step, of: wait.old.flow, oldArguments)
            for ask in asks { lookAt(ask, wait) }
            if let new = wait.new { compareWords(wait, new) }
        }
    }

    private mutating func lookAt(_ ask: ConsentAsk, _ wait: Wait) {
        for purpose in ask.purposes {
            guard let new = pair.new.declaredPurpose(purpose.id) else {
                addRemoved(purpose.id, wait)
                continue
            }
            guard ask.kind == .confirm else { continue }
            if let place = wait.new { judge(ask, purpose, new, wait, place) }
            if wait.new == nil || heldFlows.contains(wait.old.flow) {
                judgeStaying(purpose.purpose, new.purpose, wait)
            }
        }
    }

    // MARK: Conversations that stay

    private mutating func addRemoved(_ purpose: PurposeID, _ wait: Wait) {
        add(
            "`\(purpose)` is still asked for here in conversations that stay with the old edition, "
                + "and is declared no more: a yes leads to nothing",
            help: "declare `\(purpose)` for as long as they can go on "
                + "(\(pair.old.sessionIdle.text) after their last turn), even if no flow uses it",
            wait,
            .staying
        )
    }

    private mutating func judgeStaying(_ old: Purpose, _ new: Purpose, _ wait: Wait) {
        guard new.notice != old.notice, new.onNewNotice == .renew else { return }
        add(
            "conversations that stay with the old edition agree to `\(old.id)` here under "
                + "\(old.notice), and \(new.notice) ends that at once",
            help: "leave what this step accepts, its deadlines and its slots as they were, so that "
                + "they go on in the new edition; or let them end before it runs",
            wait,
            .staying
        )
    }

    // MARK: Conversations that go on

    private mutating func judge(
        _ ask: ConsentAsk,
        _ old: DeclaredPurpose,
        _ new: DeclaredPurpose,
        _ wait: Wait,
        _ place: Place
    ) {
        let step = pair.old[wait.old.flow][step: wait.old.step]
        guard let reason = trial.refusal(of: old, by: new, at: step) else { return }
        if reason == .noticeNotShown, showsAgain(ask, new, place) {
            if !shownAgain.contains(wait.place) { shownAgain.append(wait.place) }
            return
        }
        add(
            "a yes to `\(old.id)` that the old edition asked for here no longer counts: "
                + reason.sentence,
            help: Self.help(for: reason, old.purpose, new.purpose),
            wait,
            .goingOn
        )
    }

    /// Whether the question that comes again after a refused yes brings the notice with it.
    ///
    /// Only the last thing that a step says comes again.
    private func showsAgain(_ ask: ConsentAsk, _ new: DeclaredPurpose, _ place: Place) -> Bool {
        let step = pair.new[place.flow][step: place.step]
        guard let question = step.question, case .notice(let shown) = step.entry[question],
            (step.unclear?.times ?? Limits.unclearDefault) > 0
        else { return false }
        let asks = ConsentAsk.all(at: step, of: place.flow, newArguments).filter {
            $0.kind == .confirm && $0.canMean(new.id)
        }
        return !asks.isEmpty
            && asks.allSatisfy {
                newArguments.shows(shown, noticeOf: new, meant: $0.reference, in: place.flow)
            }
    }

    private static func help(for reason: ActRefusal, _ old: Purpose, _ new: Purpose) -> String {
        switch reason {
        case .noticeNotShown:
            "have the step that asks end in `notice: \(new.notice.name)`, and let `unclear` allow "
                + "one more answer: then the question comes again with the notice"
        case .windowClosed:
            "keep `confirm-within` at \(old.confirmWithin.text), or let these conversations end "
                + "before the new edition runs"
        case .notRequestedByContact:
            "keep `opt-in: \(old.optIn.rawValue)` until these conversations have ended"
        case .ageNotShown, .tooYoung:
            "keep `minimum-age` as it was until these conversations have ended, or have `unclear` "
                + "lead to the step that asks for the date of birth"
        case .coolingDown, .notRequested, .sameTurn, .inexactReply, .alreadyGiven, .nothingToDo:
            "let these conversations end before the new edition runs"
        }
    }

    private mutating func compareWords(_ wait: Wait, _ new: Place) {
        let (oldFlow, newFlow) = (pair.old[wait.old.flow], pair.new[new.flow])
        let meanings = ReplyMeanings.changed(
            at: oldFlow[step: wait.old.step],
            of: oldFlow,
            to: newFlow[step: new.step],
            of: newFlow,
            pair
        )
        guard let meanings else { return }
        add(
            "`\(meanings.word)` meant `\(meanings.before)` in \(meanings.tag) when this was asked, "
                + "and means `\(meanings.now)` now",
            help: "give the word to no other answer; or give the step another name, and "
                + "conversations that wait here stay with the words they were shown",
            wait,
            .goingOn
        )
    }

    private mutating func add(
        _ sentence: String,
        help: String,
        _ wait: Wait,
        _ which: LiveCounts.Which
    ) {
        findings.append(
            pair.finding(.safeForLiveSessions, sentence, help: help, at: wait.place, which)
        )
    }
}
