import Synchronization

/// A vault in memory, with the same meaning as a stored one.
package final class MemoryVault: KeyVault {
    struct Contents {
        var settings: VaultSettings?
        var contacts: [[UInt8]: ContactID] = [:]
        var secrets: [ContactID: [UInt8]] = [:]
        var suppressions: [[UInt8]: [UInt8]] = [:]
        var signingKeys: [[UInt8]: StoredSigningKey] = [:]
        var logKeys: [UInt32: StoredLogKey] = [:]
        /// By the bytes of the id, because texts that look alike are other keys.
        var apiKeys: [[UInt8]: StoredAPIKey] = [:]
    }

    let contents = Mutex(Contents())

    package init() {}

    package func settings() throws(StoreError) -> VaultSettings? {
        contents.withLock { $0.settings }
    }

    package func initialize(_ settings: VaultSettings) throws(StoreError) {
        contents.withLock { contents in
            if contents.settings == nil { contents.settings = settings }
        }
    }

    package func contact(for identifier: [UInt8]) throws(StoreError) -> ContactID? {
        contents.withLock { $0.contacts[identifier] }
    }

    package func wrappedSecrets(of contact: ContactID) throws(StoreError) -> [UInt8]? {
        contents.withLock { $0.secrets[contact] }
    }

    package func add(_ contacts: [NewContact]) throws(StoreError) -> [ContactID] {
        contents.withLock { contents in
            contacts.map { new in
                if let taken = contents.contacts[new.identifier] { return taken }
                contents.contacts[new.identifier] = new.id
                contents.secrets[new.id] = new.wrappedSecrets
                return new.id
            }
        }
    }

    package func contactCount() throws(StoreError) -> Int {
        contents.withLock { $0.secrets.count }
    }

    package func contactIDs(
        after last: ContactID?,
        limit: Int
    ) throws(StoreError) -> [ContactID] {
        contents.withLock { contents in
            let ordered = contents.secrets.keys.sorted { precedes($0.bytes, $1.bytes) }
            let later = ordered.filter { id in last.map { precedes($0.bytes, id.bytes) } ?? true }
            return Array(later.prefix(limit))
        }
    }

    package func identifiers(of contact: ContactID) throws(StoreError) -> [[UInt8]] {
        contents.withLock { contents in
            contents.contacts.filter { $0.value == contact }.keys.sorted(by: precedes)
        }
    }

    package func link(
        _ identifier: [UInt8],
        to contact: ContactID
    ) throws(StoreError) {
        try contents.withLock { contents throws(StoreError) in
            guard contents.secrets[contact] != nil else { throw .unknownContact }
            contents.contacts[identifier] = contact
        }
    }

    package func suppression(for identifier: [UInt8]) throws(StoreError) -> [UInt8]? {
        contents.withLock { $0.suppressions[identifier] }
    }

    package func suppress(
        _ identifier: [UInt8],
        record: [UInt8]?
    ) throws(StoreError) {
        contents.withLock { $0.suppressions[identifier] = record }
    }

    package func suppressionCount() throws(StoreError) -> Int {
        contents.withLock { $0.suppressions.count }
    }

    package func destroy(
        _ contacts: [ContactID],
        suppressing suppressions: [Suppression]
    ) throws(StoreError) {
        contents.withLock { contents in
            for suppression in suppressions {
                contents.suppressions[suppression.identifier] = suppression.record
            }
            contents.contacts = contents.contacts.filter { !contacts.contains($0.value) }
            for contact in contacts { contents.secrets[contact] = nil }
        }
    }

    package func signingKeys() throws(StoreError) -> [StoredSigningKey] {
        contents.withLock { contents in
            contents.signingKeys.values.sorted { one, other in
                guard one.createdAt == other.createdAt else {
                    return one.createdAt < other.createdAt
                }
                return precedes(one.id, other.id)
            }
        }
    }

    package func add(_ key: StoredSigningKey) throws(StoreError) {
        contents.withLock { $0.signingKeys[key.id] = key }
    }

    package func logKeys() throws(StoreError) -> [StoredLogKey] {
        contents.withLock { $0.logKeys.values.sorted { $0.epoch < $1.epoch } }
    }

    package func add(_ key: StoredLogKey) throws(StoreError) {
        contents.withLock { $0.logKeys[key.epoch] = key }
    }

    package func destroyLogKey(ofEpoch epoch: UInt32) throws(StoreError) {
        contents.withLock { contents in
            guard let key = contents.logKeys[epoch] else { return }
            contents.logKeys[epoch] = StoredLogKey(
                epoch: epoch,
                verifier: key.verifier,
                wrapped: nil,
                createdAt: key.createdAt
            )
        }
    }
}

/// The order a database keeps bytes in.
private func precedes(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.lexicographicallyPrecedes(other)
}
