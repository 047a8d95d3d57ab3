package import Clocks

/// Everything known about one contact's consent, and the only way to change it.
///
/// A pure value: acts go in, moves or refusals come out. Only the moves that
/// `ConsentState` lists are possible.
package struct ConsentLedger: Hashable, Sendable {
    package private(set) var records: [PurposeID: ConsentRecord]
    package private(set) var shownNotices: [ShownNotice]
    /// When the contact last said STOP to everything; silence until a later confirmation.
    package private(set) var optedOutAt: Timestamp?
    /// A text was probably STOP, and the contact has not said yet: marketing waits.
    package var isOptOutPending: Bool

    /// One notice is kept for each name, so a contact cannot make this grow.
    package static let shownNoticeLimit = 64

    package init() {
        records = [:]
        shownNotices = []
        optedOutAt = nil
        isOptOutPending = false
    }

    package init(
        records: [PurposeID: ConsentRecord],
        shownNotices: [ShownNotice],
        optedOutAt: Timestamp?,
        isOptOutPending: Bool
    ) {
        self.records = records
        self.shownNotices = shownNotices
        self.optedOutAt = optedOutAt
        self.isOptOutPending = isOptOutPending
    }

    package func state(of purpose: PurposeID) -> ConsentState {
        records[purpose]?.state ?? .unknown
    }

    package var isOptedOut: Bool { optedOutAt != nil }

    /// Whether an open request waits for its confirmation.
    package var hasOpenRequest: Bool {
        records.values.contains { $0.state == .requested }
    }

    package func isCooling(_ purpose: PurposeID, at now: Timestamp) -> Bool {
        records[purpose]?.coolsUntil.map { now < $0 } ?? false
    }

    /// Purposes with a record, by name.
    package var purposes: [PurposeID] { records.keys.sorted() }

    /// The next instant at which consent ends by itself.
    package var nextExpiry: Timestamp? {
        records.values.filter { $0.state.isValid }.compactMap(\.expiresAt).min()
    }

    package mutating func recordShown(_ shown: ShownNotice) {
        shownNotices.removeAll { $0.notice.name == shown.notice.name }
        shownNotices.append(shown)
        if shownNotices.count > Self.shownNoticeLimit { shownNotices.removeFirst() }
    }
}

extension ConsentLedger {
    /// Performs `act` for `purpose`, or says why it changes nothing.
    package mutating func perform(
        _ act: ConsentAct,
        for purpose: Purpose,
        in context: ActContext
    ) -> Result<ConsentChange, RefusedAct> {
        let refusal: ActRefusal? =
            switch act {
            case .request: request(purpose, context)
            case .confirm: confirmationObstacle(purpose, context)
            case .decline, .withdraw, .lapse, .expire: nil
            }
        if let refusal { return .failure(RefusedAct(act, purpose.id, refusal)) }
        return switch act {
        case .request: openRequest(purpose, context)
        case .confirm: give(purpose, context)
        case .decline: refuse(purpose, context)
        case .withdraw: withdraw(purpose.id, purpose.askAgainAfter, context)
        case .lapse: move(purpose.id, act, from: [.requested], to: .deferred, context)
        case .expire: move(purpose.id, act, from: [.given, .renewed], to: .expired, context)
        }
    }

    /// STOP to everything: every purpose is withdrawn, and nothing leaves until a new confirmation.
    ///
    /// A purpose that was never asked for stays unknown, which denies just as well.
    // INVARIANT: withdrawal is monotone; nothing here or in a flow can stand in its way.
    package mutating func withdrawAll(
        _ purposes: [Purpose],
        in context: ActContext
    ) -> [ConsentChange] {
        optedOutAt = context.now
        isOptOutPending = false
        return self.purposes.compactMap { id in
            guard case .success(let change) = withdraw(id, law(of: id, in: purposes), context)
            else { return nil }
            return change
        }
    }

    /// Ends every consent whose time is over.
    package mutating func expire(
        _ purposes: [Purpose],
        in context: ActContext
    ) -> [ConsentChange] {
        guard let next = nextExpiry, next <= context.now else { return [] }
        return self.purposes.compactMap { id in
            guard let end = records[id]?.expiresAt, end <= context.now,
                case .success(let change) = move(
                    id,
                    .expire,
                    from: [.given, .renewed],
                    to: .expired,
                    context
                )
            else { return nil }
            return change
        }
    }

    /// The rest after a refusal; a purpose that is declared no more has the default.
    private func law(of id: PurposeID, in purposes: [Purpose]) -> Period {
        purposes.first { $0.id == id }?.askAgainAfter ?? Purpose.defaultAskAgainAfter
    }
}

/// An act that changed nothing, with the reason.
package struct RefusedAct: Error, Hashable, Sendable {
    package let act: ConsentAct
    package let purpose: PurposeID
    package let reason: ActRefusal

    package init(_ act: ConsentAct, _ purpose: PurposeID, _ reason: ActRefusal) {
        self.act = act
        self.purpose = purpose
        self.reason = reason
    }
}

