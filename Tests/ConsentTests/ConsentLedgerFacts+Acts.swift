import Clocks
import Consent

// What an act adds to the list of what has happened.
extension ConsentLedgerFacts {
    mutating func perform(_ act: ConsentAct, _ law: Purpose, _ context: ActContext) {
        let key = ConsentKey(law.id, on: context.channel)
        let isValid = state(key).isValid
        switch act {
        case .request: request(law, key, context)
        case .confirm:
            guard counts(law, key, context) else { return }
            let ends = law.lapsesAfter.map { context.now.adding($0) }
            add(.yes(ends: ends, notice: law.notice, isRenewal: wasGiven(key)), key)
            isPending = false
        case .decline:
            if isValid {
                withdraw(law.id, law, context)
            } else if state(key) != .withdrawn {
                add(.refused, key)
                add(.rest(until: context.now.adding(law.askAgainAfter)), key)
            }
        case .withdraw: withdraw(law.id, law, context)
        case .lapse: if state(key) == .requested { add(.over(.deferred), key) }
        case .expire: if isValid { add(.over(.expired), key) }
        case .invalidate: if isValid { add(.over(.invalidated), key) }
        case .revoke: if isValid { add(.over(.revoked), key) }
        case .merge: break
        }
    }

    private mutating func request(_ law: Purpose, _ key: ConsentKey, _ context: ActContext) {
        if state(key).isValid { return }
        if context.origin == .controller, isResting(law.id, at: context.now) { return }
        var start = context.now
        if case .asked(let first, _, let origin) = decisive(key),
            context.now <= first.adding(law.confirmWithin)
        {
            // Asking again is nothing new, unless the contact now asks for the first time.
            guard origin == .controller, context.origin == .contact else { return }
            start = first
        }
        add(.asked(first: start, turn: context.turn, by: context.origin), key)
    }

    /// Whether a confirmation is one.
    private func counts(_ law: Purpose, _ key: ConsentKey, _ context: ActContext) -> Bool {
        guard case .asked(let first, let turn, let origin) = decisive(key) else { return false }
        let isDue = context.now <= first.adding(law.confirmWithin) && turn < context.turn
        let mustBeOwn =
            law.optIn == .double || isStopped || keys(of: law.id).contains(where: isShadowed)
        let isOldEnough = law.minimumAge.map { (age?.atLeast ?? -1) >= $0 } ?? true
        return isDue && (origin == .contact || !mustBeOwn) && isOldEnough
            && wasShown(law.notice, context)
            && (context.certainty == .button || context.certainty == .exactWord)
    }

    /// A withdrawal reaches every channel there was a word on, or else the one it came by.
    mutating func withdraw(_ purpose: PurposeID, _ law: Purpose?, _ context: ActContext) {
        let known = keys(of: purpose)
        let rest = law?.askAgainAfter ?? Purpose.defaultAskAgainAfter
        for key in known.isEmpty ? [ConsentKey(purpose, on: context.channel)] : known
        where state(key) != .withdrawn {
            add(.withdrawn, key)
            add(.rest(until: context.now.adding(rest)), key)
        }
    }

    mutating func stop(_ laws: [Purpose], _ context: ActContext) {
        for purpose in Set(keys.map(\.purpose)).sorted() {
            withdraw(purpose, laws.first { $0.id == purpose }, context)
        }
        add(.stopped)
        isPending = false
    }

    mutating func sweep(_ laws: [Purpose], at now: Timestamp) {
        for key in keys where state(key).isValid {
            guard let law = laws.first(where: { $0.id == key.purpose }) else { continue }
            if !isInForce(key, law, at: now) { add(.over(.expired), key) }
        }
    }

    mutating func changeHands() {
        for key in keys where state(key).isValid || state(key) == .requested {
            add(.over(.invalidated), key)
        }
        add(.forgotten)
    }

    mutating func grow(to years: Int, _ laws: [Purpose], at now: Timestamp) {
        guard years >= 0 else { return }
        let passed = laws.compactMap(\.minimumAge).filter { $0 <= years }.max() ?? 0
        add(.aged(AgeProof(atLeast: passed, at: now)))
        endTooYoung(laws)
    }

    private mutating func endTooYoung(_ laws: [Purpose]) {
        guard let age else { return }
        for key in keys {
            let minimum = laws.first { $0.id == key.purpose }?.minimumAge ?? 0
            guard age.atLeast < minimum else { continue }
            if state(key).isValid { add(.over(.invalidated), key) }
            if state(key) == .requested { add(.over(.refused), key) }
        }
    }

    mutating func merge(
        _ other: ConsentLedgerFacts,
        _ laws: [Purpose],
        _ context: ActContext
    ) {
        let isStopped = self.isStopped || other.isStopped
        for key in other.keys { take(key, from: other, laws) }
        let withdrawn = Set(keys.filter { state($0) == .withdrawn || isStopped }.map(\.purpose))
        for purpose in withdrawn.sorted() {
            withdraw(purpose, laws.first { $0.id == purpose }, context)
        }
        if isStopped { add(.stopped) }
        isPending = isPending || other.isPending
        if let theirs = other.age, theirs.atLeast < age?.atLeast ?? .max { add(.aged(theirs)) }
        endTooYoung(laws)
    }

    /// The stricter of two consents, with the stricter of every term.
    private mutating func take(
        _ key: ConsentKey,
        from other: ConsentLedgerFacts,
        _ laws: [Purpose]
    ) {
        let rests = [rest(key), other.rest(key)].compactMap(\.self)
        let isShadowed = self.isShadowed(key) || other.isShadowed(key)
        let mine = Self.order.firstIndex(of: state(key)) ?? 0
        let theirs = Self.order.firstIndex(of: other.state(key)) ?? 0
        let wasGiven = other.wasGiven(key)
        switch (decisive(key), other.decisive(key)) {
        case (.asked(let first, let turn, let origin), .asked(let first2, let turn2, let origin2)):
            let by = origin == origin2 ? origin : .controller
            add(.asked(first: min(first, first2), turn: max(turn, turn2), by: by), key)
        case (.yes(let ends, let notice, let renewed), .yes(let ends2, let notice2, let renewed2)):
            let current = laws.first { $0.id == key.purpose }?.notice
            let end = [ends, ends2].compactMap(\.self).min()
            let older = notice == current ? notice2 : notice
            add(.yes(ends: end, notice: older, isRenewal: renewed && renewed2), key)
        case (_, let theirWord?): if theirs > mine { add(theirWord, key) }
        case (_, nil): break
        }
        if wasGiven { add(.onceGiven, key) }
        guard !state(key).isValid else { return }
        if let rest = rests.max() { add(.rest(until: rest), key) }
        if isShadowed { add(.shadow, key) }
    }

    /// What the owner of an old number brings to a new one.
    var inheritance: ConsentLedgerFacts {
        var result = ConsentLedgerFacts()
        for key in keys {
            let rest = rest(key)
            if isShadowed(key) {
                result.add(.withdrawn, key)
            } else if rest != nil || state(key) == .refused {
                result.add(.refused, key)
            } else {
                continue
            }
            if let rest { result.add(.rest(until: rest), key) }
        }
        if isStopped { result.add(.stopped) }
        result.isPending = isPending
        return result
    }
}
