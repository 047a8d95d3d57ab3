package import Consent
import Conversations
package import FlowProgram

/// Proves of a program what must hold in every conversation, or shows a conversation in which it
/// does not.
///
/// Explicit states, nearest first, deterministic: the same program gives the same report on every
/// machine. Every turn is decided by `TurnDecider`, as in production. What is not looked at is said
/// in docs/proofs.md.
package struct ModelChecker: Sendable {
    package let program: Program
    /// Situations looked at through each lens before the exploration is cut off, which is reported.
    package let limit: Int
    private let matcher: CommandMatcher

    /// Enough for a flow of a thousand steps.
    package static let standardLimit = 200_000
    /// Findings kept of one property in one exploration; one is enough to fail.
    private static let findingsPerProperty = 5

    package init(
        program: Program,
        limit: Int = ModelChecker.standardLimit,
        matcher: CommandMatcher = .standard
    ) {
        self.program = program
        self.limit = limit
        self.matcher = matcher
    }

    /// The explorations a program needs; independent of one another.
    package var lenses: [Lens] { Lens.all(of: program) }

    /// Looks through every lens, one after the other.
    package func check() -> ModelReport {
        ModelReport(program: program, parts: lenses.map { check($0) })
    }

    /// Looks through one lens.
    package func check(_ lens: Lens) -> ModelReport.Part {
        var properties = Self.properties.map { $0.init(program, lens) }
        var breaches: [PropertyID: [Breach]] = [:]
        var explorer = Explorer(program, lens, matcher, limit: limit)
        explorer.explore { turn in
            for place in properties.indices {
                Self.keep(properties[place].breaches(in: turn), of: properties[place], &breaches)
            }
        }
        let exploration = explorer.exploration
        for property in properties {
            Self.keep(property.breaches(in: exploration), of: property, &breaches)
        }
        return ModelReport.Part(
            lens: lens,
            situations: exploration.situations.count,
            turns: exploration.turns,
            isCutOff: exploration.isCutOff,
            crowded: exploration.crowded,
            findings: Self.properties.flatMap { property in
                (breaches[property.id] ?? []).map { breach in
                    Violation(property.id, breach, exploration)
                }
            },
            states: consentStates(exploration)
        )
    }

    private static var properties: [any Property.Type] {
        [
            SentOnlyWhenAgreed.self, DoubleMeansDouble.self, StopAlwaysWorks.self,
            WithdrawalIsMonotone.self, NoDeadEnd.self, EveryTurnEnds.self, ReasksAreBounded.self,
            WindowIsKept.self, PersonalDataStays.self, WithdrawingIsAsEasy.self,
            PurposesAreApart.self, EveryQuestionHasANo.self, RefusalIsRespected.self,
            ConsentTextsNameTheirTerms.self,
        ]
    }

    /// Keeps what is new: the same sentence about the same step is one finding.
    private static func keep(
        _ more: [Breach],
        of property: some Property,
        _ breaches: inout [PropertyID: [Breach]]
    ) {
        guard !more.isEmpty else { return }
        let id = type(of: property).id
        var kept = breaches[id] ?? []
        for breach in more where kept.count < findingsPerProperty {
            let isKnown = kept.contains {
                $0.sentence == breach.sentence && $0.place == breach.place
            }
            if !isKnown { kept.append(breach) }
        }
        breaches[id] = kept
    }

    /// Which consent a contact may have at each step, for the picture of a flow.
    private func consentStates(_ exploration: Exploration) -> [Place: Set<ConsentState>] {
        let purposes = exploration.lens.purposes
        var states: [Place: Set<ConsentState>] = [:]
        for situation in exploration.situations {
            guard let place = situation.place else { continue }
            for purpose in purposes {
                let ledger = situation.contact.ledger
                states[place, default: []].insert(
                    ledger.state(of: purpose, on: exploration.lens.channel)
                )
            }
        }
        return states
    }
}
