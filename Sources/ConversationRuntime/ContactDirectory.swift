package import Clocks
package import Conversations
package import Encryption
package import Storage
import Synchronization

/// A contact with the keys that open what is stored about them.
package struct KnownContact: Sendable {
    package let id: ContactID
    package let secrets: ContactSecrets
    package let sealer: Sealer

    init(id: ContactID, secrets: ContactSecrets) {
        self.id = id
        self.secrets = secrets
        sealer = Sealer(secrets)
    }
}

/// Finds the contact behind an address, and makes one for an address not seen before.
///
/// An address is looked up by its blind index only. A contact's keys are durable before anything is
/// sealed with them.
package final class ContactDirectory: Sendable {
    private struct Cache {
        var ids: [ContactAddress: ContactID] = [:]
        var contacts: [ContactID: KnownContact] = [:]
    }

    /// Contacts whose keys are held in memory; deriving a key again costs some microseconds.
    package static let cacheLimit = 100_000

    private let vault: any KeyVault
    private let keyring: Keyring
    private let blindIndex: BlindIndex
    private let entropy: Entropy
    private let cache = Mutex(Cache())

    init(
        vault: any KeyVault,
        keyring: Keyring,
        blindIndex: BlindIndex,
        entropy: Entropy
    ) {
        self.entropy = entropy
        self.vault = vault
        self.keyring = keyring
        self.blindIndex = blindIndex
    }

    package func find(_ address: ContactAddress) throws(EngineError) -> KnownContact? {
        if let known = cached(address) { return known }
        do throws(StoreError) {
            guard let id = try vault.contact(for: identifier(of: address)) else { return nil }
            return try open(id, at: address)
        } catch {
            throw .store(error)
        }
    }

    package func findOrCreate(
        _ address: ContactAddress,
        at now: Timestamp
    ) throws(EngineError) -> KnownContact {
        if let known = try find(address) { return known }
        let secrets = ContactSecrets.generate()
        var random = entropy
        let id = ContactID(using: &random)
        let new = NewContact(
            id: id,
            identifier: identifier(of: address),
            wrappedSecrets: keyring.wrap(secrets, contact: id.bytes).bytes,
            createdAt: now
        )
        do throws(StoreError) {
            let stored = try vault.add([new])
            // Someone else may have been quicker with the same address.
            if stored != [id], let other = try open(stored[0], at: address) { return other }
            let contact = KnownContact(id: id, secrets: secrets)
            remember(contact, at: address)
            return contact
        } catch {
            throw .store(error)
        }
    }

    /// The contact with a given id, for timers, which know no address.
    package func contact(_ id: ContactID) throws(EngineError) -> KnownContact? {
        if let known = cache.withLock({ $0.contacts[id] }) { return known }
        do throws(StoreError) {
            return try open(id, at: nil)
        } catch {
            throw .store(error)
        }
    }

    /// The keyed hash under which a provider's message id is remembered; such ids may themselves
    /// hold a telephone number.
    package func inboxKey(channel: String, providerID: String) -> [UInt8] {
        blindIndex.index(of: "\(channel)\u{0}\(providerID)", domain: "parley/inbox/v1")
    }

    private func identifier(of address: ContactAddress) -> [UInt8] {
        blindIndex.index(
            of: "\(address.channel)\u{0}\(address.text)",
            domain: "parley/address/v1"
        )
    }

    private func cached(_ address: ContactAddress) -> KnownContact? {
        cache.withLock { cache in cache.ids[address].flatMap { cache.contacts[$0] } }
    }

    private func open(
        _ id: ContactID,
        at address: ContactAddress?
    ) throws(StoreError) -> KnownContact? {
        guard let wrapped = try vault.wrappedSecrets(of: id) else { return nil }
        let secrets: ContactSecrets
        do {
            secrets = try keyring.unwrap(WrappedSecrets(bytes: wrapped), contact: id.bytes)
        } catch {
            throw .corrupt(file: "keys.db")
        }
        let contact = KnownContact(id: id, secrets: secrets)
        remember(contact, at: address)
        return contact
    }

    private func remember(_ contact: KnownContact, at address: ContactAddress?) {
        cache.withLock { cache in
            if cache.contacts.count >= Self.cacheLimit { cache = Cache() }
            cache.contacts[contact.id] = contact
            if let address { cache.ids[address] = contact.id }
        }
    }
}
