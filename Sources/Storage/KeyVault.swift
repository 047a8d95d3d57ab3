package import Clocks

/// What must outlive a restart and must be able to vanish: wrapped keys, and the way from an
/// address to a contact.
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
