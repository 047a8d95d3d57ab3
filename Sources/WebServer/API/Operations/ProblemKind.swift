/// Everything that can be wrong with a request or with us: the last part of a problem's `type`.
///
/// The raw values are a contract: add, never rename.
enum ProblemKind: String, Hashable, Sendable, CaseIterable {
    case malformedJSON = "malformed-json"
    case unauthorized
    case insufficientScope = "insufficient-scope"
    case consentMissing = "consent-missing"
    case messageWithheld = "message-withheld"
    case notFound = "not-found"
    case contactUnknown = "contact-unknown"
    case contactMerged = "contact-merged"
    case channelUnknown = "channel-unknown"
    case flowUnknown = "flow-unknown"
    case purposeUnknown = "purpose-unknown"
    case slotUnknown = "slot-unknown"
    case valueNotKept = "value-not-kept"
    case deadLetterUnknown = "dead-letter-unknown"
    case leafUnknown = "leaf-unknown"
    case leafUnsigned = "leaf-unsigned"
    case logUnsigned = "log-unsigned"
    case keyUnknown = "key-unknown"
    case methodNotAllowed = "method-not-allowed"
    case bodyTooSlow = "body-too-slow"
    case conflict
    case conversationOpen = "conversation-open"
    case commandFlow = "command-flow"
    case formOutOfTime = "form-out-of-time"
    case flowFailed = "flow-failed"
    case valueUnfit = "value-unfit"
    case tooManyKeys = "too-many-keys"
    case ownKey = "own-key"
    case requestInProgress = "request-in-progress"
    case bodyTooLarge = "body-too-large"
    case unsupportedMediaType = "unsupported-media-type"
    case invalidRequest = "invalid-request"
    case idempotencyMismatch = "idempotency-mismatch"
    case rateLimited = "rate-limited"
    case damaged
    case unavailable

    /// The status (RFC 9110, section 15).
    var status: Int {
        switch self {
        case .malformedJSON: 400
        case .unauthorized: 401
        case .insufficientScope, .consentMissing, .messageWithheld: 403
        case .notFound, .contactUnknown, .contactMerged, .channelUnknown, .flowUnknown,
            .purposeUnknown, .slotUnknown, .valueNotKept, .deadLetterUnknown, .leafUnknown,
            .leafUnsigned, .logUnsigned, .keyUnknown:
            404
        case .methodNotAllowed: 405
        case .bodyTooSlow: 408
        case .conflict, .conversationOpen, .commandFlow, .formOutOfTime, .flowFailed,
            .valueUnfit, .tooManyKeys, .ownKey, .requestInProgress:
            409
        case .bodyTooLarge: 413
        case .unsupportedMediaType: 415
        case .invalidRequest, .idempotencyMismatch: 422
        case .rateLimited: 429
        case .damaged: 500
        case .unavailable: 503
        }
    }

    /// The same for each problem of this kind.
    var title: String {
        switch self {
        case .malformedJSON: "The body is no JSON"
        case .unauthorized: "No valid key"
        case .insufficientScope: "The key may not do this"
        case .notFound: "There is no such route"
        case .contactUnknown: "There is no such contact"
        case .contactMerged: "The contact became one with another"
        case .consentMissing: "There is no consent for this"
        case .messageWithheld: "The message may not leave"
        case .channelUnknown: "There is no such channel"
        case .flowUnknown: "There is no such flow"
        case .purposeUnknown: "There is no such purpose"
        case .conversationOpen: "A conversation is going on"
        case .commandFlow: "The flow answers a command"
        case .formOutOfTime: "The form is not in time"
        case .flowFailed: "The flow could not run"
        case .slotUnknown: "No flow has such a slot"
        case .valueNotKept: "Nothing is kept there"
        case .deadLetterUnknown: "There is no such dead letter"
        case .leafUnknown: "There is no such leaf"
        case .leafUnsigned: "No checkpoint covers the leaf yet"
        case .logUnsigned: "The log was never signed"
        case .keyUnknown: "There is no such key"
        case .methodNotAllowed: "The route has no such method"
        case .bodyTooSlow: "The body took too long"
        case .conflict: "Somebody else was quicker"
        case .valueUnfit: "The value does not fit"
        case .tooManyKeys: "There are too many keys"
        case .ownKey: "A key does not revoke itself"
        case .requestInProgress: "The first request is not finished"
        case .bodyTooLarge: "The body is too large"
        case .unsupportedMediaType: "The body is not application/json"
        case .invalidRequest: "The request is not what it has to be"
        case .idempotencyMismatch: "The idempotency key belongs to another request"
        case .rateLimited: "Too many requests"
        case .damaged: "What is stored is damaged"
        case .unavailable: "Not now"
        }
    }

    /// What to do about it, where the problem itself says no more.
    var advice: String {
        switch self {
        case .malformedJSON: "Send one JSON value in UTF-8 in which no member is named twice."
        case .unauthorized: "Send `Authorization: Bearer` with a key that is live."
        case .insufficientScope: "Use a key with the scope that is named."
        case .notFound: "GET /v1/openapi.json lists every route."
        case .contactUnknown: "It was erased, or never was; look the address up."
        case .contactMerged: "Use the contact that is named."
        case .consentMissing: "Why stands in `reason`. Only the contact can change that."
        case .messageWithheld: "Why stands in `reason`."
        case .channelUnknown: "GET /v1/channels lists all of them."
        case .flowUnknown: "GET /v1/flows lists all of them."
        case .purposeUnknown: "Name a purpose that the workspace declares."
        case .conversationOpen: "Wait until it is over; a question that is open stays open."
        case .commandFlow: "Only the contact begins it, by its word."
        case .formOutOfTime:
            "The form is filled in before it is sent on, and a purpose's window for a confirmation "
                + "runs from then."
        case .flowFailed: "Nothing was changed but the log, which says why."
        case .slotUnknown: "Name a flow of the workspace and one of its slots."
        case .valueNotKept: "Only what is kept after its conversation can be corrected."
        case .deadLetterUnknown: "It was requeued, discarded or cancelled, or never was."
        case .leafUnknown: "The log is not that long, or does not reach that far back any more."
        case .leafUnsigned: "Ask again after the next checkpoint."
        case .logUnsigned: "It is signed for the first time within a minute of being served."
        case .keyUnknown: "GET /v1/keys lists all of them."
        case .methodNotAllowed: "The methods that the route has stand in `Allow`."
        case .bodyTooSlow: "Send the whole body at once."
        case .conflict: "Read again what there is now, and try again."
        case .valueUnfit: "What the slot takes stands in `wanted`."
        case .tooManyKeys: "Revoke keys that nobody uses."
        case .ownKey: "Revoke it with another key, or with `parley api-key revoke`."
        case .requestInProgress: "Repeat it in a moment, with the same key."
        case .bodyTooLarge: "A body has at most 65536 bytes."
        case .unsupportedMediaType: "Send `Content-Type: application/json`."
        case .invalidRequest: "What is wrong stands in `errors`."
        case .idempotencyMismatch: "Draw a new key for each request that is not a repetition."
        case .rateLimited: "Wait as long as `Retry-After` says."
        case .damaged: "Nothing was changed; an operator runs `parley audit verify`."
        case .unavailable: "Nothing was changed; try again."
        }
    }
}
