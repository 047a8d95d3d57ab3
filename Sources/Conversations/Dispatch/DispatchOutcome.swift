package import Clocks

/// What came of handing a message to a provider.
package enum DispatchOutcome: Hashable, Sendable {
    /// Taken; the ids that the provider gave to what it made of the message.
    case accepted(ids: [String])
    /// Not taken, and the provider said so.
    case refused(DispatchFault)
    /// Nobody knows: the answer never came, or made no sense. The message may have been sent, so
    /// it is handed over again under the same key.
    case unknown(code: String)
}

/// Why a provider did not take a message, or did not deliver it, and what to do about that.
package struct DispatchFault: Hashable, Sendable {
    /// The provider's own code, such as `131050`; letters, digits and hyphens, never more than 64.
    package let code: String
    package let remedy: DispatchRemedy
    /// How long the provider asks to be left alone, if it says so.
    package let retryAfter: Period?

    /// Cuts a code down to what may stand in a log.
    package init(code: String, remedy: DispatchRemedy, retryAfter: Period? = nil) {
        let plain = code.unicodeScalars.filter { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || scalar == "-")
        }
        self.code = String(String.UnicodeScalarView(plain.prefix(64)))
        self.remedy = remedy
        self.retryAfter = retryAfter
    }
}

/// What the engine does about a fault; each provider's table leads here.
package enum DispatchRemedy: String, Hashable, Sendable, CaseIterable {
    /// Passes by itself: again after a jittered back-off.
    case retry
    /// The provider has carried enough to this contact: again after a day, and no opt-out.
    case retryTomorrow = "retry-tomorrow"
    /// Too fast for this contact: the contact's next message waits.
    case slowContact = "slow-contact"
    /// Too fast for the whole number or account: all its messages wait.
    case slowSender = "slow-sender"
    /// The contact told the provider that they want no marketing: their withdrawal.
    case withdrawMarketing = "withdraw-marketing"
    /// The contact told the provider STOP, or blocked the sender: an opt-out.
    case optOut = "opt-out"
    /// The time for free messages is over; only a template would pass.
    case useTemplate = "use-template"
    /// The contact cannot be reached on this channel.
    case unreachable
    /// The template is refused until its author mends it: a dead letter.
    case mendTemplate = "mend-template"
    /// The message is refused as it is: a dead letter.
    case mendMessage = "mend-message"
    /// Not to be tried again, and nobody's mistake: a dead letter.
    case giveUp = "give-up"
    /// Nothing can be sent until an operator acts (credentials, payment, registration): the channel
    /// pauses, and its messages wait.
    case pauseChannel = "pause-channel"
}
