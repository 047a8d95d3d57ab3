import Clocks
import GRDB
import Storage

/// What is found by one key, in microseconds: what every turn asks, and every report of a provider.
struct StoreLookups {
    private let file: String
    private let selectContact: HotStatement
    private let selectInbox: HotStatement
    private let selectSent: HotStatement
    let answers: AnswerLookup

    init(_ database: Database, file: String) throws {
        func prepare(_ sql: String) throws -> HotStatement {
            try HotStatement(database, file: file, sql)
        }
        self.file = file
        selectContact = try prepare(
            "SELECT version, sealed FROM contact WHERE row = ?1 AND id = ?2"
        )
        selectInbox = try prepare("SELECT 1 FROM inbox WHERE key = ?1")
        selectSent = try prepare(
            """
            SELECT contact.id, effect, stage, at
            FROM sent JOIN contact ON contact.row = sent.contact WHERE key = ?1
            """
        )
        answers = try AnswerLookup(prepare: prepare)
    }

    func contact(_ id: ContactID) throws(StoreError) -> StoredContact? {
        try selectContact.bind(id.rowKey, 1)
        try selectContact.bind(id.bytes, 2)
        return try selectContact.first { row throws(StoreError) in
            StoredContact(
                version: UInt64(bitPattern: row.integer(0)),
                sealedState: row.blob(1)
            )
        }
    }

    func isTaken(_ key: [UInt8]) throws(StoreError) -> Bool {
        try selectInbox.bind(key, 1)
        return try selectInbox.first { _ throws(StoreError) in true } ?? false
    }

    func sent(_ key: [UInt8]) throws(StoreError) -> StoredSentMessage? {
        try selectSent.bind(key, 1)
        return try selectSent.first { row throws(StoreError) in
            guard let stage = UInt8(exactly: row.integer(2)) else { throw .corrupt(file: file) }
            return StoredSentMessage(
                contact: try ContactID(stored: row.blob(0), file: file),
                effectID: row.blob(1),
                stage: stage,
                at: Timestamp(milliseconds: row.integer(3))
            )
        }
    }
}
