import Clocks
import Storage

/// What is read of the outbox.
struct OutboxLists {
    private let file: String
    private let selectQueued: HotStatement
    private let selectContacts: HotStatement
    private let selectDead: HotStatement
    private let selectDeadOfContact: HotStatement
    private let selectDeadLetter: HotStatement
    private let count: HotStatement

    init(file: String, prepare: (String) throws -> HotStatement) throws {
        self.file = file
        // The joins keep two contacts apart that agree in their row number.
        selectQueued = try prepare(
            """
            SELECT outbox.id, effect, purpose, outbox.sealed, attempts, not_before, queued
            FROM outbox JOIN contact ON contact.row = outbox.contact
            WHERE outbox.contact = ?1 AND contact.id = ?2 AND dead_code IS NULL
            ORDER BY outbox.id
            """
        )
        // CROSS JOIN begins with the outbox, which is short, and not with all contacts. Beside the
        // one min(), a plain column is that of the row with the least id (SQLite, *SELECT*, 2.5).
        selectContacts = try prepare(
            """
            SELECT contact.id, not_before, min(outbox.id), contact.row
            FROM outbox INDEXED BY outbox_contact
            CROSS JOIN contact ON contact.row = outbox.contact
            WHERE outbox.contact >= ?1 AND dead_code IS NULL
            GROUP BY outbox.contact ORDER BY outbox.contact LIMIT ?2
            """
        )
        let columns =
            "outbox.id, contact.id, effect, purpose, outbox.sealed, attempts, dead_code, queued"
        selectDead = try prepare(
            """
            SELECT \(columns) FROM outbox INDEXED BY outbox_dead
            CROSS JOIN contact ON contact.row = outbox.contact
            WHERE dead_code IS NOT NULL AND outbox.id > ?1 ORDER BY outbox.id LIMIT ?2
            """
        )
        selectDeadOfContact = try prepare(
            """
            SELECT \(columns) FROM outbox JOIN contact ON contact.row = outbox.contact
            WHERE outbox.contact = ?1 AND contact.id = ?2 AND dead_code IS NOT NULL
            ORDER BY outbox.id
            """
        )
        selectDeadLetter = try prepare(
            """
            SELECT \(columns) FROM outbox CROSS JOIN contact ON contact.row = outbox.contact
            WHERE outbox.id = ?1 AND dead_code IS NOT NULL
            """
        )
        count = try prepare(
            """
            SELECT (SELECT count(*) FROM outbox),
                (SELECT count(*) FROM outbox INDEXED BY outbox_dead WHERE dead_code IS NOT NULL),
                (SELECT queued FROM outbox WHERE dead_code IS NULL ORDER BY id LIMIT 1)
            """
        )
    }

    func queued(for contact: ContactID) throws(StoreError) -> [OutboxRow] {
        try selectQueued.bind(contact.rowKey, 1)
        try selectQueued.bind(contact.bytes, 2)
        return try selectQueued.rows { row throws(StoreError) in
            OutboxRow(
                id: row.integer(0),
                effectID: row.blob(1),
                purpose: row.text(2),
                sealed: row.blob(3),
                attempts: Int(row.integer(4)),
                notBefore: row.optionalInteger(5).map(Timestamp.init(milliseconds:)),
                queuedAt: Timestamp(milliseconds: row.integer(6))
            )
        }
    }

    func contacts(after last: ContactID?, limit: Int) throws(StoreError) -> [QueuedContact] {
        guard last?.rowKey != .max else { return [] }
        try selectContacts.bind(last.map { $0.rowKey + 1 } ?? .min, 1)
        try selectContacts.bind(Int64(limit), 2)
        return try selectContacts.rows { row throws(StoreError) in
            QueuedContact(
                contact: try ContactID(stored: row.blob(0), at: row.integer(3), file: file),
                notBefore: row.optionalInteger(1).map(Timestamp.init(milliseconds:))
            )
        }
    }

    func deadLetters(after id: Int64, limit: Int) throws(StoreError) -> [DeadLetter] {
        try selectDead.bind(id, 1)
        try selectDead.bind(Int64(limit), 2)
        return try selectDead.rows { row throws(StoreError) in try deadLetter(row) }
    }

    func deadLetters(of contact: ContactID) throws(StoreError) -> [DeadLetter] {
        try selectDeadOfContact.bind(contact.rowKey, 1)
        try selectDeadOfContact.bind(contact.bytes, 2)
        return try selectDeadOfContact.rows { row throws(StoreError) in try deadLetter(row) }
    }

    func deadLetter(_ id: Int64) throws(StoreError) -> DeadLetter? {
        try selectDeadLetter.bind(id, 1)
        return try selectDeadLetter.first { row throws(StoreError) in try deadLetter(row) }
    }

    func counts() throws(StoreError) -> OutboxCounts {
        let counts = try count.first { row throws(StoreError) in
            OutboxCounts(
                waiting: Int(row.integer(0) - row.integer(1)),
                dead: Int(row.integer(1)),
                oldestQueuedAt: row.optionalInteger(2).map(Timestamp.init(milliseconds:))
            )
        }
        return counts ?? OutboxCounts()
    }

    private func deadLetter(_ row: HotRow) throws(StoreError) -> DeadLetter {
        guard let code = row.text(6) else { throw .corrupt(file: file) }
        return DeadLetter(
            id: row.integer(0),
            contact: try ContactID(stored: row.blob(1), file: file),
            effectID: row.blob(2),
            purpose: row.text(3),
            sealed: row.blob(4),
            attempts: Int(row.integer(5)),
            code: code,
            queuedAt: Timestamp(milliseconds: row.integer(7))
        )
    }
}
