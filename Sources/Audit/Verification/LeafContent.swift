package import Clocks

/// The members of a leaf that verification asks for.
///
/// Names are read only in the few leaves where a check needs them.
package struct LeafContent: Sendable {
    enum Detail: Sendable {
        case none
        case consent(ConsentStep)
        case logKey(LogKeyChange)
        /// The contact goes on as another.
        case retired(into: Pseudonym)
        /// Inbox rows were deleted because their time was over.
        case inboxPruned
    }

    package let time: Timestamp
    package let kind: AuditKind
    package let subject: Pseudonym?
    /// 0 when the leaf is about no contact.
    package let sequence: UInt64
    /// The commitment to the contact's sealed state.
    package let state: MerkleHash?
    let detail: Detail

    /// Reads the bytes of a leaf in its one allowed form.
    init(_ body: [UInt8]) throws(LeafError) {
        let scan = try LeafScan(body)
        time = scan.time
        kind = scan.kind
        subject = scan.subject.map { Pseudonym(digits: body[$0]) }
        sequence = scan.sequence
        state = scan.state.flatMap { Hex.bytes(in: body[$0]) }.flatMap { MerkleHash($0) }
        detail = Self.detail(of: scan, body)
    }

    private static func detail(of scan: LeafScan, _ body: [UInt8]) -> Detail {
        switch scan.kind {
        case .consentRequested, .consentGiven, .consentRefused, .consentWithdrawn,
            .consentDeferred, .consentExpired, .consentRenewed, .consentInvalidated,
            .consentRevoked:
            let purpose = text(scan.purpose, body) ?? ""
            return .consent(ConsentStep(scan.kind, purpose: purpose, at: scan.time))
        case .keyCreated: return logKey(.first, scan, body)
        case .keyRotated: return logKey(.rotation, scan, body)
        case .logIncarnated: return logKey(.incarnation, scan, body)
        case .contactMerged:
            guard reads(scan.cause, "retired", body),
                let bytes = scan.to.flatMap({ Hex.bytes(in: body[$0]) }),
                let survivor = Pseudonym(bytes)
            else { return .none }
            return .retired(into: survivor)
        case .retentionApplied:
            return reads(scan.cause, "inbox", body) ? .inboxPruned : .none
        case .messageReceived, .messageEnqueued, .messageWithheld, .messageCancelled,
            .messageDelivered, .flowStarted, .flowMoved, .flowEnded, .flowMigrated,
            .consentRejected, .noticeShown, .contactCreated, .contactSuppressed,
            .contactUnsuppressed, .timerSet, .timerCancelled, .timerFired, .storeOpened,
            .configChanged, .turnRefused, .slotExpired, .contactIdentified, .contactRestricted,
            .contactReleased, .rightsRequested, .rightsAnswered, .dataDisclosed, .dataRectified,
            .messagePostponed, .messageFailed, .messageRequeued, .messageDiscarded,
            .messageReached, .providerSignalled, .providerNotified, .webhookUnread, .apiCalled,
            .apiKeyCreated, .apiKeyRevoked,
            .erasureRequested, .erasureCompleted, .logPruned, .holdPlaced, .holdLifted,
            .turnPassed:
            return .none
        }
    }

    private static func logKey(
        _ kind: LogKeyChange.Kind,
        _ scan: LeafScan,
        _ body: [UInt8]
    ) -> Detail {
        guard reads(scan.cause, LogKeyChange.cause, body) else { return .none }
        return .logKey(
            LogKeyChange(kind: kind, from: text(scan.from, body), to: text(scan.to, body))
        )
    }

    private static func text(_ range: Range<Int>?, _ body: [UInt8]) -> String? {
        range.map { AuditLeaf.unescaped(body[$0]) }
    }

    private static func reads(_ range: Range<Int>?, _ word: String, _ body: [UInt8]) -> Bool {
        range.map { body[$0].elementsEqual(word.utf8) } ?? false
    }
}
