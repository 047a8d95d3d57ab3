package import Audit
package import Clocks

/// Everything one turn writes, already sealed: it is stored whole or not at all.
package struct TurnCommit: Sendable {
    package let contact: ContactID
    /// The version the turn was decided on; 0 for a contact not stored yet.
    package let expectedVersion: UInt64
    /// The envelope of the new state, which becomes version `expectedVersion + 1`.
    package let sealedState: [UInt8]
    package let nextDue: Timestamp?
    /// The keyed hash of the provider's message id; the second turn with it is a duplicate.
    package let inboxKey: [UInt8]?
    package let leaves: [PreparedLeaf]
    package let outbox: [OutboxRow]
    package let evidence: [EvidenceRow]
    /// Which of the contact's messages go undelivered, dead letters too.
    package let cancellation: Cancellation
    /// Queued messages that this turn delivered or gave up.
    package let settled: [Int64]
    /// What became of other messages that this turn tried to deliver; done in order, before its own
    /// messages are queued.
    package let deliveries: [DeliveryChange]
    /// Messages that a provider took; a key that is known already keeps what it has.
    package let sent: [SentMessage]
    /// What providers report of messages sent in this turn or before; one not known is passed over.
    package let stages: [SentStage]
    package let now: Timestamp
    /// Set by the turn that asks for the contact's erasure: its last, as no later one is taken.
    package let erasure: ErasureJob?

    package enum Cancellation: Hashable, Sendable {
        case none
        case purposes([String])
        case all
    }

    package init(
        contact: ContactID,
        expectedVersion: UInt64,
        sealedState: [UInt8],
        nextDue: Timestamp?,
        inboxKey: [UInt8]?,
        leaves: [PreparedLeaf],
        outbox: [OutboxRow],
        evidence: [EvidenceRow],
        cancellation: Cancellation,
        settled: [Int64],
        deliveries: [DeliveryChange] = [],
        sent: [SentMessage] = [],
        stages: [SentStage] = [],
        now: Timestamp,
        erasure: ErasureJob? = nil
    ) {
        precondition(
            erasure == nil || erasure?.contact == contact,
            "a turn asks for the erasure of its own contact only"
        )
        precondition(
            outbox.allSatisfy { $0.attempts == 0 && $0.notBefore == nil },
            "a message that a turn queues was never tried"
        )
        self.contact = contact
        self.expectedVersion = expectedVersion
        self.sealedState = sealedState
        self.nextDue = nextDue
        self.inboxKey = inboxKey
        self.leaves = leaves
        self.outbox = outbox
        self.evidence = evidence
        self.cancellation = cancellation
        self.settled = settled
        self.deliveries = deliveries
        self.sent = sent
        self.stages = stages
        self.now = now
        self.erasure = erasure
    }
}

/// An encoded leaf with its hash, made off the writer's thread.
package struct PreparedLeaf: Hashable, Sendable {
    package let body: [UInt8]
    package let hash: MerkleHash

    package init(body: [UInt8]) {
        self.body = body
        hash = MerkleTree.leafHash(body)
    }
}

/// The sealed proof of one consent change.
package struct EvidenceRow: Hashable, Sendable {
    /// Counts up within a contact; the audit sequence at the time.
    package let sequence: UInt64
    package let purpose: String
    /// `ConsentState.code` of the state entered.
    package let state: UInt8
    package let at: Timestamp
    package let sealed: [UInt8]

    package init(
        sequence: UInt64,
        purpose: String,
        state: UInt8,
        at: Timestamp,
        sealed: [UInt8]
    ) {
        self.sequence = sequence
        self.purpose = purpose
        self.state = state
        self.at = at
        self.sealed = sealed
    }
}

/// What became of one turn of a batch.
package enum CommitResult: Hashable, Sendable {
    /// Durable; the index of the turn's first leaf.
    case committed(firstLeaf: UInt64)
    /// The provider's message was taken before: nothing was written.
    case duplicate
    /// The contact has moved on since the turn was decided, or its erasure is pending: nothing was
    /// written.
    case conflict
    /// This turn alone could not be written; the others of its batch were.
    case failed(StoreError)
}
