/// What a verification of a whole log found.
package struct VerificationReport: Hashable, Sendable {
    /// One more than the index of the last leaf seen.
    package let leaves: UInt64
    /// The tree of the leaves' own bytes; `nil` when one is missing, since there is no tree then.
    package let frontier: Frontier?
    /// Heads compared with the leaves.
    package let headsChecked: UInt64
    /// Heads that no tree of these leaves has; only the first of a run is a finding.
    package let headsFailed: UInt64
    /// In the order met, at most `AuditVerifier.longestList`.
    package let findings: [Finding]
    /// Findings past that number.
    package let findingsOmitted: UInt64
    /// Leaves dated before the leaf preceding them: a note, since a clock may be set back.
    package let timesWentBack: UInt64
    package let firstTimeWentBack: UInt64?

    package var isIntact: Bool { findings.isEmpty }

    /// `nil` when a leaf is missing.
    package var root: MerkleHash? { frontier?.root }

    /// The lowest index known to be wrong; `nil` when no leaf is.
    ///
    /// A head that failed counts from its first suspect, unless a leaf among its suspects was
    /// caught by itself. A gap in a contact's numbers points at the leaf after the fault and
    /// counts only when nothing better is known.
    package var firstWrongLeaf: UInt64? {
        var named: [UInt64] = []
        var suspects: [Range<UInt64>] = []
        var gaps: [UInt64] = []
        for finding in findings {
            switch finding {
            case .leafHashMismatch(let index), .malformedLeaf(let index, _),
                .missingIndex(let index, _), .repeatedIndex(let index):
                named.append(index)
            case .headRootMismatch(let size, let firstSuspect):
                suspects.append(firstSuspect..<size)
            case .truncated(let have, _):
                named.append(have)
            case .extraLeaves(_, let want):
                named.append(want)
            case .sequenceGap(_, let index, _, _):
                gaps.append(index)
            }
        }
        let unexplained = suspects.filter { range in
            !range.isEmpty && !named.contains(where: range.contains)
        }
        return (named + unexplained.map(\.lowerBound)).min() ?? gaps.min()
    }
}
