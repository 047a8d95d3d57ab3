import Clocks
import Consent

/// What must hold of one act, in every situation there is.
enum ConsentLedgerRule: String, CaseIterable, Sendable {
    case onlyAConfirmThatEverythingSpeaksForGives
    case aRefusedActChangesNothingAndAChangeIsWhatItSays
    case onlyTheMovesOfTheVocabularyAreMade
    case aWithdrawalReachesEveryChannel
    case everyOtherActMovesOneConsent
    case fromWithdrawnOnlyARequestLeadsOn
    case aWithdrawalIsRememberedUntilConsentIsGiven
    case aRefusalForbidsTheControllerToAskAndTheContactNothing
    case aSecondRequestNeverMovesTheWindow
    case aNoCoolsOnEveryChannelForAsLongAsThePurposeSays

    typealias Situation = ConsentLedgerSituation
    typealias Result = Swift.Result<[ConsentChange], RefusedAct>

    /// One act in one situation, with what came of it.
    struct Outcome {
        let situation: Situation
        let before: ConsentLedger
        let act: ConsentAct
        let after: ConsentLedger
        let result: Result

        var changes: [ConsentChange] {
            switch result {
            case .success(let changes): changes
            case .failure: []
            }
        }

        var refusal: ActRefusal? {
            switch result {
            case .success: nil
            case .failure(let refused): refused.reason
            }
        }
    }

    /// For each rule, the first few acts and situations that break it.
    static let breaches: [ConsentLedgerRule: [String]] = {
        var found: [ConsentLedgerRule: [String]] = [:]
        for situation in Situation.all {
            let before = situation.ledger
            for act in ConsentAct.allCases {
                var after = before
                let result = after.perform(act, for: situation.purpose, in: situation.context)
                let outcome = Outcome(
                    situation: situation,
                    before: before,
                    act: act,
                    after: after,
                    result: result
                )
                for rule in allCases
                where !rule.holds(outcome) && found[rule, default: []].count < 5 {
                    found[rule, default: []].append("\(act) in \(situation): \(result)")
                }
            }
        }
        return found
    }()

    func holds(_ outcome: Outcome) -> Bool {
        switch self {
        case .onlyAConfirmThatEverythingSpeaksForGives: Self.givesRightly(outcome)
        case .aRefusedActChangesNothingAndAChangeIsWhatItSays: Self.saysWhatChanged(outcome)
        case .onlyTheMovesOfTheVocabularyAreMade: Self.movesLegally(outcome)
        case .aWithdrawalReachesEveryChannel: Self.withdrawsEverywhere(outcome)
        case .everyOtherActMovesOneConsent: Self.movesOne(outcome)
        case .fromWithdrawnOnlyARequestLeadsOn: Self.staysWithdrawn(outcome)
        case .aWithdrawalIsRememberedUntilConsentIsGiven: Self.remembersWithdrawal(outcome)
        case .aRefusalForbidsTheControllerToAskAndTheContactNothing: Self.cools(outcome)
        case .aSecondRequestNeverMovesTheWindow: Self.keepsTheWindow(outcome)
        case .aNoCoolsOnEveryChannelForAsLongAsThePurposeSays: Self.coolsLongEnough(outcome)
        }
    }

    private static func givesRightly(_ outcome: Outcome) -> Bool {
        let situation = outcome.situation
        let here = outcome.after.state(of: Situation.key)
        let there = outcome.after.state(of: Situation.otherKey)
        let wasValid = situation.state.isValid
        guard situation.place == .here else {
            // A yes for one channel never counts for another.
            return !here.isValid && there.isValid == (wasValid && outcome.act != .withdraw)
        }
        if wasValid {
            let endings: [ConsentAct] = [.decline, .withdraw, .expire, .invalidate, .revoke]
            return here.isValid != endings.contains(outcome.act)
        }
        let isOwn = situation.requestedBy == .contact
        let mayCount =
            outcome.act == .confirm && situation.state == .requested && situation.isLaterTurn
            && situation.window != .closed && situation.shown == .earlier
            && [.button, .exactWord].contains(situation.certainty)
            && [.noGate, .justOldEnough].contains(situation.age)
            && (isOwn || (situation.optIn == .single && !situation.wasWithdrawn))
        return here.isValid == mayCount && !there.isValid
    }

