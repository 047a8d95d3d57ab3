package import Clocks
package import ModelChecker

extension ProofStatement {
    /// Says what a report proves, if it proves everything.
    ///
    /// `limit` is the one the report was made with.
    package init(
        proving report: ModelReport,
        limit: Int,
        checker: CheckerVersion,
        time: Timestamp
    ) throws(CertificateRefusal) {
        let broken = PropertyID.ofOneProgram.filter { report.verdict(on: $0) == .broken }
        guard broken.isEmpty else { throw .broken(broken) }
        let cutOff = report.parts.filter(\.isCutOff).map { CertifiedExploration($0).title }
        guard cutOff.isEmpty else { throw .cutOff(cutOff, limit: limit) }
        let lenses = ModelChecker(program: report.program, limit: limit).lenses
        let missing = Set(lenses).subtracting(report.parts.map(\.lens)).count
        guard missing == 0 else { throw .incomplete(missing: missing) }
        guard limit <= ProofResults.largestLimit else {
            throw .limitTooLarge(largest: ProofResults.largestLimit)
        }
        self.init(
            checker: checker,
            time: time,
            program: CertifiedProgram(report.program),
            results: ProofResults(report, limit: limit)
        )
        do {
            // INVARIANT: what is signed can be read, whatever an author calls their notices.
            _ = try ProofStatement(text: text)
        } catch {
            throw .unwritable(error)
        }
    }
}
