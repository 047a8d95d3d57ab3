package import Clocks

// How consent ends: by the contact, by time, by what is found out.
extension ConsentLedger {
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
        return withdraw(keys.map(\.purpose), purposes, in: context)
    }

    // LAW: Art. 7(3) GDPR: withdrawing is as easy as giving; one word on one channel is enough.
    /// Withdraws some purposes, on every channel.
    package mutating func withdraw(
        _ named: [PurposeID],
        _ purposes: [Purpose],
        in context: ActContext
    ) -> [ConsentChange] {
        let own = named.map { ConsentKey($0, on: context.channel) }
        let known = keys.filter { named.contains($0.purpose) }
        // Whoever withdraws what they were never asked for is heard all the same.
        let unheard = own.filter { key in !known.contains { $0.purpose == key.purpose } }
        return (known + unheard).compactMap { key in
            guard records[key]?.state != .withdrawn else { return nil }
            let before = state(of: key)
            var record =
                records[key]?.moved(to: .withdrawn, at: context.now)
                ?? ConsentRecord(state: .withdrawn, since: context.now)
            record.rest(until: context.now.adding(rest(after: key.purpose, purposes)))
            records[key] = record
            return ConsentChange(key: key, from: before, to: .withdrawn, act: .withdraw)
        }
    }

    /// Ends every consent whose time is over, or whose notice was replaced where that ends it.
    package mutating func expire(
        _ purposes: [Purpose],
        at now: Timestamp
    ) -> [ConsentChange] {
        guard hasExpired(purposes, at: now) else { return [] }
        return keys.flatMap { key -> [ConsentChange] in
            guard let record = records[key], isOver(record, law(of: key.purpose, purposes), now)
            else { return [] }
            return move(key, .expire, from: [.given, .renewed], to: .expired, at: now)
        }
    }

    private func hasExpired(_ purposes: [Purpose], at now: Timestamp) -> Bool {
        records.contains { key, record in isOver(record, law(of: key.purpose, purposes), now) }
    }

    /// Ends all that was agreed to, asked, shown or proved with an address that is somebody else's.
    ///
    /// Every no stays.
    package mutating func invalidateAll(at now: Timestamp) -> [ConsentChange] {
        shownNotices = []
        age = nil
        let open: [ConsentState] = [.requested, .given, .renewed]
        return keys.flatMap { move($0, .invalidate, from: open, to: .invalidated, at: now) }
    }

    /// The controller ends a purpose, on every channel.
    package mutating func revoke(_ purpose: PurposeID, at now: Timestamp) -> [ConsentChange] {
        keys.filter { $0.purpose == purpose }.flatMap {
            move($0, .revoke, from: [.given, .renewed], to: .revoked, at: now)
        }
    }

    func law(of id: PurposeID, _ purposes: [Purpose]) -> Purpose? {
        purposes.first { $0.id == id }
    }

    /// The rest after a refusal; a purpose that is declared no more has the default.
    private func rest(after id: PurposeID, _ purposes: [Purpose]) -> Period {
        law(of: id, purposes)?.askAgainAfter ?? Purpose.defaultAskAgainAfter
    }

    /// Whether a valid consent is due to end.
    func isOver(_ record: ConsentRecord, _ law: Purpose?, _ now: Timestamp) -> Bool {
        guard record.state.isValid else { return false }
        if let end = record.expiresAt, end <= now { return true }
        guard let law, law.onNewNotice == .renew, let notice = record.notice else { return false }
        return notice != law.notice
    }
}
