package import Clocks
package import Storage

/// Contacts and turns to write, with defaults for what a check does not care about.
package enum Sample {
    /// A contact whose row number differs from every other sample's.
    package static func contact(_ number: UInt8) -> ContactID {
        contact(row: number, rest: number)
    }

    /// Two contacts of the same `row` agree in their row number.
    package static func contact(row: UInt8, rest: UInt8) -> ContactID {
        let bytes = [UInt8](repeating: row, count: 8) + [UInt8](repeating: rest, count: 8)
        guard let id = ContactID(bytes: bytes) else { preconditionFailure("16 bytes are a name") }
        return id
    }

    package static func time(_ milliseconds: Int64) -> Timestamp {
        Timestamp(milliseconds: milliseconds)
    }

    package static func turn(
        _ contact: ContactID,
        on version: UInt64 = 0,
        state: [UInt8] = [1],
        due: Int64? = nil,
        inbox: [UInt8]? = nil,
        leaves: [[UInt8]] = [],
        outbox: [OutboxRow] = [],
        evidence: [EvidenceRow] = [],
        cancellation: TurnCommit.Cancellation = .none,
        settled: [Int64] = [],
        deliveries: [DeliveryChange] = [],
        sent: [SentMessage] = [],
        stages: [SentStage] = [],
        now: Int64 = 1000,
        erasure: ErasureJob? = nil
    ) -> TurnCommit {
        TurnCommit(
            contact: contact,
            expectedVersion: version,
            sealedState: state,
            nextDue: due.map(Timestamp.init(milliseconds:)),
            inboxKey: inbox,
            leaves: leaves.map(PreparedLeaf.init(body:)),
            outbox: outbox,
            evidence: evidence,
            cancellation: cancellation,
            settled: settled,
            deliveries: deliveries,
            sent: sent,
            stages: stages,
            now: Timestamp(milliseconds: now),
            erasure: erasure
        )
    }

    package static func job(
        _ contact: ContactID,
        at requested: Int64 = 1000,
        sequence: UInt64 = 7,
        details: [UInt8] = [1, 2]
    ) -> ErasureJob {
        ErasureJob(
            contact: contact,
            requestedAt: Timestamp(milliseconds: requested),
            lastSequence: sequence,
            details: details
        )
    }

    package static func newContact(
        _ id: ContactID,
        identifier: [UInt8],
        wrapped: [UInt8]? = nil
    ) -> NewContact {
        NewContact(
            id: id,
            identifier: identifier,
            wrappedSecrets: wrapped ?? Array(id.bytes.suffix(2)),
            createdAt: Timestamp(milliseconds: 1)
        )
    }

    package static func message(_ number: UInt8, purpose: String? = nil) -> OutboxRow {
        OutboxRow(
            effectID: [UInt8](repeating: number, count: 16),
            purpose: purpose,
            sealed: [number, 0, number]
        )
    }

    package static func proof(_ sequence: UInt64, _ purpose: String, state: UInt8) -> EvidenceRow {
        EvidenceRow(
            sequence: sequence,
            purpose: purpose,
            state: state,
            at: Timestamp(milliseconds: -5),
            sealed: [state]
        )
    }
}
