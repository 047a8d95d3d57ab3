/// A certificate held against the same proof, done again.
///
/// Another version of the checker may walk other ways: then only the verdicts are compared.
package struct ProofComparison: Sendable {
    /// Why the certificate is not right here; empty if it is.
    package let differences: [CertificateDifference]
    /// What another version adds, and the certificate never claimed.
    package let remarks: [CertificateDifference]
    /// Whether one and the same version counted both times.
    package let comparesCounts: Bool

    /// `results` is what came of proving again with the certificate's limit, by this `checker`;
    /// `isCutOff` says whether there was more than that limit let see.
    package init(
        _ statement: ProofStatement,
        with results: ProofResults,
        isCutOff: Bool,
        by checker: CheckerVersion
    ) {
        let certified = statement.results
        comparesCounts = statement.checker == checker
        let known = Set(results.properties.map(\.name))
        let claimed = Set(certified.properties.map(\.name))
        let uncertified = results.properties.filter { !claimed.contains($0.name) }
            .map { CertificateDifference.propertyUncertified($0) }
        let unknown = certified.properties.filter { !known.contains($0.name) }
            .map { CertificateDifference.propertyUnknown($0.name) }
        let verdicts = Self.verdicts(certified, results)
        let cutOff: [CertificateDifference] = isCutOff ? [.cutOff(limit: results.limit)] : []
        let counts = comparesCounts ? Self.counts(certified, results) : []
        differences = verdicts + unknown + cutOff + counts + (comparesCounts ? uncertified : [])
        remarks = comparesCounts ? [] : uncertified
    }

    private static func verdicts(
        _ certified: ProofResults,
        _ results: ProofResults
    ) -> [CertificateDifference] {
        certified.properties.compactMap { property in
            guard let here = results.properties.first(where: { $0.name == property.name }),
                here.verdict != property.verdict
            else { return nil }
            return .verdict(certified: property, here: here)
        }
    }

    private static func counts(
        _ certified: ProofResults,
        _ results: ProofResults
    ) -> [CertificateDifference] {
        let gone = certified.explorations.compactMap { exploration -> CertificateDifference? in
            guard let here = results.explorations.first(where: { $0.key == exploration.key })
            else { return .explorationGone(exploration) }
            return here == exploration ? nil : .counts(certified: exploration, here: here)
        }
        let keys = Set(certified.explorations.map(\.key))
        return gone
            + results.explorations.filter { !keys.contains($0.key) }.map { .explorationNew($0) }
    }
}
