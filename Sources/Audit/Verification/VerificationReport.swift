/// What a verification found, and how far the log is proven all the same.
package struct VerificationReport: Hashable, Sendable {
    /// The first leaf looked at; those before were trusted.
    package let from: UInt64
    /// One more than the index of the last leaf seen.
    package let leaves: UInt64
    /// The tree of the leaves' own bytes; `nil` when one is missing, since there is no tree then.
    package internal(set) var frontier: Frontier?

    /// Heads compared with the leaves.
    package internal(set) var headsChecked: UInt64 = 0
    /// Heads that no tree of these leaves has; only the first of a run is a finding.
    package internal(set) var headsFailed: UInt64 = 0
    /// Stored checkpoints compared with the leaves, and those no tree of these leaves has.
    package internal(set) var checkpointsChecked: UInt64 = 0
    package internal(set) var checkpointsFailed: UInt64 = 0
    /// Checkpoints kept elsewhere that were compared, and those that lie before the start.
    package internal(set) var externalChecked: UInt64 = 0
    package internal(set) var externalBeforeStart: UInt64 = 0

    // The three hold but for the leaves that findings name.
    /// The largest size whose root a head has, which anybody who can write the store can write.
    package internal(set) var committedUpTo: UInt64?
    /// The largest size whose root was signed by the key of its time.
    package internal(set) var provenUpTo: UInt64?
    /// The largest size whose root somebody kept elsewhere.
    package internal(set) var keptElsewhereUpTo: UInt64?

    /// The log key in force at the end, as its verifier-key text.
    package internal(set) var logKey: String?
    /// How often the log was declared to begin anew under another name, after it was rolled back
    /// or rewritten.
    package internal(set) var incarnations: UInt64 = 0
    /// What was compared with the store; `nil` when nothing was.
    package internal(set) var store: StoreComparison?

    /// Leaves dated before the leaf preceding them: a note, since a clock may be set back.
    package internal(set) var timesWentBack: UInt64 = 0
    package internal(set) var firstTimeWentBack: UInt64?
    private var list: FindingList

    init(from first: UInt64, leaves: UInt64, findings: FindingList) {
        from = first
        self.leaves = leaves
        list = findings
    }

    /// In the order met, at most `AuditVerifier.longestList`.
    package var findings: [Finding] { list.listed }
    /// Findings past that number.
    package var findingsOmitted: UInt64 { list.omitted }

    package var isIntact: Bool { findings.isEmpty }

    /// `nil` when a leaf is missing.
    package var root: MerkleHash? { frontier?.root }

    /// What was done, each kind once, in the order met.
    package var tamperings: [Tampering] {
        findings.reduce(into: []) { kinds, finding in
            if !kinds.contains(finding.kind) { kinds.append(finding.kind) }
        }
    }

    /// The lowest index known to be wrong; `nil` when no leaf is.
    ///
    /// A root that failed counts from its first suspect, unless a leaf among its suspects was
    /// caught by itself, or heads point more closely. A gap in a contact's numbers points at the
    /// leaf after the fault and counts only when nothing better is known.
    package var firstWrongLeaf: UInt64? {
        var named: [UInt64] = []
        var suspects: [Range<UInt64>] = []
        var signed: [Range<UInt64>] = []
        var gaps: [UInt64] = []
        for finding in findings {
            switch finding.place {
            case .leaf(let index): named.append(index)
            case .among(let range): suspects.append(range)
            case .amongSigned(let range): signed.append(range)
            case .before(let index): gaps.append(index)
            case .nowhere: break
            }
        }
        let byHeads = suspects.filter { !$0.isEmpty && !named.contains(where: $0.contains) }
            .map(\.lowerBound)
        let known = named + byHeads
        let bySignature = signed.filter { !$0.isEmpty && !known.contains(where: $0.contains) }
            .map(\.lowerBound)
        return (known + bySignature).min() ?? gaps.min()
    }

    mutating func add(_ more: FindingList) {
        list.add(more)
    }
}
