import Consent
import Conversations
import FlowInterpreter
import FlowProgram
import ModelChecker
import Simulator

/// Sees in a conversation what each property forbids, by means of its own.
///
/// Nothing here is shared with the checker: what it calls broken is judged by what the engine
/// reports and keeps.
struct Watcher {
    let program: Program
    private(set) var sightings: [Sighting] = []
    /// The action in which each purpose's open request was made.
    private var requests: [PurposeID: Int] = [:]
    /// The action in which each notice was first shown.
    private var notices: [NoticeVersion: Int] = [:]
    /// Photos in a row that were each answered in the same conversation.
    private var answeredPhotos = 0
    private let patience: PhotoSeries
    /// A drawn way may lead back by chance, however often.
    private let draws: Bool

    init(_ program: Program) {
        self.program = program
        patience = PhotoSeries(program)
        draws = program.flows.flatMap(\.steps).contains {
            if case .random = $0.exit { true } else { false }
        }
    }

    mutating func watch(_ episode: Episode) {
        for note in episode.notes { watch(note, in: episode) }
        watchStop(episode)
        watchOptOut(episode)
        watchActs(episode)
        watchQuestion(episode)
        watchPhotos(episode)
        guard episode.isErased || episode.after == nil else { return }
        requests = [:]
        notices = [:]
    }

    mutating func see(_ property: PropertyID, _ sentence: String, _ episode: Episode) {
        sightings.append(
            Sighting(property: property, sentence: sentence, action: episode.number)
        )
    }

    // MARK: Notes

    private mutating func watch(_ note: TurnNote, in episode: Episode) {
        switch note {
        case .withheld(.purpose(let purpose), let reason, let key) where isWant(reason):
            see(.sentOnlyWhenAgreed, "\(key) for \(purpose): \(reason.rawValue)", episode)
        case .withheld(_, .windowClosed, let key):
            see(.windowIsKept, "\(key) comes after the window", episode)
        case .consentRefused(let refused): watch(refused, in: episode)
        case .consent(let change): watch(change, in: episode)
        case .noticeShown(let notice):
            if notices[notice] == nil { notices[notice] = episode.number }
        case .refused(let refusal): see(.everyTurnEnds, refusal.sentence, episode)
        case .said, .withheld, .optedOut, .optedIn, .ended, .silence, .unanswered,
            .answeredByProvider, .restricted, .exercised, .answered, .deferred, .operated:
            break
        }
    }

    /// Whether a message lacks a consent.
    private func isWant(_ reason: SendGate.Reason) -> Bool {
        [
            .neverAsked, .notConfirmed, .refused, .expired, .invalidated, .revoked, .withdrawn,
            .undeclared, .optedOut,
        ].contains(reason)
    }

    private mutating func watch(_ refused: RefusedAct, in episode: Episode) {
        let reasons: [ActRefusal] = [
            .notRequested, .notRequestedByContact, .windowClosed, .sameTurn, .noticeNotShown,
            .ageNotShown,
        ]
        let sentence = "\(refused.act.rawValue) of \(refused.purpose): \(refused.reason.rawValue)"
        if refused.act == .confirm, reasons.contains(refused.reason) {
            see(.doubleMeansDouble, sentence, episode)
        }
        if refused.reason == .coolingDown { see(.refusalIsRespected, sentence, episode) }
    }

    private mutating func watch(_ change: ConsentChange, in episode: Episode) {
        let purpose = change.purpose
        if change.to.isValid, !change.from.isValid {
            let asked = requests[purpose] ?? episode.number
            let law = program.laws.first { $0.id == purpose }
            let shown = law.flatMap { notices[$0.notice] } ?? episode.number
            if !episode.isContact || asked >= episode.number || shown >= episode.number {
                see(.doubleMeansDouble, "\(purpose) is given without two acts", episode)
            }
            if change.from != .requested || change.act != .confirm {
                see(.withdrawalIsMonotone, "\(purpose) comes back unasked", episode)
            }
        }
        requests[purpose] = change.to == .requested ? episode.number : nil
    }
}

// What is seen of several turns in a row.
extension Watcher {
    private mutating func watchPhotos(_ episode: Episode) {
        let session = episode.before?.session?.id
        guard episode.action == .photo, episode.speaks, session != nil,
            episode.after?.session?.id == session
        else {
            answeredPhotos = 0
            return
        }
        answeredPhotos += 1
        if answeredPhotos == patience.length, !draws {
            see(.reasksAreBounded, "\(answeredPhotos) photos are answered in a row", episode)
        }
    }
}
