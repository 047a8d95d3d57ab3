import Consent
import FlowProgram
import MessageCatalog

/// Something in a new edition that must not meet what the old one left.
package struct ChangeFinding: Hashable, Sendable {
    package let property: PropertyID
    package let sentence: String
    /// What to do about it.
    package let help: String
    /// The flow it is about, if it is about one.
    package let flow: String?
    package let step: String?
    /// The file in the workspace; without a step, where the way out is.
    package let path: String
    package let line: Int?
    /// The step is in the old workspace only, and so are path and line.
    package let isInOldEdition: Bool
    /// How many conversations wait there; `nil` if nobody has counted, or none waits for it.
    package let live: Int?
}

/// Two editions of a workspace, and the conversations between them.
struct EditionPair {
    let old: Program
    let new: Program
    let live: LiveCounts

    /// Tags of the languages that both have, with their indices.
    var sharedLocales: [(tag: LocaleTag, old: LocaleIndex, new: LocaleIndex)] {
        old.locales.enumerated().compactMap { place, tag in
            new.locales.firstIndex(of: tag).map { (tag, LocaleIndex(place), LocaleIndex($0)) }
        }
    }

    /// A finding about a step.
    func finding(
        _ property: PropertyID,
        _ sentence: String,
        help: String,
        at place: WaitingPlace,
        _ which: LiveCounts.Which
    ) -> ChangeFinding {
        let now = new.step(at: place)
        return ChangeFinding(
            property: property,
            sentence: sentence,
            help: help,
            flow: place.flow,
            step: place.step,
            path: Self.path(of: place.flow),
            line: (now ?? old.step(at: place))?.line,
            isInOldEdition: now == nil,
            live: live.count(at: [place], which)
        )
    }

    /// A finding about the settings, or about a whole flow.
    func finding(
        _ property: PropertyID,
        _ sentence: String,
        help: String,
        flow: String? = nil,
        live: Int? = nil
    ) -> ChangeFinding {
        ChangeFinding(
            property: property,
            sentence: sentence,
            help: help,
            flow: flow,
            step: nil,
            path: flow.map(Self.path) ?? "parley.yaml",
            line: nil,
            isInOldEdition: false,
            live: live
        )
    }

    private static func path(of flow: String) -> String { "flows/\(flow).yaml" }
}

extension Program {
    /// The step of that name, if the flow and the step are there.
    func step(at place: WaitingPlace) -> Step? {
        guard let flow = flow(named: place.flow), let step = self[flow].step(named: place.step)
        else { return nil }
        return self[flow][step: step]
    }

    func declaredPurpose(_ id: PurposeID) -> DeclaredPurpose? {
        purposes.first { $0.id == id }
    }
}
