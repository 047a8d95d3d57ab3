package import Clocks

/// What must outlive a restart and must be able to vanish: wrapped keys, the way from an address to
/// a contact, and what an address said that must outlive its contact.
///
/// Kept apart from the conversations, so that destroying a row here is erasure.
///
/// Every write is durable when the method returns, because a key must exist before its first use.
package protocol KeyVault: Sendable {
    func settings() throws(StoreError) -> VaultSettings?
    /// Writes the settings of a new vault; a vault that has some keeps them.
    func initialize(_ settings: VaultSettings) throws(StoreError)

    func contact(for identifier: [UInt8]) throws(StoreError) -> ContactID?
    func wrappedSecrets(of contact: ContactID) throws(StoreError) -> [UInt8]?
    /// Stores new contacts, all or none; an identifier that is taken already keeps its contact.
    ///
    /// - Returns: For each, the contact that now has the identifier.
    func add(_ contacts: [NewContact]) throws(StoreError) -> [ContactID]
    func contactCount() throws(StoreError) -> Int
    /// Contacts that have keys, in the order of their bytes; also those that never finished a turn.
    func contactIDs(after last: ContactID?, limit: Int) throws(StoreError) -> [ContactID]

    /// The blind indexes that lead to a contact, in the order of their bytes.
    func identifiers(of contact: ContactID) throws(StoreError) -> [[UInt8]]
    /// Lets an identifier lead to a contact from now on, whether or not it led to another.
    ///
    /// - Throws: `StoreError.unknownContact` for one without keys.
    func link(_ identifier: [UInt8], to contact: ContactID) throws(StoreError)

    /// What is remembered of an address beyond its contact.
    func suppression(for identifier: [UInt8]) throws(StoreError) -> [UInt8]?
    /// Remembers a record under an identifier; `nil` forgets it.
    func suppress(_ identifier: [UInt8], record: [UInt8]?) throws(StoreError)
    func suppressionCount() throws(StoreError) -> Int

    // LAW: Art. 17 GDPR: whoever holds the files then holds nothing that opens what was sealed.
    /// Destroys the keys of contacts and the ways to them, and writes the suppressions, together.
    ///
    /// When it returns, no file of the vault holds any of what was destroyed. It may be repeated.
    ///
    /// - Throws: A transient error also when the rows are gone for good and their bytes may not be
    ///   yet; repeating finishes that.
    func destroy(
        _ contacts: [ContactID],
        suppressing suppressions: [Suppression]
    ) throws(StoreError)

    /// Keys that receipts are signed with, the oldest first.
    func signingKeys() throws(StoreError) -> [StoredSigningKey]
    /// Stores a signing key, in place of one with the same id, which is how one is retired.
    func add(_ key: StoredSigningKey) throws(StoreError)

    /// Keys that the audit log is signed with, by epoch.
    func logKeys() throws(StoreError) -> [StoredLogKey]
    /// Stores the key of a new epoch, or the same key wrapped anew.
    func add(_ key: StoredLogKey) throws(StoreError)
    /// Destroys the private half of an epoch's key: nothing can be signed with it ever again.
    ///
    /// When it returns, no file of the vault holds it. It may be repeated.
    func destroyLogKey(ofEpoch epoch: UInt32) throws(StoreError)
}

/// What a vault holds once: wrapped under the key-encryption key it names.
package struct VaultSettings: Hashable, Sendable {
    package let keyEpoch: UInt32
    /// Check value of that key-encryption key: tells a wrong key from damage.
    package let keyCheck: [UInt8]
    package let wrappedIndexKey: [UInt8]
    package let createdAt: Timestamp

    package init(
        keyEpoch: UInt32,
        keyCheck: [UInt8],
        wrappedIndexKey: [UInt8],
        createdAt: Timestamp
    ) {
        self.keyEpoch = keyEpoch
        self.keyCheck = keyCheck
        self.wrappedIndexKey = wrappedIndexKey
        self.createdAt = createdAt
    }
}

/// A contact to add to a vault, with everything its row holds.
package struct NewContact: Hashable, Sendable {
    package let id: ContactID
    /// Blind index of the address.
    package let identifier: [UInt8]
    package let wrappedSecrets: [UInt8]
    package let createdAt: Timestamp

    package init(
        id: ContactID,
        identifier: [UInt8],
        wrappedSecrets: [UInt8],
        createdAt: Timestamp
    ) {
        self.id = id
        self.identifier = identifier
        self.wrappedSecrets = wrappedSecrets
        self.createdAt = createdAt
    }
}
