import Clocks
import Consent
import FlowProgram
import MessageCatalog

/// Has the ledger judge a yes to a question of the old edition by the rules of the new one.
///
/// The ledger is the one that runs in production. The contact has done all that the old rules ask
/// for, and answers as late as the question lets them.
struct ConfirmationTrial {
    let pair: EditionPair
    let arguments: CallArguments

    /// Where the yes is said; channels do not differ in it.
    private static let channel = "trial"
    private static let start = Timestamp(milliseconds: 0)

    /// Why the new rules refuse a yes that the old ones take; `nil` if they take it too.
    func refusal(
        of old: DeclaredPurpose,
        by new: DeclaredPurpose,
        at step: Step
    ) -> ActRefusal? {
        // The first time a language or a way of asking shows it is enough.
        for tag in languages {
            for origin in origins(of: old) {
                let ledger = ledger(for: old.purpose, asked: origin, in: tag)
                let now = lateAnswer(to: step, old.purpose)
                guard refusal(of: old.purpose, ledger, pair.old, tag, now) == nil else { continue }
                if let reason = refusal(of: new.purpose, ledger, pair.new, tag, now) {
                    return reason
                }
            }
        }
        return nil
    }

    private func refusal(
        of law: Purpose,
        _ ledger: ConsentLedger,
        _ edition: Program,
        _ tag: LocaleTag,
        _ now: Timestamp
    ) -> ActRefusal? {
        var ledger = ledger
        let context = ActContext(
            now: now,
            turn: 3,
            channel: Self.channel,
            locale: edition[edition.locale(for: tag)].text,
            certainty: .button,
            origin: .contact
        )
        switch ledger.perform(.confirm, for: law, in: context) {
        case .success: return nil
        case .failure(let refused): return refused.reason
        }
    }

    /// Requested in the first turn, and the notice shown in the second.
    private func ledger(
        for law: Purpose,
        asked origin: RequestOrigin,
        in tag: LocaleTag
    ) -> ConsentLedger {
        var record = ConsentRecord(state: .requested, since: Self.start)
        record.firstRequestedAt = Self.start
        record.requestTurn = 1
        record.requestedBy = origin
        let shown = ShownNotice(
            notice: law.notice,
            locale: pair.old[pair.old.locale(for: tag)].text,
            channel: Self.channel,
            turn: 2,
            at: Self.start
        )
        return ConsentLedger(
            records: [ConsentKey(law.id, on: Self.channel): record],
            shownNotices: [shown],
            age: law.minimumAge.map { AgeProof(atLeast: $0, at: Self.start) }
        )
    }

    private func lateAnswer(to step: Step, _ law: Purpose) -> Timestamp {
        let windowEnd = Self.start.adding(law.confirmWithin)
        let deadline = step.deadlines.map { Self.start.adding($0.period) }.max()
        return min(deadline ?? windowEnd, windowEnd)
    }

    /// Languages that a contact may have been spoken to in, or may be now.
    private var languages: [LocaleTag] {
        pair.old.locales + pair.new.locales.filter { !pair.old.locales.contains($0) }
    }

    /// Who can have made the request that the yes answers.
    private func origins(of purpose: DeclaredPurpose) -> [RequestOrigin] {
        let isByStep = pair.old.flows.enumerated().contains { number, flow in
            flow.steps.flatMap(\.entry).contains { action in
                guard case .act(let act) = action, act.kind == .request,
                    let reference = act.purpose
                else { return false }
                return arguments.purposes(reference, in: FlowIndex(number)).contains {
                    $0.id == purpose.id
                }
            }
        }
        return isByStep ? [.contact, .controller] : [.contact]
    }
}
