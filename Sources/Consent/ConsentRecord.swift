package import Clocks

/// Who made the request that a confirmation answers.
package enum RequestOrigin: String, Hashable, Sendable {
    /// A step asked.
    case controller
    /// The contact asked, by an act of their own.
    case contact
}

/// Where consent for one purpose stands, and what the next act may depend on.
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
    /// The state was `withdrawn` or `expired` when the open request was made.
    package var isRenewal: Bool

    package init(state: ConsentState, since: Timestamp) {
        self.state = state
        self.since = since
        isRenewal = false
    }
}

/// A notice the contact has been shown: the version, the language and when.
package struct ShownNotice: Hashable, Sendable {
    package let notice: NoticeVersion
    package let locale: String
    package let turn: UInt64
    package let at: Timestamp

    package init(notice: NoticeVersion, locale: String, turn: UInt64, at: Timestamp) {
        self.notice = notice
        self.locale = locale
        self.turn = turn
        self.at = at
    }
}
