/// What a webhook is answered with.
package struct WebhookAnswer: Hashable, Sendable {
    package let status: Int
    package let contentType: String
    package let body: [UInt8]

    package init(status: Int = 200, contentType: String = "text/plain", body: [UInt8] = []) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    /// 200 and nothing more.
    package static let empty = WebhookAnswer()
}

/// Why a request is not the provider's.
///
/// Whoever sent it hears none of this.
package enum WebhookRefusal: String, Error, Hashable, Sendable, CaseIterable {
    case noSignature = "no-signature"
    /// The signature is not of the form the provider gives it.
    case malformedSignature = "malformed-signature"
    case wrongSignature = "wrong-signature"
    /// The request is older, or younger, than the provider allows.
    case outsideOfTime = "outside-of-time"
    /// The channel takes no such request.
    case wrongMethod = "wrong-method"
}

/// Why there is nothing in a webhook to take apart.
package enum WebhookFault: String, Error, Hashable, Sendable, CaseIterable {
    case notJSON = "not-json"
    case notForm = "not-form"
    /// It is well-formed, and not what the provider sends.
    case foreignShape = "foreign-shape"
    /// It tells of more than `InboundEvent.limit` things.
    case tooManyEvents = "too-many-events"
}

/// Why a captured webhook is not known to be the provider's.
package enum CapturedWebhookFault: Error, Hashable, Sendable {
    case refused(WebhookRefusal)
    /// It cannot be asked: a secret or an address is missing or is not what it has to be.
    case unusable(ChannelSettingsError)
}
