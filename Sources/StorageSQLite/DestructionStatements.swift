import Storage

/// What destroying a contact's keys deletes.
struct DestructionStatements {
    private let selectKey: HotStatement
    private let selectIdentifiers: HotStatement
    private let selectSuppression: HotStatement
    private let deleteKey: HotStatement
    private let deleteIdentifiers: HotStatement
    private let upsertSuppression: HotStatement
    private let deleteSuppression: HotStatement

    init(prepare: (String) throws -> HotStatement) throws {
        selectKey = try prepare("SELECT wrapped FROM contact_key WHERE contact = ?1")
        selectIdentifiers = try prepare("SELECT blind FROM identifier WHERE contact = ?1")
        selectSuppression = try prepare("SELECT 1 FROM suppression WHERE blind = ?1")
        deleteKey = try prepare("DELETE FROM contact_key WHERE contact = ?1")
        deleteIdentifiers = try prepare("DELETE FROM identifier WHERE contact = ?1")
        upsertSuppression = try prepare(
            """
            INSERT INTO suppression (blind, record) VALUES (?1, ?2)
            ON CONFLICT (blind) DO UPDATE SET record = excluded.record
            """
        )
        deleteSuppression = try prepare("DELETE FROM suppression WHERE blind = ?1")
    }

    func write(_ suppression: Suppression) throws(StoreError) {
        let statement = suppression.record == nil ? deleteSuppression : upsertSuppression
        try statement.bind(suppression.identifier, 1)
        if let record = suppression.record { try statement.bind(record, 2) }
        try statement.run()
    }

    /// Deletes a contact's rows, and adds what they held to what must not be found any more.
    func destroy(
        _ contact: ContactID,
        _ destroyed: inout DestroyedBytes
    ) throws(StoreError) {
        try selectKey.bind(contact.bytes, 1)
        if let wrapped = try selectKey.first({ row throws(StoreError) in row.blob(0) }) {
            destroyed.add(wrapped)
        } else {
            destroyed.addUnknown()
        }
        try selectIdentifiers.bind(contact.bytes, 1)
        let identifiers = try selectIdentifiers.rows { row throws(StoreError) in row.blob(0) }
        for identifier in identifiers {
            // Where a suppression keeps the hash, that it led to this contact still goes.
            if try !isSuppressed(identifier) { destroyed.add(identifier) }
            destroyed.add(neighbours: identifier, contact.bytes)
        }
        for statement in [deleteIdentifiers, deleteKey] {
            try statement.bind(contact.bytes, 1)
            try statement.run()
        }
    }

    private func isSuppressed(_ identifier: [UInt8]) throws(StoreError) -> Bool {
        try selectSuppression.bind(identifier, 1)
        return try selectSuppression.first { _ throws(StoreError) in true } ?? false
    }
}
