/// What happened, in the past tense: the `kind` of a leaf.
///
/// The raw values are part of the stored format: add, never rename.
package enum AuditKind: String, CaseIterable, Sendable {
    case messageReceived = "message.received"
    case messageEnqueued = "message.enqueued"
    case messageWithheld = "message.withheld"
    case messageCancelled = "message.cancelled"
    case messageDelivered = "message.delivered"
    /// A provider did not take it; it is tried again.
    case messagePostponed = "message.postponed"
    /// A provider did not take it, or did not deliver it, and it is not tried again by itself.
    case messageFailed = "message.failed"
    /// An operator had it tried again.
    case messageRequeued = "message.requeued"
    /// An operator gave it up for good.
    case messageDiscarded = "message.discarded"
    /// A provider told how far it came: sent, delivered, read.
    case messageReached = "message.reached"
    /// A provider said something about a contact that is no message of theirs.
    case providerSignalled = "provider.signalled"
    /// A provider said something about our account.
    case providerNotified = "provider.notified"
    /// An item of a webhook could not be read, or is of an unknown kind.
    case webhookUnread = "webhook.unread"
    case flowStarted = "flow.started"
    /// A transition from one step to another.
    case flowMoved = "flow.moved"
    case flowEnded = "flow.ended"
    /// A live session went over to another revision of its flow.
    case flowMigrated = "flow.migrated"
    case consentRequested = "consent.requested"
    case consentGiven = "consent.given"
    case consentRefused = "consent.refused"
    case consentWithdrawn = "consent.withdrawn"
    case consentDeferred = "consent.deferred"
    case consentExpired = "consent.expired"
    case consentRenewed = "consent.renewed"
    /// An act that the rules of consent did not allow, and that changed nothing.
    case consentRejected = "consent.rejected"
    case noticeShown = "notice.shown"
    case contactCreated = "contact.created"
    case contactSuppressed = "contact.suppressed"
    case contactUnsuppressed = "contact.unsuppressed"
    case timerSet = "timer.set"
    case timerCancelled = "timer.cancelled"
    case timerFired = "timer.fired"
    case keyCreated = "key.created"
    case keyRotated = "key.rotated"
    case storeOpened = "store.opened"
    case configChanged = "config.changed"
    case turnRefused = "turn.refused"
    case slotExpired = "slot.expired"
    case consentInvalidated = "consent.invalidated"
    case consentRevoked = "consent.revoked"
    /// Another address turned out to be the same contact's.
    case contactIdentified = "contact.identified"
    /// Two contacts turned out to be one person.
    case contactMerged = "contact.merged"
    case contactRestricted = "contact.restricted"
    case contactReleased = "contact.released"
    /// A right was exercised; its clock runs from here.
    case rightsRequested = "rights.requested"
    case rightsAnswered = "rights.answered"
    /// Personal data were shown or handed out.
    case dataDisclosed = "data.disclosed"
    case dataRectified = "data.rectified"
    case erasureRequested = "erasure.requested"
    /// Nothing about the subject can be read any more.
    case erasureCompleted = "erasure.completed"
    case retentionApplied = "retention.applied"
    /// A turn of which nothing else is told: it wrote the contact's row all the same.
    case turnPassed = "turn.passed"
    /// The log goes on under another name, after it was rolled back or rewritten.
    case logIncarnated = "log.incarnated"
    /// Leaves older than their retention were removed from the beginning.
    case logPruned = "log.pruned"
    /// Nothing is removed from the log until the hold is lifted.
    case holdPlaced = "hold.placed"
    case holdLifted = "hold.lifted"
    /// Somebody called the interface for programs.
    case apiCalled = "api.called"
    case apiKeyCreated = "api.key-created"
    case apiKeyRevoked = "api.key-revoked"
}
