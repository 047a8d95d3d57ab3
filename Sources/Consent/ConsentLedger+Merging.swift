import Clocks

// What becomes of consent when contacts turn out to be one person, or a number changes hands.
extension ConsentLedger {
    /// Takes in another ledger of the same person: for each consent the more restrictive wins.
    ///
    /// - Returns: What changed here.
    // INVARIANT: withdrawal is monotone; no merge undoes one.
    package mutating func merge(
        _ other: ConsentLedger,
        _ purposes: [Purpose],
        in context: ActContext
    ) -> [ConsentChange] {
        let before = records
        for (key, theirs) in other.records {
            records[key] = records[key].map { $0.merged(with: theirs) } ?? theirs
        }
        // A withdrawal reaches every channel, so it does here.
        let withdrawn = records.filter { $0.value.state == .withdrawn }.map(\.key.purpose)
        _ = withdraw(Set(withdrawn).sorted(), purposes, in: context)
        if let theirs = other.optedOutAt { optedOutAt = max(optedOutAt ?? theirs, theirs) }
        if optedOutAt != nil { _ = withdraw(keys.map(\.purpose), purposes, in: context) }
        isOptOutPending = isOptOutPending || other.isOptOutPending
        // An age that one of the two has not shown was not shown.
        if let mine = age, let theirs = other.age, theirs.atLeast < mine.atLeast { age = theirs }
        return keys.compactMap { key in
            let old = before[key]?.state ?? .unknown
            let new = state(of: key)
            guard old != new else { return nil }
            return ConsentChange(key: key, from: old, to: new, act: .merge)
        }
    }

    /// What the owner of an old number brings to a new one: every no, and not a single yes.
    package var inheritance: ConsentLedger {
        ConsentLedger(
            records: records.compactMapValues { record in
                switch record.state {
                case .withdrawn, .refused: record
                case .unknown, .requested, .deferred, .given, .renewed, .expired, .invalidated,
                    .revoked:
                    nil
                }
            },
            optedOutAt: optedOutAt,
            isOptOutPending: isOptOutPending
        )
    }
}

extension ConsentRecord {
    /// The more restrictive of two records of one consent, with the stricter of every term.
    fileprivate func merged(with other: ConsentRecord) -> ConsentRecord {
        var result =
            other.state.restrictiveness > state.restrictiveness ? other : self
        result.coolsUntil = [coolsUntil, other.coolsUntil].compactMap(\.self).max()
        result.lastUsedAt = [lastUsedAt, other.lastUsedAt].compactMap(\.self).max()
        if result.state.isValid {
            result.expiresAt = [expiresAt, other.expiresAt].compactMap(\.self).min()
        }
        result.wasGiven = wasGiven || other.wasGiven
        result.wasWithdrawn = !result.state.isValid && (wasWithdrawn || other.wasWithdrawn)
        return result
    }
}
