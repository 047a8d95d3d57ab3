package import Storage

/// A vault that fails where a plan says so, and is otherwise the one it wraps.
package final class FaultyVault: KeyVault {
    private let vault: any KeyVault
    private let plan: FaultPlan

    package init(_ vault: any KeyVault, _ plan: FaultPlan) {
        self.vault = vault
        self.plan = plan
    }

    package func initialize(_ settings: VaultSettings) throws(StoreError) {
        try plan.run(.initialize) { () throws(StoreError) in try vault.initialize(settings) }
    }

    package func add(_ contacts: [NewContact]) throws(StoreError) -> [ContactID] {
        try plan.run(.addContacts) { () throws(StoreError) in try vault.add(contacts) }
    }

    package func link(
        _ identifier: [UInt8],
        to contact: ContactID
    ) throws(StoreError) {
        try plan.run(.link) { () throws(StoreError) in try vault.link(identifier, to: contact) }
    }

    package func suppress(
        _ identifier: [UInt8],
        record: [UInt8]?
    ) throws(StoreError) {
        try plan.run(.suppress) { () throws(StoreError) in
            try vault.suppress(identifier, record: record)
        }
    }

    package func destroy(
        _ contacts: [ContactID],
        suppressing suppressions: [Suppression]
    ) throws(StoreError) {
        try plan.run(.destroy) { () throws(StoreError) in
            try vault.destroy(contacts, suppressing: suppressions)
        }
    }

    package func add(_ key: StoredSigningKey) throws(StoreError) {
        try plan.run(.addSigningKey) { () throws(StoreError) in try vault.add(key) }
    }

    package func add(_ key: StoredLogKey) throws(StoreError) {
        try plan.run(.addLogKey) { () throws(StoreError) in try vault.add(key) }
    }

    package func destroyLogKey(ofEpoch epoch: UInt32) throws(StoreError) {
        try plan.run(.destroyLogKey) { () throws(StoreError) in
            try vault.destroyLogKey(ofEpoch: epoch)
        }
    }

    // MARK: Reading

    package func settings() throws(StoreError) -> VaultSettings? {
        try plan.run(.reading) { () throws(StoreError) in try vault.settings() }
    }

    package func contact(for identifier: [UInt8]) throws(StoreError) -> ContactID? {
        try plan.run(.reading) { () throws(StoreError) in try vault.contact(for: identifier) }
    }

    package func wrappedSecrets(of contact: ContactID) throws(StoreError) -> [UInt8]? {
        try plan.run(.reading) { () throws(StoreError) in
            try vault.wrappedSecrets(of: contact)
        }
    }

    package func contactCount() throws(StoreError) -> Int {
        try plan.run(.reading) { () throws(StoreError) in try vault.contactCount() }
    }

    package func contactIDs(
        after last: ContactID?,
        limit: Int
    ) throws(StoreError) -> [ContactID] {
        try plan.run(.reading) { () throws(StoreError) in
            try vault.contactIDs(after: last, limit: limit)
        }
    }

    package func identifiers(of contact: ContactID) throws(StoreError) -> [[UInt8]] {
        try plan.run(.reading) { () throws(StoreError) in try vault.identifiers(of: contact) }
    }

    package func suppression(for identifier: [UInt8]) throws(StoreError) -> [UInt8]? {
        try plan.run(.reading) { () throws(StoreError) in
            try vault.suppression(for: identifier)
        }
    }

    package func suppressionCount() throws(StoreError) -> Int {
        try plan.run(.reading) { () throws(StoreError) in try vault.suppressionCount() }
    }

    package func signingKeys() throws(StoreError) -> [StoredSigningKey] {
        try plan.run(.reading) { () throws(StoreError) in try vault.signingKeys() }
    }

    package func logKeys() throws(StoreError) -> [StoredLogKey] {
        try plan.run(.reading) { () throws(StoreError) in try vault.logKeys() }
    }
}
