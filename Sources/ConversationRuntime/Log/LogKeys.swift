import Clocks
import Encryption
import Storage
import TransparencyLog

/// The keys that the audit log is signed with, one for each epoch, as the vault holds them.
struct LogKeys: Sendable {
    let vault: any KeyVault
    let keyring: Keyring

    /// A key that can still sign.
    struct Signing {
        let epoch: UInt32
        let signer: NoteSigner
        let createdAt: Timestamp

        var verifier: NoteKey { signer.verifierKey }
    }

    /// Every epoch's public half, the oldest first.
    func verifiers() throws(LogError) -> [NoteKey] {
        try stored().map { key throws(LogError) in try verifier(of: key) }
    }

    /// The keys that are not destroyed, the oldest first: one, or two while one replaces another.
    func signing() throws(LogError) -> [Signing] {
        var found: [Signing] = []
        for key in try stored() {
            guard let wrapped = key.wrapped else { continue }
            found.append(
                Signing(
                    epoch: key.epoch,
                    signer: try open(wrapped, verifier(of: key)),
                    createdAt: key.createdAt
                )
            )
        }
        return found
    }

    /// A new key of the next epoch, durable when this returns.
    func make(named origin: String, at now: Timestamp) throws(LogError) -> Signing {
        let epoch = (try stored().last?.epoch ?? 0) + 1
        let key = SigningKey.generate()
        let signer: NoteSigner
        do {
            signer = try NoteSigner(name: origin, key: key)
        } catch {
            throw .unusableOrigin(origin)
        }
        let row = StoredLogKey(
            epoch: epoch,
            verifier: signer.verifierKey.text,
            wrapped: keyring.wrap(signingKey: key).bytes,
            createdAt: now
        )
        do {
            try vault.add(row)
        } catch {
            throw .store(error)
        }
        return Signing(epoch: epoch, signer: signer, createdAt: now)
    }

    /// Nothing can be signed with an epoch's key ever again, by anybody.
    func destroy(_ epoch: UInt32) throws(LogError) {
        do {
            try vault.destroyLogKey(ofEpoch: epoch)
        } catch {
            throw .store(error)
        }
    }

    private func stored() throws(LogError) -> [StoredLogKey] {
        do {
            return try vault.logKeys()
        } catch {
            throw .store(error)
        }
    }

    private func verifier(of key: StoredLogKey) throws(LogError) -> NoteKey {
        do {
            return try NoteKey(text: key.verifier)
        } catch {
            throw .store(.corrupt(file: "keys.db"))
        }
    }

    private func open(
        _ wrapped: [UInt8],
        _ verifier: NoteKey
    ) throws(LogError) -> NoteSigner {
        do {
            let key = try keyring.unwrap(WrappedSigningKey(bytes: wrapped))
            let signer = try NoteSigner(name: verifier.name, key: key)
            guard signer.verifierKey == verifier else { throw LogError.noKey }
            return signer
        } catch {
            throw .noKey
        }
    }
}
