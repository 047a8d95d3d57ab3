import Audit
import Clocks
import Consent
import Encryption
import Storage

// The store against its log: every contact's row and proofs, the erasures that wait, the inbox.
extension AuditReading {
    /// Contacts read at a time.
    private static let contactPiece = 256

    func compare(
        _ verifier: AuditVerifier,
        _ report: inout VerificationReport,
        _ progress: (UInt64) -> Void
    ) throws(StoreError) {
        let pending = try store.erasureJobs().compactMap { Pseudonym($0.contact.bytes) }
        var check = StoreCrossCheck(verifier, erasuresPending: pending)
        var count: UInt64 = 0
        var last: ContactID?
        while true {
            let piece = try store.contactRows(after: last, limit: Self.contactPiece)
            guard let end = piece.last else { break }
            for row in piece {
                if let contact = try stored(row) { check.take(contact) }
            }
            last = end.id
            count += UInt64(piece.count)
            progress(count)
        }
        let rows: UInt64? =
            if let since = check.inboxSince {
                UInt64(try store.inboxCount(since: since))
            } else { nil }
        check.finish(inboxRows: rows, &report)
    }

    private func stored(_ row: ContactRow) throws(StoreError) -> StoreCrossCheck.Contact? {
        guard let pseudonym = Pseudonym(row.id.bytes),
            let state = MerkleHash(Commitment.state(sealed: row.row.sealedState))
        else { return nil }
        let evidence = try store.evidence(for: row.id).map { proof in
            ConsentStep(
                ConsentState(code: proof.state)?.auditKind,
                purpose: proof.purpose,
                at: proof.at
            )
        }
        return StoreCrossCheck.Contact(
            pseudonym: pseudonym,
            version: row.row.version,
            state: state,
            evidence: evidence
        )
    }
}

extension ConsentState {
    /// The leaf that tells of entering this state; none does of `unknown`, to which nothing moves.
    fileprivate var auditKind: AuditKind? {
        switch self {
        case .unknown: nil
        case .requested: .consentRequested
        case .deferred: .consentDeferred
        case .refused: .consentRefused
        case .given: .consentGiven
        case .renewed: .consentRenewed
        case .expired: .consentExpired
        case .withdrawn: .consentWithdrawn
        case .invalidated: .consentInvalidated
        case .revoked: .consentRevoked
        }
    }
}