extension ConsentLedger {
    private func request(_ purpose: Purpose, _ context: ActContext) -> ActRefusal? {
        if state(of: purpose.id).isValid { return .alreadyGiven }
        let mayInsist = context.origin == .contact
        return !mayInsist && isCooling(purpose.id, at: context.now) ? .coolingDown : nil
    }

    private func confirmationObstacle(
        _ purpose: Purpose,
        _ context: ActContext
    ) -> ActRefusal? {
        guard let record = records[purpose.id] else { return .notRequested }
        if record.state.isValid { return .alreadyGiven }
        guard record.state == .requested, let first = record.firstRequestedAt,
            let turn = record.requestTurn
        else { return .notRequested }
        if context.now > first.adding(purpose.confirmWithin) { return .windowClosed }
        if turn >= context.turn { return .sameTurn }
        if purpose.optIn == .double, record.requestedBy != .contact {
            return .notRequestedByContact
        }
        guard seenNotice(of: purpose, context) != nil else { return .noticeNotShown }
        return switch context.certainty {
        case .button, .exactWord: nil
        case .inexact, .noReply: .inexactReply
        }
    }

    private func seenNotice(of purpose: Purpose, _ context: ActContext) -> ShownNotice? {
        shownNotices.first { shown in
            shown.notice == purpose.notice && shown.locale == context.locale
                && shown.turn < context.turn
        }
    }

    private mutating func openRequest(
        _ purpose: Purpose,
        _ context: ActContext
    ) -> Result<ConsentChange, RefusedAct> {
        let before = state(of: purpose.id)
        var record = records[purpose.id] ?? ConsentRecord(state: .unknown, since: context.now)
        let isOpen = record.firstRequestedAt.map {
            context.now <= $0.adding(purpose.confirmWithin)
        }
        if before == .requested, isOpen == true {
            // The window runs from the first request; what a second one may add is that the
            // contact has now acted.
            guard record.requestedBy == .controller, context.origin == .contact else {
                return .failure(RefusedAct(.request, purpose.id, .nothingToDo))
            }
        } else {
            record.firstRequestedAt = context.now
            record.isRenewal = before == .withdrawn || before == .expired
        }
        record.state = .requested
        record.since = context.now
        record.requestTurn = context.turn
        record.requestedBy = context.origin
        record.expiresAt = nil
        records[purpose.id] = record
        return .success(change(purpose.id, .request, from: before, to: .requested))
    }

    private mutating func give(
        _ purpose: Purpose,
        _ context: ActContext
    ) -> Result<ConsentChange, RefusedAct> {
        let notice = seenNotice(of: purpose, context)
        let wasRenewal = records[purpose.id]?.isRenewal ?? false
        let before = state(of: purpose.id)
        var record = ConsentRecord(state: wasRenewal ? .renewed : .given, since: context.now)
        record.expiresAt = purpose.lapsesAfter.map { context.now.adding($0) }
        records[purpose.id] = record
        optedOutAt = nil
        isOptOutPending = false
        return .success(
            ConsentChange(
                purpose: purpose.id,
                from: before,
                to: record.state,
                act: .confirm,
                notice: notice
            )
        )
    }

    private mutating func refuse(
        _ purpose: Purpose,
        _ context: ActContext
    ) -> Result<ConsentChange, RefusedAct> {
        let before = state(of: purpose.id)
        switch before {
        case .given, .renewed: return withdraw(purpose.id, purpose.askAgainAfter, context)
        case .withdrawn: return .failure(RefusedAct(.decline, purpose.id, .nothingToDo))
        case .unknown, .requested, .deferred, .refused, .expired: break
        }
        var record = ConsentRecord(state: .refused, since: context.now)
        record.coolsUntil = context.now.adding(purpose.askAgainAfter)
        records[purpose.id] = record
        return .success(change(purpose.id, .decline, from: before, to: .refused))
    }

    private mutating func withdraw(
        _ purpose: PurposeID,
        _ rest: Period,
        _ context: ActContext
    ) -> Result<ConsentChange, RefusedAct> {
        let before = state(of: purpose)
        guard before != .withdrawn else {
            return .failure(RefusedAct(.withdraw, purpose, .nothingToDo))
        }
        var record = ConsentRecord(state: .withdrawn, since: context.now)
        record.coolsUntil = context.now.adding(rest)
        records[purpose] = record
        return .success(change(purpose, .withdraw, from: before, to: .withdrawn))
    }

    private mutating func move(
        _ purpose: PurposeID,
        _ act: ConsentAct,
        from allowed: [ConsentState],
        to state: ConsentState,
        _ context: ActContext
    ) -> Result<ConsentChange, RefusedAct> {
        let before = self.state(of: purpose)
        guard allowed.contains(before) else {
            return .failure(RefusedAct(act, purpose, .nothingToDo))
        }
        var record = ConsentRecord(state: state, since: context.now)
        record.coolsUntil = records[purpose]?.coolsUntil
        records[purpose] = record
        return .success(change(purpose, act, from: before, to: state))
    }

    private func change(
        _ purpose: PurposeID,
        _ act: ConsentAct,
        from: ConsentState,
        to: ConsentState
    ) -> ConsentChange {
        ConsentChange(purpose: purpose, from: from, to: to, act: act, notice: nil)
    }
}
