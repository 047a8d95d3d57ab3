import Clocks
import GRDB
import Storage

/// The one connection that writes keys.
struct VaultWriter {
    private let transaction: TransactionStatements
    private let reader: VaultReader
    private let insertSettings: HotStatement
    private let insertIdentifier: HotStatement
    private let insertKey: HotStatement
    private let upsertIdentifier: HotStatement
    private let upsertSigningKey: HotStatement
    private let destruction: DestructionStatements
    private let upsertLogKey: HotStatement
    private let clearLogKey: HotStatement
    private let log: LogStatements
    let apiKeys: APIKeyWriting

    init(_ database: Database, file: String) throws {
        func prepare(_ sql: String) throws -> HotStatement {
            try HotStatement(database, file: file, sql)
        }
        transaction = try TransactionStatements(prepare: prepare)
        reader = try VaultReader(database, file: file)
        insertSettings = try prepare(
            """
            INSERT INTO vault (id, key_epoch, key_check, wrapped_index_key, created)
            VALUES (1, ?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING
            """
        )
        insertIdentifier = try prepare(
            "INSERT INTO identifier (blind, contact) VALUES (?1, ?2)"
        )
        insertKey = try prepare(
            "INSERT INTO contact_key (contact, wrapped, created) VALUES (?1, ?2, ?3)"
        )
        upsertIdentifier = try prepare(
            """
            INSERT INTO identifier (blind, contact)
            SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM contact_key WHERE contact = ?2)
            ON CONFLICT (blind) DO UPDATE SET contact = excluded.contact
            """
        )
        upsertSigningKey = try prepare(
            """
            INSERT INTO signing_key (id, wrapped, created, retired) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (id) DO UPDATE SET wrapped = excluded.wrapped,
                created = excluded.created, retired = excluded.retired
            """
        )
        upsertLogKey = try prepare(
            """
            INSERT INTO log_key (epoch, verifier, wrapped, created) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (epoch) DO UPDATE SET verifier = excluded.verifier,
                wrapped = excluded.wrapped, created = excluded.created
            """
        )
        clearLogKey = try prepare("UPDATE log_key SET wrapped = NULL WHERE epoch = ?1")
        destruction = try DestructionStatements(prepare: prepare)
        log = try LogStatements(file: file, prepare: prepare)
        apiKeys = try APIKeyWriting(prepare: prepare)
    }

    func initialize(_ settings: VaultSettings) throws(StoreError) {
        try insertSettings.bind(Int64(settings.keyEpoch), 1)
        try insertSettings.bind(settings.keyCheck, 2)
        try insertSettings.bind(settings.wrappedIndexKey, 3)
        try insertSettings.bind(settings.createdAt.milliseconds, 4)
        // A statement outside a transaction is one, and as durable.
        try insertSettings.run()
    }

    func add(_ contacts: [NewContact]) throws(StoreError) -> [ContactID] {
        guard !contacts.isEmpty else { return [] }
        return try transaction.run { () throws(StoreError) in
            var names: [ContactID] = []
            names.reserveCapacity(contacts.count)
            for contact in contacts {
                names.append(try add(contact))
            }
            return names
        }
    }

    func link(_ identifier: [UInt8], to contact: ContactID) throws(StoreError) {
        try upsertIdentifier.bind(identifier, 1)
        try upsertIdentifier.bind(contact.bytes, 2)
        guard try upsertIdentifier.change() == 1 else { throw .unknownContact }
    }

    func suppress(_ suppression: Suppression) throws(StoreError) {
        try destruction.write(suppression)
    }

    func add(_ key: StoredSigningKey) throws(StoreError) {
        try upsertSigningKey.bind(key.id, 1)
        try upsertSigningKey.bind(key.wrapped, 2)
        try upsertSigningKey.bind(key.createdAt.milliseconds, 3)
        try upsertSigningKey.bind(key.retiredAt?.milliseconds, 4)
        try upsertSigningKey.run()
    }

    func add(_ key: StoredLogKey) throws(StoreError) {
        try upsertLogKey.bind(Int64(key.epoch), 1)
        try upsertLogKey.bind(key.verifier, 2)
        if let wrapped = key.wrapped {
            try upsertLogKey.bind(wrapped, 3)
        } else {
            try upsertLogKey.bind(Int64?.none, 3)
        }
        try upsertLogKey.bind(key.createdAt.milliseconds, 4)
        try upsertLogKey.run()
    }

    /// Clears an epoch's private half and empties the log of it.
    ///
    /// - Returns: What must not be found in the file any more.
    func destroyLogKey(ofEpoch epoch: UInt32) throws(StoreError) -> DestroyedBytes {
        var destroyed = DestroyedBytes()
        let key = try reader.logKeys().first { $0.epoch == epoch }
        if let wrapped = key?.wrapped { destroyed.add(wrapped) } else { destroyed.addUnknown() }
        try clearLogKey.bind(Int64(epoch), 1)
        try clearLogKey.run()
        try log.empty()
        return destroyed
    }

    /// Deletes what belongs to the contacts and empties the log of it.
    ///
    /// - Returns: What must not be found in the file any more.
    func destroy(
        _ contacts: [ContactID],
        suppressing suppressions: [Suppression]
    ) throws(StoreError) -> DestroyedBytes {
        let destroyed = try transaction.run { () throws(StoreError) in
            var destroyed = DestroyedBytes()
            for suppression in suppressions { try destruction.write(suppression) }
            for contact in contacts { try destruction.destroy(contact, &destroyed) }
            return destroyed
        }
        try log.empty()
        return destroyed
    }

    func rebuild() throws(StoreError) {
        try log.rebuild()
    }

    /// Adds one; a taken identifier keeps its contact, and the new keys are dropped.
    private func add(_ new: NewContact) throws(StoreError) -> ContactID {
        if let holder = try reader.contact(for: new.identifier) { return holder }
        try insertIdentifier.bind(new.identifier, 1)
        try insertIdentifier.bind(new.id.bytes, 2)
        try insertIdentifier.run()
        try insertKey.bind(new.id.bytes, 1)
        try insertKey.bind(new.wrappedSecrets, 2)
        try insertKey.bind(new.createdAt.milliseconds, 3)
        try insertKey.run()
        return new.id
    }
}
