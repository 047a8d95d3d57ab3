import Clocks

// What the leaves so far are compared with: heads, stored checkpoints, and what was kept elsewhere.
extension AuditVerifier {
    /// Compares with every root that is reached, heads first.
    ///
    /// A root passed over by a jump of the index cannot be met any more than one after it.
    mutating func checkRoots() {
        while let head = roots.head(upTo: next) {
            let isMet = tree.has(head.root)
            if let finding = roots.note(head, isMet: isMet) { report(finding) }
        }
        while let checkpoint = roots.checkpoint(upTo: next) { check(checkpoint) }
        while let external = roots.externalCheckpoint(upTo: next) {
            let isMet = tree.has(external.root)
            if let finding = roots.note(external, isMet: isMet) { report(finding) }
            if isMet, let time = external.seenAt, lastSeen.map({ $0.time < time }) ?? true {
                lastSeen = (time, external.source)
            }
        }
    }

    private mutating func check(_ checkpoint: CheckpointFact) {
        let isSigned = checkSignatures(of: checkpoint)
        guard checkpoint.isReadable else { return }
        epochs.noteClosing(checkpoint.signers, size: checkpoint.size)
        let isMet = tree.has(checkpoint.root)
        if let finding = roots.note(checkpoint, isMet: isMet, isSigned: isSigned) {
            report(finding)
        }
    }

    /// Returns whether the key of its time signed it.
    private mutating func checkSignatures(of checkpoint: CheckpointFact) -> Bool {
        let size = checkpoint.size
        guard checkpoint.isReadable else {
            report(.unreadableCheckpoint(size: size))
            return false
        }
        guard !checkpoint.signers.isEmpty else {
            report(.unsignedCheckpoint(size: size))
            return false
        }
        epochs.noteSigners(checkpoint.signers)
        guard let verdict = epochs.verdict(on: checkpoint.signers, size: size) else {
            return false
        }
        for key in verdict.outside {
            report(.keyOutsideEpoch(size: size, key: LogKeyChange.digits(of: key)))
        }
        return verdict.isValid
    }

    /// What only the end of the log tells.
    mutating func checkEnd(_ frontier: Frontier?) {
        // Heads, frontier and checkpoints may each have been forgotten when the end was cut off.
        let want = max(roots.lastHeadSize, frontier?.size ?? 0)
        if next < want {
            report(.truncated(have: next, want: want))
        } else if next > roots.lastHeadSize {
            report(.extraLeaves(have: next, want: roots.lastHeadSize))
        }
        if let frontier { check(frontier) }
        if let size = roots.checkpointAhead {
            report(.checkpointAhead(have: next, want: size))
        }
        for external in roots.externalAhead {
            report(.rolledBack(have: next, want: external.size, source: external.source))
        }
        if epochs.isPinnedKeyMissing { report(.pinnedKeyMissing) }
    }

    /// What the next commit would append to; what a head tells already is not repeated.
    private mutating func check(_ frontier: Frontier) {
        let isOther: Bool
        if frontier.size < next {
            isOther = frontier.size != roots.lastHeadSize
        } else {
            isOther =
                frontier.size == next && roots.isCommitted(next) && !tree.matches(frontier)
        }
        if isOther { report(.frontierMismatch(size: frontier.size)) }
    }
}
