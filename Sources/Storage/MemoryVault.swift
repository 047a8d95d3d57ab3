import Synchronization

/// A vault in memory, with the same meaning as a stored one.
package final class MemoryVault: KeyVault {
    private struct Contents {
        var settings: VaultSettings?
        var contacts: [[UInt8]: ContactID] = [:]
        var secrets: [ContactID: [UInt8]] = [:]
    }

    private let contents = Mutex(Contents())

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
}
