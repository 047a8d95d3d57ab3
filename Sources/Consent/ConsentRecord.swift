package import Clocks

/// Who made the request that a confirmation answers.
package enum RequestOrigin: String, Hashable, Sendable {
    /// A step asked.
    case controller
    /// The contact asked, by an act of their own.
    case contact
}

/// Where consent for one purpose on one channel stands, and what the next act may depend on.
package struct ConsentRecord: Hashable, Sendable {
    package var state: ConsentState
    /// When the state was entered.
    package var since: Timestamp
    /// When the open request was first made; a reminder does not move it.
    package var firstRequestedAt: Timestamp?
    /// The turn of the open request, and who made it.
    package var requestTurn: UInt64?
    package var requestedBy: RequestOrigin?
    /// Until when a refusal forbids asking again.
    package var coolsUntil: Timestamp?
    /// When given consent ends by itself.
    package var expiresAt: Timestamp?
    /// The notice that valid consent was given under.
    package var notice: NoticeVersion?
    /// When a message last left under this consent.
    package var lastUsedAt: Timestamp?
    /// It was given before, whatever became of it: giving it again is a renewal.
    package var wasGiven: Bool
    /// It was withdrawn and not given since: only the contact's own request leads back.
    package var wasWithdrawn: Bool

    package init(state: ConsentState, since: Timestamp) {
        self.state = state
        self.since = since
        wasGiven = state.isValid
        wasWithdrawn = state == .withdrawn
    }

    /// Forbids asking again until `end`; no later word shortens a rest that is running.
    mutating func rest(until end: Timestamp) {
        coolsUntil = max(coolsUntil ?? end, end)
    }

    /// The record after a move to `state`: what belongs to the old state goes, history stays.
    func moved(to state: ConsentState, at now: Timestamp) -> ConsentRecord {
        var next = ConsentRecord(state: state, since: now)
        next.coolsUntil = coolsUntil
        next.lastUsedAt = lastUsedAt
        next.wasGiven = wasGiven || next.wasGiven
        next.wasWithdrawn = !state.isValid && (wasWithdrawn || next.wasWithdrawn)
        return next
    }
}

/// A notice the contact has been shown: the version, the language, where and when.
package struct ShownNotice: Hashable, Sendable {
    package let notice: NoticeVersion
    package let locale: String
    package let channel: String
    package let turn: UInt64
    package let at: Timestamp

    package init(
        notice: NoticeVersion,
        locale: String,
        channel: String,
        turn: UInt64,
        at: Timestamp
    ) {
        self.notice = notice
        self.locale = locale
        self.channel = channel
        self.turn = turn
        self.at = at
    }
}

/// What is remembered of a date of birth: the gate that was passed, never the date.
package struct AgeProof: Hashable, Sendable {
    /// The highest minimum age among the purposes that the contact has reached; 0 for none.
    package let atLeast: Int
    package let at: Timestamp

    package init(atLeast: Int, at: Timestamp) {
        self.atLeast = atLeast
        self.at = at
    }
}
