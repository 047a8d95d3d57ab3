import Audit
import Clocks
import Conversations
import Consent
import Crypto
import Encryption
import Storage

/// Turns an outcome into what is written: everything personal sealed, every leaf hashed.
///
/// Runs on the caller's thread, beside other turns, so that the writer only writes.
struct TurnSealing {
    let contact: KnownContact
    /// The stored version the outcome was decided on.
    let version: UInt64
    let now: Timestamp

    func commit(
        _ outcome: TurnOutcome,
        inboxKey: [UInt8]?,
        settled: [Int64] = [],
        deliveries: [DeliveryChange] = [],
        sent: [SentMessage] = [],
        stages: [SentStage] = [],
        erasure: ErasureJob? = nil
    ) -> TurnCommit {
        let sealedState = seal(outcome.state)
        return TurnCommit(
            contact: contact.id,
            expectedVersion: version,
            sealedState: sealedState,
            nextDue: outcome.nextDue,
            inboxKey: inboxKey,
            leaves: leaves(outcome.drafts, sealedState: sealedState),
            outbox: outbox(outcome),
            evidence: evidence(outcome),
            cancellation: outcome.cancellation.stored,
            settled: settled,
            deliveries: deliveries,
            sent: sent,
            stages: stages,
            now: now,
            erasure: erasure
        )
    }

    private func seal(_ state: ContactState) -> [UInt8] {
        contact.sealer.seal(
            state.bytes,
            SealContexts.state(of: contact.id, version: version + 1)
        )
    }

    private func leaves(_ drafts: [AuditDraft], sealedState: [UInt8]) -> [PreparedLeaf] {
        let state = Commitment.state(sealed: sealedState)
        return drafts.enumerated().map { place, draft in
            let payload = draft.payload.map { plaintext in
                Commitment.payload(
                    saltKey: contact.secrets.saltKey,
                    sequence: draft.event.sequence,
                    kind: draft.event.kind.rawValue,
                    plaintext: plaintext
                )
            }
            // The last leaf of a turn binds the state the turn left behind.
            let isLast = place == drafts.count - 1
            return PreparedLeaf(
                body: AuditLeaf.encode(
                    draft.event,
                    payload: payload,
                    state: isLast ? state : nil
                )
            )
        }
    }

    private func outbox(_ outcome: TurnOutcome) -> [OutboxRow] {
        outcome.outbound.enumerated().map { place, message in
            let effectID = effectID(turn: outcome.state.turn, place: place)
            return OutboxRow(
                effectID: effectID,
                purpose: message.messageClass.purposeName,
                sealed: contact.sealer.seal(message.bytes, SealContexts.outbox(effectID))
            )
        }
    }

    /// The same message of the same turn always has the same id, so that a receiver can tell a
    /// repetition from a second message.
    private func effectID(turn: UInt64, place: Int) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: Array("parley/effect/v1".utf8))
        hash.update(data: contact.id.bytes)
        hash.update(data: [turn, UInt64(place)].flatMap(\.bigEndianBytes))
        return Array(hash.finalize().prefix(16))
    }

    private func evidence(_ outcome: TurnOutcome) -> [EvidenceRow] {
        outcome.evidence.enumerated().map { place, proof in
            let sequence = outcome.state.sequence << 8 | UInt64(place)
            return EvidenceRow(
                sequence: sequence,
                purpose: proof.change.purpose.name,
                state: proof.change.to.code,
                at: proof.at,
                sealed: contact.sealer.seal(
                    proof.bytes,
                    SealContexts.evidence(of: contact.id, sequence)
                )
            )
        }
    }
}

/// What each kind of envelope is bound to.
enum SealContexts {
    static func state(of contact: ContactID, version: UInt64) -> SealContext {
        SealContext(
            purpose: "parley/state/v1",
            table: "contact",
            row: contact.bytes,
            rowVersion: version
        )
    }

    static func outbox(_ effectID: [UInt8]) -> SealContext {
        SealContext(purpose: "parley/outbox/v1", table: "outbox", row: effectID, rowVersion: 1)
    }

    static func evidence(of contact: ContactID, _ sequence: UInt64) -> SealContext {
        SealContext(
            purpose: "parley/evidence/v1",
            table: "evidence",
            row: contact.bytes,
            rowVersion: sequence
        )
    }
}

extension QueueCancellation {
    var stored: TurnCommit.Cancellation {
        switch self {
        case .none: .none
        case .all: .all
        case .purposes(let purposes): .purposes(purposes.map(\.name))
        }
    }
}

extension MessageClass {
    var purposeName: String? {
        if case .purpose(let purpose) = self { purpose.name } else { nil }
    }
}

extension UInt64 {
    var bigEndianBytes: [UInt8] {
        (0..<8).reversed().map { UInt8(truncatingIfNeeded: self >> (UInt64($0) * 8)) }
    }
}

extension CommitResult {
    /// Whether this turn changed something.
    package var isNew: Bool {
        switch self {
        case .committed: true
        case .duplicate, .conflict, .failed: false
        }
    }
}
