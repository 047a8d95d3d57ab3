import Clocks
import Storage

/// What an erasure writes and deletes in the conversations.
struct ErasureStatements {
    private let insertJob: HotStatement
    private let deleteJob: HotStatement
    private let selectJobs: HotStatement
    private let deleteOutbox: HotStatement
    private let deleteEvidence: HotStatement
    private let deleteSent: HotStatement
    private let deleteContact: HotStatement
    private let file: String

    init(file: String, prepare: (String) throws -> HotStatement) throws {
        self.file = file
        insertJob = try prepare(
            """
            INSERT INTO erasure_job (contact, requested, last_sequence, details)
            VALUES (?1, ?2, ?3, ?4)
            """
        )
        deleteJob = try prepare("DELETE FROM erasure_job WHERE contact = ?1")
        selectJobs = try prepare("SELECT contact FROM erasure_job")
        // Messages, evidence and what was sent belong to whoever holds the row number; another
        // contact's stay.
        let isOurs = "EXISTS (SELECT 1 FROM contact WHERE row = ?1 AND id = ?2)"
        deleteOutbox = try prepare("DELETE FROM outbox WHERE contact = ?1 AND \(isOurs)")
        deleteEvidence = try prepare("DELETE FROM evidence WHERE contact = ?1 AND \(isOurs)")
        deleteSent = try prepare("DELETE FROM sent WHERE contact = ?1 AND \(isOurs)")
        deleteContact = try prepare("DELETE FROM contact WHERE row = ?1 AND id = ?2")
    }

    /// Contacts that no turn may be written for.
    func pending() throws(StoreError) -> Set<ContactID> {
        Set(
            try selectJobs.rows { row throws(StoreError) in
                try ContactID(stored: row.blob(0), file: file)
            }
        )
    }

    func add(_ job: ErasureJob) throws(StoreError) {
        try insertJob.bind(job.contact.bytes, 1)
        try insertJob.bind(job.requestedAt.milliseconds, 2)
        try insertJob.bind(Int64(bitPattern: job.lastSequence), 3)
        try insertJob.bind(job.details, 4)
        try insertJob.run()
    }

    func removeJob(of contact: ContactID) throws(StoreError) {
        try deleteJob.bind(contact.bytes, 1)
        try deleteJob.run()
    }

    /// The contact's own row goes last, as it says whose the others are.
    func shred(_ contact: ContactID) throws(StoreError) -> ShredCounts {
        var counts = ShredCounts()
        counts.outbox = try delete(deleteOutbox, of: contact)
        counts.evidence = try delete(deleteEvidence, of: contact)
        _ = try delete(deleteSent, of: contact)
        counts.contacts = try delete(deleteContact, of: contact)
        return counts
    }

    private func delete(
        _ statement: HotStatement,
        of contact: ContactID
    ) throws(StoreError) -> Int {
        try statement.bind(contact.rowKey, 1)
        try statement.bind(contact.bytes, 2)
        return try statement.change()
    }
}
