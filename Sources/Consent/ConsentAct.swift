package import Clocks

/// Something that may move consent.
package enum ConsentAct: String, Hashable, Sendable, CaseIterable {
    case request, confirm, decline, withdraw, lapse, expire
    /// Found not to count, by the engine or an operator.
    case invalidate
    /// Ended by the controller.
    case revoke
    /// Two contacts turned out to be one person.
    case merge
}

/// How the contact's reply was recognised; a confirmation needs one of the first two.
package enum ActCertainty: Hashable, Sendable {
    case button
    case exactWord
    case inexact
    /// The act is a step's or the engine's own, with no reply behind it.
    case noReply
}

/// The circumstances of an act.
package struct ActContext: Hashable, Sendable {
    package let now: Timestamp
    /// Counts the contact's turns; a later turn has a greater number.
    package let turn: UInt64
    /// The channel it happens on.
    package let channel: String
    /// BCP 47 tag of the contact's locale.
    package let locale: String
    package let certainty: ActCertainty
    package let origin: RequestOrigin

    package init(
        now: Timestamp,
        turn: UInt64,
        channel: String,
        locale: String,
        certainty: ActCertainty,
        origin: RequestOrigin
    ) {
        self.now = now
        self.turn = turn
        self.channel = channel
        self.locale = locale
        self.certainty = certainty
        self.origin = origin
    }
}

/// One move of the consent to one purpose on one channel.
package struct ConsentChange: Hashable, Sendable {
    package let key: ConsentKey
    package let from: ConsentState
    package let to: ConsentState
    package let act: ConsentAct
    /// The notice the contact had seen, where the act rests on one.
    package let notice: ShownNotice?

    package init(
        key: ConsentKey,
        from: ConsentState,
        to: ConsentState,
        act: ConsentAct,
        notice: ShownNotice? = nil
    ) {
        self.key = key
        self.from = from
        self.to = to
        self.act = act
        self.notice = notice
    }

    package var purpose: PurposeID { key.purpose }
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

/// Why an act changed nothing.
package enum ActRefusal: String, Hashable, Sendable, CaseIterable {
    case coolingDown = "cooling-down"
    case notRequested = "not-requested"
    case windowClosed = "window-closed"
    case sameTurn = "same-turn"
    case notRequestedByContact = "not-requested-by-contact"
    case noticeNotShown = "notice-not-shown"
    case inexactReply = "inexact-reply"
    case ageNotShown = "age-not-shown"
    case tooYoung = "too-young"
    case alreadyGiven = "already-given"
    case nothingToDo = "nothing-to-do"

    /// A sentence for people, with what to do.
    package var sentence: String {
        switch self {
        case .coolingDown: "a refusal still forbids asking again"
        case .notRequested: "nothing was requested here that a confirmation could answer"
        case .windowClosed: "the confirmation came after its window"
        case .sameTurn: "request and confirmation must be two acts in two turns"
        case .notRequestedByContact:
            "a double opt-in, and any consent after a withdrawal, must begin with an act of the "
                + "contact"
        case .noticeNotShown: "the current notice was not shown in the contact's locale before"
        case .inexactReply: "a confirmation needs a button or an exact word"
        case .ageNotShown: "the purpose has a minimum age, and the contact's was not asked"
        case .tooYoung: "the contact is younger than the purpose allows"
        case .alreadyGiven: "consent is already given"
        case .nothingToDo: "the act changes nothing in this state"
        }
    }
}
