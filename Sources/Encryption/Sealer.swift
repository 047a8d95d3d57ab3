import Crypto

/// Seals and opens the records of one contact, each bound to its place.
///
/// Nonces are 96 random bits from the operating system, drawn anew for each record. At 2³² records
/// under one data key the odds of a repeated nonce reach 2⁻³³ (NIST SP 800-38D §8.3); one contact
/// never gets there. A counter would be quicker but repeats itself in a restored virtual machine.
package struct Sealer: Sendable {
    /// Version of the data key, written in each envelope.
    package let keyVersion: UInt32

    private let key: SymmetricKey

    package init(_ secrets: ContactSecrets) {
        keyVersion = secrets.dataKeyVersion
        key = secrets.dataKey.key
    }

    /// The envelope of a plaintext of at most `Envelope.plaintextLimit` bytes.
    ///
    /// Sealing twice gives two different envelopes.
    package func seal(_ plaintext: [UInt8], _ context: SealContext) -> [UInt8] {
        precondition(
            plaintext.count <= Envelope.plaintextLimit,
            "a sealed record has at most 16 MiB"
        )
        let box = AESGCM.combined(
            Padding.pad(plaintext),
            key,
            AES.GCM.Nonce(),
            context.authenticatedData(keyVersion: keyVersion)
        )
        var envelope: [UInt8] = []
        envelope.reserveCapacity(Envelope.headerCount + box.count)
        envelope.append(Envelope.version)
        envelope.append(Envelope.algorithm)
        envelope.append(bigEndian: keyVersion)
        envelope.append(contentsOf: box)
        return envelope
    }

    /// The plaintext sealed for exactly this context.
    package func open(_ envelope: [UInt8], _ context: SealContext) throws(OpenError) -> [UInt8] {
        let found = try Envelope(reading: envelope).keyVersion
        guard found == keyVersion else {
            throw .wrongKeyVersion(found: found, wanted: keyVersion)
        }
        let padded: [UInt8]
        do {
            padded = try AESGCM.open(
                envelope[Envelope.headerCount...],
                key,
                context.authenticatedData(keyVersion: keyVersion)
            )
        } catch {
            throw .notAuthentic
        }
        guard let plaintext = Padding.unpad(padded) else { throw .notPadded }
        return plaintext
    }
}
