package import Clocks

/// Holds what a store keeps beside its log against the log: rows that were put back, exchanged or
/// deleted leave every hash of the log as it was.
///
/// It needs no key. Take every contact's row once, then finish. Where the log was read from the
/// middle, only contacts whose leaves were read are judged, and one whose first leaf lies before is
/// not missed when its row is gone.
package struct StoreCrossCheck {
    /// What the store keeps of one contact.
    package struct Contact: Sendable {
        package let pseudonym: Pseudonym
        /// How many turns its row says there were.
        package let version: UInt64
        /// The commitment to the sealed state in its row.
        package let state: MerkleHash
        /// What its evidence rows say, the oldest first.
        package let evidence: [ConsentStep]

        package init(
            pseudonym: Pseudonym,
            version: UInt64,
            state: MerkleHash,
            evidence: [ConsentStep]
        ) {
            self.pseudonym = pseudonym
            self.version = version
            self.state = state
            self.evidence = evidence
        }
    }

    private let subjects: SubjectRecords
    private let isFromStart: Bool
    private let received: ReceivedMessages
    /// Contacts whose erasure waits.
    private let pending: Set<Pseudonym>
    private var hasRow: [Bool]
    private var findings = FindingList()
    private var comparison = StoreComparison()

    /// Takes what the leaves said, and whose erasures the store keeps as pending.
    package init(_ verifier: AuditVerifier, erasuresPending: [Pseudonym]) {
        subjects = verifier.subjects
        isFromStart = verifier.isFromStart
        received = verifier.received
        pending = Set(erasuresPending)
        hasRow = Array(repeating: false, count: verifier.subjects.count)
        comparison.erasuresPending = UInt64(pending.count)
    }

    /// Takes the next contact's row.
    package mutating func take(_ contact: Contact) {
        let subject = contact.pseudonym.shown
        guard let place = subjects.place(of: contact.pseudonym) else {
            if isFromStart {
                report(.rowWithoutLeaves(subject: subject))
            } else {
                comparison.contactsUnread += 1
            }
            return
        }
        hasRow[place] = true
        comparison.contacts += 1
        comparison.evidenceRows += UInt64(contact.evidence.count)
        let record = subjects[place]
        if record.isErased { report(.rowOfErased(subject: subject)) }
        if !isAsCommitted(contact, record) {
            report(
                .rowChanged(
                    subject: subject,
                    version: contact.version,
                    turns: UInt64(record.turns)
                )
            )
        }
        if !hasEvidence(contact, record) {
            report(
                .evidenceMismatch(
                    subject: subject,
                    rows: UInt64(contact.evidence.count),
                    leaves: UInt64(record.consents.count)
                )
            )
        }
    }

    /// From when on the inbox must have exactly so many rows as messages were taken; `nil` when the
    /// log cannot tell.
    package var inboxSince: Timestamp? { received.expected?.since }

    /// Ends the comparison, and adds it to what the log said; `inboxRows` are those since
    /// `inboxSince`.
    package consuming func finish(
        inboxRows: UInt64?,
        _ report: inout VerificationReport
    ) {
        findMissing()
        for contact in pending.sorted() where !isAskedToGo(contact) {
            self.report(.erasureUnasked(subject: contact.shown))
        }
        if let inboxRows, let leaves = received.expected?.count {
            comparison.inboxRows = inboxRows
            if inboxRows != leaves {
                self.report(.inboxMismatch(rows: inboxRows, leaves: leaves))
            }
        }
        report.add(findings)
        report.store = comparison
    }

    // MARK: One contact

    private func isAsCommitted(_ contact: Contact, _ record: SubjectRecord) -> Bool {
        // A contact that is known from its middle may have had no turn since.
        guard let state = record.state else { return !record.isWhole }
        let isOlder = record.isWhole && contact.version < UInt64(record.turns)
        return state == contact.state && !isOlder
    }

    /// Of a contact that is known from its middle, only the newest evidence can be compared.
    private func hasEvidence(_ contact: Contact, _ record: SubjectRecord) -> Bool {
        let count = Int(record.consents.count)
        guard contact.evidence.count == count || !record.isWhole,
            contact.evidence.count >= count
        else { return false }
        var trace = ConsentTrace()
        for step in contact.evidence.suffix(count) { trace.add(step) }
        return trace == record.consents
    }

    // MARK: Contacts without a row

    private mutating func findMissing() {
        for contact in subjects.all {
            guard let place = subjects.place(of: contact), !subjects[place].isErased else {
                continue
            }
            let record = subjects[place]
            if record.isErasureRequested, !pending.contains(contact) {
                report(.erasureLost(subject: contact.shown))
            } else if !hasRow[place], record.isWhole, !isGone(contact) {
                report(.rowMissing(subject: contact.shown))
            }
        }
    }

    /// Whether a contact's row may be gone: it was erased or is being erased, or who it became was.
    private func isGone(_ contact: Pseudonym) -> Bool {
        let survivor = subjects.survivor(of: contact)
        // INVARIANT: an erasure takes along every contact that was merged into the one it is of.
        return subjects[survivor].map { $0.isErased } == true
            || (pending.contains(survivor) && isAskedToGo(survivor))
    }

    /// Whether the contact's leaves ask for an erasure that is not completed.
    private func isAskedToGo(_ contact: Pseudonym) -> Bool {
        guard let record = subjects[contact] else { return !isFromStart }
        return !record.isErased && (record.isErasureRequested || !record.isWhole)
    }

    private mutating func report(_ finding: Finding) {
        findings.add(finding)
    }
}
