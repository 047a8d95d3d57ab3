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
            let law = law(of: key.purpose, purposes)
            records[key] = records[key].map { $0.merged(with: theirs, law) } ?? theirs
        }
        // A withdrawal reaches every channel, so it does here.
        let withdrawn = records.filter { $0.value.state == .withdrawn }.map(\.key.purpose)
        _ = withdraw(Set(withdrawn).sorted(), purposes, in: context)
        if let theirs = other.optedOutAt { optedOutAt = max(optedOutAt ?? theirs, theirs) }
        if optedOutAt != nil { _ = withdraw(keys.map(\.purpose), purposes, in: context) }
        isOptOutPending = isOptOutPending || other.isOptOutPending
        // Of two ages that one person showed, the lower is believed.
        age = [age, other.age].compactMap(\.self).min { ($0.atLeast, $0.at) < ($1.atLeast, $1.at) }
        _ = endWhatIsTooYoung(purposes, at: context.now)
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
            records: records.compactMapValues(\.inheritance),
            optedOutAt: optedOutAt,
            isOptOutPending: isOptOutPending
        )
    }
}

extension ConsentRecord {
    /// The more restrictive of two records of one consent, with the stricter of every term.
    fileprivate func merged(with other: ConsentRecord, _ law: Purpose?) -> ConsentRecord {
        var result = other.state.restrictiveness > state.restrictiveness ? other : self
        result.coolsUntil = [coolsUntil, other.coolsUntil].compactMap(\.self).max()
        result.lastUsedAt = [lastUsedAt, other.lastUsedAt].compactMap(\.self).max()
        result.wasGiven = wasGiven || other.wasGiven
        result.wasWithdrawn = !result.state.isValid && (wasWithdrawn || other.wasWithdrawn)
        if state.isValid, other.state.isValid {
            result.expiresAt = [expiresAt, other.expiresAt].compactMap(\.self).min()
            // Given under two editions of the notice: the one that may have to be renewed counts.
            result.notice = [notice, other.notice].first { $0 != law?.notice } ?? notice
        }
        if state == .requested, other.state == .requested {
            let firsts = [firstRequestedAt, other.firstRequestedAt]
            result.firstRequestedAt = firsts.compactMap(\.self).min()
            result.requestTurn = [requestTurn, other.requestTurn].compactMap(\.self).max()
            let origins = [requestedBy, other.requestedBy]
            result.requestedBy = origins.contains(.controller) ? .controller : .contact
        }
        return result
    }

    /// What of a record is a no, or the rest after one.
    fileprivate var inheritance: ConsentRecord? {
        let isWithdrawn = state == .withdrawn || wasWithdrawn
        guard isWithdrawn || state == .refused || coolsUntil != nil else { return nil }
        var bare = ConsentRecord(state: isWithdrawn ? .withdrawn : .refused, since: since)
        bare.coolsUntil = coolsUntil
        return bare
    }
}
