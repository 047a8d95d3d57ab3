/// What makes everything sealed about one contact readable; destroying it erases the contact.
package struct ContactSecrets: Sendable {
    /// Bytes in a contact's identifier, to which its secrets are wrapped.
    package static let contactIdentifierCount = 16

    /// Seals the contact's records (DEK).
    package let dataKey: SecretBytes
    /// Salts the commitments of the contact's audit leaves.
    package let saltKey: SecretBytes
    /// Generation of the data key, from 1.
    package let dataKeyVersion: UInt32

    package init(dataKey: SecretBytes, saltKey: SecretBytes, dataKeyVersion: UInt32) {
        precondition(dataKeyVersion >= 1, "data key versions count from 1")
        self.dataKey = dataKey
        self.saltKey = saltKey
        self.dataKeyVersion = dataKeyVersion
    }

    /// Fresh random secrets for a new contact.
    package static func generate() -> ContactSecrets {
        ContactSecrets(dataKey: .random(), saltKey: .random(), dataKeyVersion: 1)
    }

    /// The next generation: a fresh data key, and the same salt key, because leaves stay.
    package func replacingDataKey() -> ContactSecrets {
        ContactSecrets(dataKey: .random(), saltKey: saltKey, dataKeyVersion: dataKeyVersion + 1)
    }

    /// HKDF-Expand(DEK, `parley/dek-check/v1`), stored beside the wrapped key.
    ///
    /// GCM does not commit to its key: without this, bytes could be made that unwrap to two
    /// different data keys under two key-encryption keys.
    var dataKeyCheckValue: [UInt8] { dataKey.checkValue("parley/dek-check/v1") }
}
