package import Consent
package import FlowProgram

/// What became of the properties of one program.
package struct ModelReport: Sendable {
    /// What was seen through one lens.
    package struct Part: Sendable {
        package let lens: Lens
        package let situations: Int
        package let turns: Int
        /// There was more than the limit lets be looked at: what holds here holds of what was seen.
        package let isCutOff: Bool
        /// Where most of the situations are that were looked at.
        package let crowded: Place?
        package let findings: [Violation]
        package let states: [Place: Set<ConsentState>]
    }

    package let program: Program
    package let parts: [Part]

    package init(program: Program, parts: [Part]) {
        self.program = program
        self.parts = parts
    }

    package var situations: Int { parts.reduce(0) { $0 + $1.situations } }
    package var turns: Int { parts.reduce(0) { $0 + $1.turns } }
    package var isCutOff: Bool { parts.contains(where: \.isCutOff) }

    /// Each finding once, in the order of the properties: two lenses often see the same.
    package var findings: [Violation] {
        var seen: Set<[String]> = []
        return PropertyID.allCases.flatMap { property in
            parts.flatMap(\.findings).filter { $0.property == property }
        }.filter { finding in
            let place = finding.place.map { "\($0.flow.value).\($0.step.value)" } ?? ""
            return seen.insert([finding.property.rawValue, finding.sentence, place]).inserted
        }
    }

    package func findings(of property: PropertyID) -> [Violation] {
        findings.filter { $0.property == property }
    }

    /// What can be said of one property.
    package enum Verdict: String, Hashable, Sendable {
        case holds
        case broken
        /// There are more situations than were looked at.
        case undecided
    }

    package func verdict(on property: PropertyID) -> Verdict {
        if !findings(of: property).isEmpty { return .broken }
        return isCutOff && !property.isCompiled ? .undecided : .holds
    }

    package var holds: Bool { findings.isEmpty && !isCutOff }
}
