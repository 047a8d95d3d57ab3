import Clocks
package import FlowProgram

/// What changes when one edition of a workspace takes the place of another: for conversations that
/// are going on (V13), and for what people agreed to (V14).
///
/// By the rules that the engine follows: a conversation goes on in the new edition if nothing it
/// waits for has changed, and stays with the old one otherwise, whose sources the store keeps.
/// Staying is safe; findings are where going on or staying is not.
package struct ProgramChange: Sendable {
    package let old: Program
    package let new: Program
    package let live: [LiveWait: Int]?
    /// Places of the old edition at which conversations are taken over.
    package let goingOn: [WaitingPlace]
    /// Places at which they stay with the old edition.
    package let staying: [WaitingPlace]
    /// In the order of the properties; within one, as the old edition has them.
    package let findings: [ChangeFinding]
    private let shownAgain: [WaitingPlace]

    /// `live` are the conversations of `old` that are going on, if somebody has counted them.
    package init(from old: Program, to new: Program, live: [LiveWait: Int]? = nil) {
        self.old = old
        self.new = new
        self.live = live
        let pair = EditionPair(old: old, new: new, live: LiveCounts(waits: live))
        let waits = Wait.all(from: old, to: new)
        goingOn = waits.filter { $0.new != nil }.map(\.place)
        staying = waits.filter { $0.new == nil }.map(\.place)
        let questions = LiveQuestions(pair, waits)
        shownAgain = questions.shownAgain
        findings =
            questions.findings + LiveSettings(pair: pair, waits: waits).findings
            + ChangedTerms(pair).findings + ChangedQuestions(pair).findings
    }

    package var holds: Bool { findings.isEmpty }

    package func findings(of property: PropertyID) -> [ChangeFinding] {
        findings.filter { $0.property == property }
    }

    /// What becomes of conversations, a line each.
    package var summary: [String] {
        guard old != new else { return ["both editions are the same"] }
        var lines = [places(goingOn, "goes", "go", "on in the new edition")]
        if !staying.isEmpty {
            lines.append(
                places(staying, "stays", "stay", "with the old edition") + names(of: staying)
                    + "; a conversation there goes over at the first place that is the same in "
                    + "both, or ends, \(old.sessionIdle.text) after its last turn at the latest"
            )
        }
        if !shownAgain.isEmpty {
            lines.append(
                places(shownAgain, "shows", "show", "the new notice before a yes counts")
                    + names(of: shownAgain)
            )
        }
        if let counted { lines.append(counted) }
        return lines
    }

    private static let namesShown = 5

    private func places(
        _ places: [WaitingPlace],
        _ singular: String,
        _ plural: String,
        _ rest: String
    ) -> String {
        let verb = places.count == 1 ? singular : plural
        return "\(Counted.text(places.count, "waiting place")) \(verb) \(rest)"
    }

    private func names(of places: [WaitingPlace]) -> String {
        let names = places.prefix(Self.namesShown).map { "`\($0.text)`" }
        let more = places.count > Self.namesShown ? ["\(places.count - Self.namesShown) more"] : []
        return " (\(Counted.list(names + more)))"
    }

    private var counted: String? {
        let counts = LiveCounts(waits: live)
        guard let all = counts.count(.all), let moving = counts.count(.goingOn) else { return nil }
        let resting = all - moving
        let (goes, stays) = (moving == 1 ? "goes" : "go", resting == 1 ? "stays" : "stay")
        return "of \(Counted.text(all, "conversation")), \(moving) \(goes) on in the new edition "
            + "and \(resting) \(stays) with the old one"
    }
}
