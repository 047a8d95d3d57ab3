package import Clocks
package import Conversations

/// One thing that a webhook tells of.
package enum InboundEvent: Hashable, Sendable {
    /// The contact did something; with every other address the provider gave for them.
    case message(InboundMessage, aliases: [ContactAddress])
    /// What became of a message of ours.
    case status(MessageStatus)
    /// The provider says something about a contact that changes what may be sent to them.
    case signal(ProviderSignal)
    /// The provider says something about our account.
    case notice(ProviderNotice)
    /// Something this channel does not know: acknowledged and audited. The kind is a plain name.
    case unknown(kind: String)
    /// An item that could not be read; what lies beside it could. `place` is where, such as
    /// `entry[0].changes[1].value.messages[2]`, and repeats nothing of the content.
    case broken(place: String, why: String)

    /// Events in one webhook; Meta sends up to 1 000 updates at once.
    package static let limit = 1000
}

/// What became of a message of ours.
package struct MessageStatus: Hashable, Sendable {
    /// In the order a message goes through them; a status never goes back.
    package enum Stage: UInt8, Hashable, Sendable, Comparable, CaseIterable {
        case sent = 1
        case delivered = 2
        case read = 3

        package static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
    }

    package enum Report: Hashable, Sendable {
        case reached(Stage)
        case failed(DispatchFault)
    }

    /// The provider's id of the message.
    package let messageID: String
    package let report: Report
    /// Whom it was for, where the provider says so.
    package let recipient: ContactAddress?
    /// When it came about, as the provider says.
    package let at: Timestamp

    package init(
        messageID: String,
        report: Report,
        recipient: ContactAddress?,
        at: Timestamp
    ) {
        self.messageID = messageID
        self.report = report
        self.recipient = recipient
        self.at = at
    }
}

/// What a provider says about a contact.
package struct ProviderSignal: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// The contact told the provider that they want no marketing.
        case stoppedMarketing
        /// The provider would carry marketing again, which is not the contact's consent.
        case resumedMarketing
        /// The contact told the provider STOP.
        case optedOut
        /// The contact blocked the sender.
        case blocked
        case unblocked
        /// The contact took a new number or id, and keeps the conversation.
        case changedAddress(to: ContactAddress)
        /// The device or the card behind the number is another one now.
        case identityChanged
    }

    package let address: ContactAddress
    package let kind: Kind
    /// What makes a repetition of the same signal recognisable.
    package let id: String
    package let at: Timestamp

    package init(address: ContactAddress, kind: Kind, id: String, at: Timestamp) {
        self.address = address
        self.kind = kind
        self.id = id
        self.at = at
    }
}

/// What a provider says about our account.
package enum ProviderNotice: Hashable, Sendable {
    /// A template's state at the provider, such as `APPROVED` or `PAUSED`.
    case template(name: String, locale: String?, state: String)
    /// The provider files a template under another category from now on, such as `MARKETING`.
    case templateCategory(name: String, locale: String?, category: String)
    /// Anything else, by the provider's own name for it.
    case account(kind: String)
}
