import Storage

/// A vault whose writes fail when a step says so.
final class UnreliableVault: KeyVault {
    private let vault: any KeyVault
    private let faults: Faults

    init(_ vault: any KeyVault, _ faults: Faults) {
        self.vault = vault
        self.faults = faults
    }

    func add(_ contacts: [NewContact]) throws(StoreError) -> [ContactID] {
        try faults.during(.vault) { () throws(StoreError) in try vault.add(contacts) }
    }

    func add(_ key: StoredSigningKey) throws(StoreError) {
        try faults.during(.vault) { () throws(StoreError) in try vault.add(key) }
    }

    func link(_ identifier: [UInt8], to contact: ContactID) throws(StoreError) {
        try faults.during(.vault) { () throws(StoreError) in
            try vault.link(identifier, to: contact)
        }
    }

    func suppress(_ identifier: [UInt8], record: [UInt8]?) throws(StoreError) {
        try faults.during(.vault) { () throws(StoreError) in
            try vault.suppress(identifier, record: record)
        }
    }

    func destroy(
        _ contacts: [ContactID],
        suppressing suppressions: [Suppression]
    ) throws(StoreError) {
        try faults.during(.vault) { () throws(StoreError) in
            try vault.destroy(contacts, suppressing: suppressions)
        }
    }

    func initialize(_ settings: VaultSettings) throws(StoreError) {
        try vault.initialize(settings)
    }

    // MARK: Reads, which never fail

    func settings() throws(StoreError) -> VaultSettings? { try vault.settings() }

    func contact(for identifier: [UInt8]) throws(StoreError) -> ContactID? {
        try vault.contact(for: identifier)
    }

    func wrappedSecrets(of contact: ContactID) throws(StoreError) -> [UInt8]? {
        try vault.wrappedSecrets(of: contact)
    }

    func contactCount() throws(StoreError) -> Int { try vault.contactCount() }

    func contactIDs(after last: ContactID?, limit: Int) throws(StoreError) -> [ContactID] {
        try vault.contactIDs(after: last, limit: limit)
    }

    func identifiers(of contact: ContactID) throws(StoreError) -> [[UInt8]] {
        try vault.identifiers(of: contact)
    }

    func suppression(for identifier: [UInt8]) throws(StoreError) -> [UInt8]? {
        try vault.suppression(for: identifier)
    }

    func suppressionCount() throws(StoreError) -> Int { try vault.suppressionCount() }

    func signingKeys() throws(StoreError) -> [StoredSigningKey] { try vault.signingKeys() }
}
