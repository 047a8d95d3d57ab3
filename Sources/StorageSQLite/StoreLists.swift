import Audit
import Clocks
import GRDB
import Storage

/// Everything that is read in lists, or seldom.
struct StoreLists {
    private let file: String
    private let selectDue: HotStatement
    private let selectEvidence: HotStatement
    private let selectLeaves: HotStatement
    private let selectHeads: HotStatement
    private let selectTip: HotStatement
    private let selectProgram: HotStatement
    private let selectContacts: HotStatement
    private let selectJobs: HotStatement
    private let countRows: HotStatement
    private let selectContactRows: HotStatement
    let outbox: OutboxLists
    let inbox: InboxLists
    let aged: AgedLists
    let log: LogLists

    init(_ database: Database, file: String) throws {
        func prepare(_ sql: String) throws -> HotStatement {
            try HotStatement(database, file: file, sql)
        }
        self.file = file
        // The join keeps two contacts apart that agree in their row number.
        selectEvidence = try prepare(
            """
            SELECT sequence, purpose, state, at, evidence.sealed FROM evidence
            JOIN contact ON contact.row = evidence.contact
            WHERE evidence.contact = ?1 AND contact.id = ?2 ORDER BY evidence.id
            """
        )
        selectDue = try prepare(
            "SELECT id FROM contact WHERE due <= ?1 ORDER BY due, row LIMIT ?2"
        )
        selectLeaves = try prepare(
            """
            SELECT idx, body, hash FROM leaf
            WHERE idx >= max(?1, (SELECT first_leaf FROM log_start WHERE id = 1))
            ORDER BY idx LIMIT ?2
            """
        )
        selectHeads = try prepare(
            """
            SELECT size, root, time FROM tree_head
            WHERE size >= ?1 AND size > (SELECT first_leaf FROM log_start WHERE id = 1)
            ORDER BY size LIMIT ?2
            """
        )
        selectTip = try prepare("SELECT frontier FROM tip WHERE id = 1")
        selectProgram = try prepare("SELECT sources FROM program WHERE digest = ?1")
        selectContacts = try prepare(
            "SELECT id, row FROM contact WHERE row >= ?1 ORDER BY row LIMIT ?2"
        )
        selectJobs = try prepare(
            """
            SELECT contact, requested, last_sequence, details FROM erasure_job
            ORDER BY requested, contact
            """
        )
        countRows = try prepare(
            """
            SELECT (SELECT count(*) FROM outbox WHERE outbox.contact = contact.row),
                (SELECT count(*) FROM evidence WHERE evidence.contact = contact.row)
            FROM contact WHERE row = ?1 AND id = ?2
            """
        )
        selectContactRows = try prepare(
            "SELECT id, row, version, sealed FROM contact WHERE row >= ?1 ORDER BY row LIMIT ?2"
        )
        outbox = try OutboxLists(file: file, prepare: prepare)
        inbox = try InboxLists(prepare: prepare)
        aged = try AgedLists(prepare: prepare)
        log = try LogLists(file: file, prepare: prepare)
    }

    func evidence(for contact: ContactID) throws(StoreError) -> [EvidenceRow] {
        try selectEvidence.bind(contact.rowKey, 1)
        try selectEvidence.bind(contact.bytes, 2)
        return try selectEvidence.rows { row throws(StoreError) in
            guard let purpose = row.text(1), let state = UInt8(exactly: row.integer(2)) else {
                throw .corrupt(file: file)
            }
            return EvidenceRow(
                sequence: UInt64(bitPattern: row.integer(0)),
                purpose: purpose,
                state: state,
                at: Timestamp(milliseconds: row.integer(3)),
                sealed: row.blob(4)
            )
        }
    }

    func due(at now: Timestamp, limit: Int) throws(StoreError) -> [ContactID] {
        try selectDue.bind(now.milliseconds, 1)
        try selectDue.bind(Int64(limit), 2)
        return try selectDue.rows { row throws(StoreError) in
            try ContactID(stored: row.blob(0), file: file)
        }
    }

    func contacts(after last: ContactID?, limit: Int) throws(StoreError) -> [ContactID] {
        guard last?.rowKey != .max else { return [] }
        try selectContacts.bind(last.map { $0.rowKey + 1 } ?? .min, 1)
        try selectContacts.bind(Int64(limit), 2)
        return try selectContacts.rows { row throws(StoreError) in
            try ContactID(stored: row.blob(0), at: row.integer(1), file: file)
        }
    }

    func contactRows(after last: ContactID?, limit: Int) throws(StoreError) -> [ContactRow] {
        guard last?.rowKey != .max else { return [] }
        try selectContactRows.bind(last.map { $0.rowKey + 1 } ?? .min, 1)
        try selectContactRows.bind(Int64(limit), 2)
        return try selectContactRows.rows { row throws(StoreError) in
            ContactRow(
                id: try ContactID(stored: row.blob(0), at: row.integer(1), file: file),
                row: StoredContact(
                    version: UInt64(bitPattern: row.integer(2)),
                    sealedState: row.blob(3)
                )
            )
        }
    }

    func rowCounts(of contact: ContactID) throws(StoreError) -> ShredCounts {
        try countRows.bind(contact.rowKey, 1)
        try countRows.bind(contact.bytes, 2)
        let counts = try countRows.first { row throws(StoreError) in
            ShredCounts(
                contacts: 1,
                outbox: Int(row.integer(0)),
                evidence: Int(row.integer(1))
            )
        }
        return counts ?? ShredCounts()
    }

    func erasureJobs() throws(StoreError) -> [ErasureJob] {
        try selectJobs.rows { row throws(StoreError) in
            ErasureJob(
                contact: try ContactID(stored: row.blob(0), file: file),
                requestedAt: Timestamp(milliseconds: row.integer(1)),
                lastSequence: UInt64(bitPattern: row.integer(2)),
                details: row.blob(3)
            )
        }
    }

    func leaves(from index: UInt64, limit: Int) throws(StoreError) -> [StoredLeaf] {
        try selectLeaves.bind(Int64(clamping: index), 1)
        try selectLeaves.bind(Int64(limit), 2)
        return try selectLeaves.rows { row throws(StoreError) in
            StoredLeaf(
                index: UInt64(bitPattern: row.integer(0)),
                body: row.blob(1),
                hash: row.blob(2)
            )
        }
    }

    func heads(from size: UInt64, limit: Int) throws(StoreError) -> [TreeHead] {
        try selectHeads.bind(Int64(clamping: size), 1)
        try selectHeads.bind(Int64(limit), 2)
        return try selectHeads.rows { row throws(StoreError) in
            guard let root = MerkleHash(row.blob(1)) else { throw .corrupt(file: file) }
            return TreeHead(
                size: UInt64(bitPattern: row.integer(0)),
                root: root,
                time: Timestamp(milliseconds: row.integer(2))
            )
        }
    }

    func frontier() throws(StoreError) -> Frontier {
        let bytes = try selectTip.first { row throws(StoreError) in row.blob(0) }
        return try Frontier(stored: bytes, file: file)
    }

    func archivedProgram(_ digest: [UInt8]) throws(StoreError) -> [UInt8]? {
        try selectProgram.bind(digest, 1)
        return try selectProgram.first { row throws(StoreError) in row.blob(0) }
    }
}

extension Frontier {
    /// Reads the frontier of a row that must be there.
    init(stored bytes: [UInt8]?, file: String) throws(StoreError) {
        guard let bytes else { throw .corrupt(file: file) }
        do {
            try self.init(bytes: bytes)
        } catch {
            throw .corrupt(file: file)
        }
    }
}