    private static func saysWhatChanged(_ outcome: Outcome) -> Bool {
        switch outcome.result {
        case .failure(let refused):
            return outcome.after == outcome.before && refused.act == outcome.act
                && refused.purpose == Situation.id
        case .success(let changes):
            let moved = Set(outcome.before.keys).union(outcome.after.keys).filter {
                outcome.before.records[$0] != outcome.after.records[$0]
            }
            return !changes.isEmpty && moved == Set(changes.map(\.key))
                && changes.count == moved.count
                && changes.allSatisfy { change in
                    change.from == outcome.before.state(of: change.key)
                        && change.to == outcome.after.state(of: change.key)
                        && outcome.after.records[change.key]?.since == Situation.now
                        && (change.notice != nil) == change.to.isValid
                }
        }
    }

    /// The moves that stand in the documentation of `ConsentState`.
    private static func legalMoves(from state: ConsentState) -> [ConsentState] {
        switch state {
        case .unknown: [.requested, .refused, .withdrawn]
        case .requested: [.requested, .given, .renewed, .refused, .deferred, .withdrawn]
        case .deferred, .refused, .expired, .invalidated, .revoked:
            [.requested, .refused, .withdrawn]
        case .given, .renewed: [.expired, .invalidated, .revoked, .withdrawn]
        case .withdrawn: [.requested]
        }
    }

    private static func movesLegally(_ outcome: Outcome) -> Bool {
        outcome.changes.allSatisfy { legalMoves(from: $0.from).contains($0.to) }
    }

    private static func withdrawsEverywhere(_ outcome: Outcome) -> Bool {
        guard outcome.act == .withdraw else { return true }
        return !outcome.after.records.isEmpty
            && outcome.after.records.values.allSatisfy { $0.state == .withdrawn }
            && (outcome.refusal == .nothingToDo) == (outcome.situation.state == .withdrawn)
    }

    private static func movesOne(_ outcome: Outcome) -> Bool {
        let isWithdrawal = outcome.changes.contains { $0.to == .withdrawn }
        guard !isWithdrawal else { return [.withdraw, .decline].contains(outcome.act) }
        return outcome.changes.allSatisfy { $0.key == Situation.key }
    }

    private static func staysWithdrawn(_ outcome: Outcome) -> Bool {
        guard outcome.situation.state == .withdrawn else { return true }
        let state = outcome.after.state(of: outcome.situation.recordKey)
        return state == .withdrawn || (state == .requested && outcome.act == .request)
    }

    private static func remembersWithdrawal(_ outcome: Outcome) -> Bool {
        outcome.after.records.allSatisfy { key, record in
            let before = outcome.before.records[key]?.wasWithdrawn ?? false
            return record.wasWithdrawn
                == (!record.state.isValid && (before || record.state == .withdrawn))
        }
    }

    private static func cools(_ outcome: Outcome) -> Bool {
        let situation = outcome.situation
        guard outcome.act == .request, !outcome.before.state(of: Situation.key).isValid else {
            return outcome.refusal != .coolingDown
        }
        let isForbidden =
            situation.origin == .controller && situation.cooling == .running
            && situation.state != .unknown
        return isForbidden == (outcome.refusal == .coolingDown)
    }

    private static func keepsTheWindow(_ outcome: Outcome) -> Bool {
        let situation = outcome.situation
        guard situation.state == .requested, situation.window != .closed,
            outcome.act == .request
        else { return true }
        let key = situation.recordKey
        let before = outcome.before.records[key]?.firstRequestedAt
        return outcome.after.records[key]?.firstRequestedAt == before
    }

    private static func coolsLongEnough(_ outcome: Outcome) -> Bool {
        guard outcome.act == .decline || outcome.act == .withdraw else { return true }
        let end = Situation.now.adding(outcome.situation.purpose.askAgainAfter)
        return outcome.changes.allSatisfy { change in
            outcome.after.records[change.key]?.coolsUntil == end
                && outcome.after.isCooling(change.purpose, at: Situation.now)
                && !outcome.after.isCooling(change.purpose, at: end)
        }
    }
}
