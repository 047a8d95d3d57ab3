package import Clocks
package import Consent
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

    /// The keys of the audit log, which stand in the same vault.
    var logKeys: LogKeys { LogKeys(vault: vault, keyring: keyring) }

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

    /// What the address said before its contact was erased, or before it was ever seen.
    package func suppression(
        of address: ContactAddress
    ) throws(EngineError) -> ConsentLedger? {
        let record: [UInt8]?
        do {
            record = try vault.suppression(for: identifier(of: address))
        } catch {
            throw .store(error)
        }
        guard let record else { return nil }
        do {
            return try Suppressions.ledger(record)
        } catch {
            throw .store(.corrupt(file: "keys.db"))
        }
    }

    /// Remembers what an address that is no contact's said, under its keyed hash only.
    package func suppress(
        _ address: ContactAddress,
        _ ledger: ConsentLedger
    ) throws(EngineError) {
        do throws(StoreError) {
            try vault.suppress(identifier(of: address), record: Suppressions.record(of: ledger))
        } catch {
            throw .store(error)
        }
    }

    /// Points an address at a contact, from now on.
    func link(_ address: ContactAddress, to contact: ContactID) throws(EngineError) {
        do throws(StoreError) {
            try vault.link(identifier(of: address), to: contact)
        } catch {
            throw .store(error)
        }
        cache.withLock { $0.ids[address] = nil }
    }

    /// Points everything that led to one contact at another.
    func redirect(_ old: ContactID, to new: ContactID) throws(EngineError) {
        do throws(StoreError) {
            for identifier in try vault.identifiers(of: old) {
                try vault.link(identifier, to: new)
            }
        } catch {
            throw .store(error)
        }
        forget([old])
    }

    /// Destroys the keys of contacts, and keeps what their addresses said under keyed hashes.
    func destroy(_ contacts: [ContactID], keeping record: [UInt8]?) throws(StoreError) {
        var identifiers: [[UInt8]] = []
        for contact in contacts { identifiers += try vault.identifiers(of: contact) }
        try vault.destroy(
            contacts,
            suppressing: identifiers.map { Suppression(identifier: $0, record: record) }
        )
        forget(contacts)
    }

    private func forget(_ contacts: [ContactID]) {
        cache.withLock { cache in
            for contact in contacts { cache.contacts[contact] = nil }
            cache.ids = cache.ids.filter { !contacts.contains($0.value) }
        }
    }

    /// The key receipts are signed with; `onMaking` hears of a new one once it is stored.
    func signingKey(
        at now: Timestamp,
        onMaking: (SigningKey) throws(StoreError) -> Void
    ) throws(EngineError) -> SigningKey {
        do throws(StoreError) {
            let stored = try vault.signingKeys().filter { $0.retiredAt == nil }
            if let newest = stored.max(by: { $0.createdAt < $1.createdAt }) {
                return try open(newest)
            }
            let key = SigningKey.generate()
            try vault.add(
                StoredSigningKey(
                    id: key.id,
                    wrapped: keyring.wrap(signingKey: key).bytes,
                    createdAt: now,
                    retiredAt: nil
                )
            )
            try onMaking(key)
            return key
        } catch {
            throw .store(error)
        }
    }

    private func open(_ stored: StoredSigningKey) throws(StoreError) -> SigningKey {
        do {
            return try keyring.unwrap(WrappedSigningKey(bytes: stored.wrapped))
        } catch {
            throw .corrupt(file: "keys.db")
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

    /// The keyed hash under which a message that a provider has taken from us is found again.
    func sentKey(channel: String, messageID: String) -> [UInt8] {
        blindIndex.index(of: "\(channel)\u{0}\(messageID)", domain: "parley/sent/v1")
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
