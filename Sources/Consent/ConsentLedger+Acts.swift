import Clocks

// The acts of a contact and of a flow.
extension ConsentLedger {
    /// Performs `act` for `purpose` on the channel it comes by, or says why it changes nothing.
    ///
    /// A withdrawal reaches every channel; every other act moves one consent.
    package mutating func perform(
        _ act: ConsentAct,
        for purpose: Purpose,
        in context: ActContext
    ) -> Result<[ConsentChange], RefusedAct> {
        let refusal: ActRefusal? =
            switch act {
            case .request: requestObstacle(purpose, context)
            case .confirm: confirmationObstacle(purpose, context)
            case .decline, .withdraw, .lapse, .expire, .invalidate, .revoke, .merge: nil
            }
        if let refusal { return .failure(RefusedAct(act, purpose.id, refusal)) }
        let key = ConsentKey(purpose.id, on: context.channel)
        let changes: [ConsentChange] =
            switch act {
            case .request: openRequest(purpose, key, context)
            case .confirm: [give(purpose, key, context)]
            case .decline: refuse(purpose, key, context)
            case .withdraw: withdraw([purpose.id], [purpose], in: context)
            case .lapse: move(key, act, from: [.requested], to: .deferred, at: context.now)
            case .expire:
                move(key, act, from: [.given, .renewed], to: .expired, at: context.now)
            case .invalidate:
                move(key, act, from: [.given, .renewed], to: .invalidated, at: context.now)
            case .revoke:
                move(key, act, from: [.given, .renewed], to: .revoked, at: context.now)
            // Two whole ledgers are merged, never one purpose.
            case .merge: []
            }
        return changes.isEmpty
            ? .failure(RefusedAct(act, purpose.id, .nothingToDo)) : .success(changes)
    }

    private func requestObstacle(_ purpose: Purpose, _ context: ActContext) -> ActRefusal? {
        if state(of: purpose.id, on: context.channel).isValid { return .alreadyGiven }
        let mayInsist = context.origin == .contact
        return !mayInsist && isCooling(purpose.id, at: context.now) ? .coolingDown : nil
    }

    // INVARIANT: double means double. Each line is a guard of its own.
    private func confirmationObstacle(
        _ purpose: Purpose,
        _ context: ActContext
    ) -> ActRefusal? {
        guard let record = records[ConsentKey(purpose.id, on: context.channel)] else {
            return .notRequested
        }
        if record.state.isValid { return .alreadyGiven }
        guard record.state == .requested, let first = record.firstRequestedAt,
            let turn = record.requestTurn
        else { return .notRequested }
        if context.now > first.adding(purpose.confirmWithin) { return .windowClosed }
        if turn >= context.turn { return .sameTurn }
        let needsOwnRequest =
            purpose.optIn == .double || isOptedOut || wasWithdrawn(purpose.id)
        if needsOwnRequest, record.requestedBy != .contact { return .notRequestedByContact }
        if seenNotice(of: purpose, context) == nil { return .noticeNotShown }
        if let obstacle = ageObstacle(purpose) { return obstacle }
        return switch context.certainty {
        case .button, .exactWord: nil
        case .inexact, .noReply: .inexactReply
        }
    }

    /// Whether the purpose was withdrawn, on any channel, and not given there since.
    private func wasWithdrawn(_ purpose: PurposeID) -> Bool {
        records.contains { key, record in key.purpose == purpose && record.wasWithdrawn }
    }

    private func seenNotice(of purpose: Purpose, _ context: ActContext) -> ShownNotice? {
        shownNotices.first { shown in
            shown.notice == purpose.notice && shown.locale == context.locale
                && shown.channel == context.channel && shown.turn < context.turn
        }
    }

    private mutating func openRequest(
        _ purpose: Purpose,
        _ key: ConsentKey,
        _ context: ActContext
    ) -> [ConsentChange] {
        let before = state(of: key)
        var record =
            records[key].map { $0.moved(to: .requested, at: context.now) }
            ?? ConsentRecord(state: .requested, since: context.now)
        let open = before == .requested ? records[key] : nil
        if let open, let first = open.firstRequestedAt,
            context.now <= first.adding(purpose.confirmWithin)
        {
            // The window runs from the first request; what a second one may add is that the
            // contact has now acted.
            guard open.requestedBy == .controller, context.origin == .contact else { return [] }
            record.firstRequestedAt = first
        } else {
            record.firstRequestedAt = context.now
        }
        record.requestTurn = context.turn
        record.requestedBy = context.origin
        records[key] = record
        return [ConsentChange(key: key, from: before, to: .requested, act: .request)]
    }

    private mutating func give(
        _ purpose: Purpose,
        _ key: ConsentKey,
        _ context: ActContext
    ) -> ConsentChange {
        let notice = seenNotice(of: purpose, context)
        let before = state(of: key)
        let isRenewal = records[key]?.wasGiven ?? false
        let state: ConsentState = isRenewal ? .renewed : .given
        var record =
            records[key]?.moved(to: state, at: context.now)
            ?? ConsentRecord(state: state, since: context.now)
        record.coolsUntil = nil
        record.expiresAt = purpose.lapsesAfter.map { context.now.adding($0) }
        record.notice = purpose.notice
        records[key] = record
        optedOutAt = nil
        isOptOutPending = false
        return ConsentChange(key: key, from: before, to: state, act: .confirm, notice: notice)
    }

    private mutating func refuse(
        _ purpose: Purpose,
        _ key: ConsentKey,
        _ context: ActContext
    ) -> [ConsentChange] {
        let before = state(of: key)
        switch before {
        // To say no to what one has is to withdraw it.
        case .given, .renewed: return withdraw([purpose.id], [purpose], in: context)
        case .withdrawn: return []
        case .unknown, .requested, .deferred, .refused, .expired, .invalidated, .revoked: break
        }
        var record =
            records[key]?.moved(to: .refused, at: context.now)
            ?? ConsentRecord(state: .refused, since: context.now)
        record.rest(until: context.now.adding(purpose.askAgainAfter))
        records[key] = record
        return [ConsentChange(key: key, from: before, to: .refused, act: .decline)]
    }

    mutating func move(
        _ key: ConsentKey,
        _ act: ConsentAct,
        from allowed: [ConsentState],
        to state: ConsentState,
        at now: Timestamp
    ) -> [ConsentChange] {
        guard let record = records[key], allowed.contains(record.state) else { return [] }
        records[key] = record.moved(to: state, at: now)
        return [ConsentChange(key: key, from: record.state, to: state, act: act)]
    }
}
