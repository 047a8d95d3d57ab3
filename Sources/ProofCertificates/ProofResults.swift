package import ModelChecker

/// What was proven, and over how much.
package struct ProofResults: Hashable, Sendable {
    /// The largest limit a certificate may have: to verify it is to explore as far again.
    package static let largestLimit = 10_000_000
    /// The largest count of situations or turns that is read.
    package static let largestCount = 1_000_000_000_000

    /// Situations that were looked at through each lens at most.
    package let limit: Int
    /// In the order of their channels, then of their purposes.
    package let explorations: [CertifiedExploration]
    /// In the order of their names.
    package let properties: [CertifiedProperty]

    init(limit: Int, explorations: [CertifiedExploration], properties: [CertifiedProperty]) {
        self.limit = limit
        self.explorations = explorations
        self.properties = properties
    }

    /// What a report says, whether or not it is fit for a certificate.
    package init(_ report: ModelReport, limit: Int) {
        self.limit = limit
        explorations = report.parts.map { CertifiedExploration($0) }.sorted { $0.key < $1.key }
        properties = PropertyID.allCases.map { CertifiedProperty($0, in: report) }
            .sorted { $0.name < $1.name }
    }

    package var situations: Int { explorations.reduce(0) { $0 + $1.situations } }
    package var turns: Int { explorations.reduce(0) { $0 + $1.turns } }
}
