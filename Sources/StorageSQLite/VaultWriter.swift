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
        do throws(StoreError) {
            try transaction.begin()
            var names: [ContactID] = []
            names.reserveCapacity(contacts.count)
            for contact in contacts {
                names.append(try add(contact))
            }
            try transaction.commit()
            return names
        } catch {
            transaction.rollBack()
            throw error
        }
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
