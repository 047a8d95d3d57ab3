import Clocks
import GRDB
import Storage

/// What is read from the vault.
struct VaultReader {
    private let file: String
    private let selectSettings: HotStatement
    private let selectIdentifier: HotStatement
    private let selectKey: HotStatement
    private let countKeys: HotStatement
    private let selectContacts: HotStatement
    private let selectIdentifiers: HotStatement
    private let selectSuppression: HotStatement
    private let countSuppressions: HotStatement
    private let selectSigningKeys: HotStatement
    private let selectLogKeys: HotStatement
    let apiKeys: APIKeyReading

    init(_ database: Database, file: String) throws {
        func prepare(_ sql: String) throws -> HotStatement {
            try HotStatement(database, file: file, sql)
        }
        self.file = file
        selectSettings = try prepare(
            "SELECT key_epoch, key_check, wrapped_index_key, created FROM vault WHERE id = 1"
        )
        selectIdentifier = try prepare("SELECT contact FROM identifier WHERE blind = ?1")
        selectKey = try prepare("SELECT wrapped FROM contact_key WHERE contact = ?1")
        countKeys = try prepare("SELECT count(*) FROM contact_key")
        selectContacts = try prepare(
            "SELECT contact FROM contact_key WHERE contact > ?1 ORDER BY contact LIMIT ?2"
        )
        selectIdentifiers = try prepare(
            "SELECT blind FROM identifier WHERE contact = ?1 ORDER BY blind"
        )
        selectSuppression = try prepare("SELECT record FROM suppression WHERE blind = ?1")
        countSuppressions = try prepare("SELECT count(*) FROM suppression")
        selectSigningKeys = try prepare(
            "SELECT id, wrapped, created, retired FROM signing_key ORDER BY created, id"
        )
        selectLogKeys = try prepare(
            """
            SELECT epoch, verifier, wrapped, created, wrapped IS NULL FROM log_key
            ORDER BY epoch
            """
        )
        apiKeys = try APIKeyReading(file: file, prepare: prepare)
    }

    func settings() throws(StoreError) -> VaultSettings? {
        try selectSettings.first { row throws(StoreError) in
            guard let epoch = UInt32(exactly: row.integer(0)) else {
                throw .corrupt(file: file)
            }
            return VaultSettings(
                keyEpoch: epoch,
                keyCheck: row.blob(1),
                wrappedIndexKey: row.blob(2),
                createdAt: Timestamp(milliseconds: row.integer(3))
            )
        }
    }

    func contact(for identifier: [UInt8]) throws(StoreError) -> ContactID? {
        try selectIdentifier.bind(identifier, 1)
        return try selectIdentifier.first { row throws(StoreError) in
            try ContactID(stored: row.blob(0), file: file)
        }
    }

    func wrappedSecrets(of contact: ContactID) throws(StoreError) -> [UInt8]? {
        try selectKey.bind(contact.bytes, 1)
        return try selectKey.first { row throws(StoreError) in row.blob(0) }
    }

    func contactCount() throws(StoreError) -> Int {
        try countKeys.first { row throws(StoreError) in Int(row.integer(0)) } ?? 0
    }

    func contactIDs(after last: ContactID?, limit: Int) throws(StoreError) -> [ContactID] {
        // No bytes at all come before any contact's.
        try selectContacts.bind(last?.bytes ?? [], 1)
        try selectContacts.bind(Int64(limit), 2)
        return try selectContacts.rows { row throws(StoreError) in
            try ContactID(stored: row.blob(0), file: file)
        }
    }

    func identifiers(of contact: ContactID) throws(StoreError) -> [[UInt8]] {
        try selectIdentifiers.bind(contact.bytes, 1)
        return try selectIdentifiers.rows { row throws(StoreError) in row.blob(0) }
    }

    func suppression(for identifier: [UInt8]) throws(StoreError) -> [UInt8]? {
        try selectSuppression.bind(identifier, 1)
        return try selectSuppression.first { row throws(StoreError) in row.blob(0) }
    }

    func suppressionCount() throws(StoreError) -> Int {
        try countSuppressions.first { row throws(StoreError) in Int(row.integer(0)) } ?? 0
    }

    func signingKeys() throws(StoreError) -> [StoredSigningKey] {
        try selectSigningKeys.rows { row throws(StoreError) in
            StoredSigningKey(
                id: row.blob(0),
                wrapped: row.blob(1),
                createdAt: Timestamp(milliseconds: row.integer(2)),
                retiredAt: row.optionalInteger(3).map(Timestamp.init(milliseconds:))
            )
        }
    }

    func logKeys() throws(StoreError) -> [StoredLogKey] {
        try selectLogKeys.rows { row throws(StoreError) in
            guard let epoch = UInt32(exactly: row.integer(0)), let verifier = row.text(1) else {
                throw .corrupt(file: file)
            }
            return StoredLogKey(
                epoch: epoch,
                verifier: verifier,
                wrapped: row.integer(4) == 0 ? row.blob(2) : nil,
                createdAt: Timestamp(milliseconds: row.integer(3))
            )
        }
    }
}

extension ContactID {
    /// The contact of a row that was found by its number, from which pages go on.
    ///
    /// A name that belongs to another number would lead a page back to itself, for ever.
    init(stored bytes: [UInt8], at row: Int64, file: String) throws(StoreError) {
        try self.init(stored: bytes, file: file)
        guard rowKey == row else { throw .corrupt(file: file) }
    }

    /// Reads the name of a row, which must be one.
    init(stored bytes: [UInt8], file: String) throws(StoreError) {
        guard let id = ContactID(bytes: bytes) else { throw .corrupt(file: file) }
        self = id
    }
}
