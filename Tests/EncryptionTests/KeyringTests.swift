import Encryption
import Testing

/// Wrapped keys: known answers, rotation, and naming the key that is missing.
struct KeyringTests {
    @Test func `a key's check value and identifier are the documented ones`() throws {
        let key = try KeyEncryptionKey(bytes: Vectors.kekBytes, epoch: 1)
        #expect(key.checkValue == Vectors.keyCheckValue)
        #expect(key.identifier == "25cf0605")
    }

    @Test func `secrets wrapped by Python unwrap`() throws {
        let wrapped = try WrappedSecrets(bytes: Vectors.wrapped)
        #expect(wrapped.epoch == 1)
        #expect(wrapped.dataKeyVersion == 1)
        let secrets = try Vectors.keyring().unwrap(wrapped, contact: Vectors.contact)
        #expect(secrets.dataKey.exposed() == Vectors.dataKeyBytes)
        #expect(secrets.saltKey.exposed() == Vectors.saltKeyBytes)
        #expect(secrets.dataKeyVersion == 1)
    }

    @Test func `an index key wrapped by Python unwraps`() throws {
        let wrapped = try WrappedIndexKey(bytes: Vectors.wrappedIndexKey)
        #expect(wrapped.identifier == "25cf0605")
        #expect(try Vectors.keyring().unwrap(wrapped).exposed() == Vectors.indexKeyBytes)
    }

    @Test func `what was wrapped unwraps, and never twice to the same bytes`() throws {
        let keyring = try Vectors.keyring()
        let secrets = ContactSecrets.generate().replacingDataKey()
        let wrapped = keyring.wrap(secrets, contact: Vectors.contact)
        let stored = try WrappedSecrets(bytes: wrapped.bytes)
        #expect(stored == wrapped)
        let opened = try keyring.unwrap(stored, contact: Vectors.contact)
        #expect(opened.dataKey == secrets.dataKey)
        #expect(opened.saltKey == secrets.saltKey)
        #expect(opened.dataKeyVersion == 2)
        #expect(keyring.wrap(secrets, contact: Vectors.contact) != wrapped)
    }

    @Test func `generated secrets differ, and from each other`() {
        let first = ContactSecrets.generate()
        let second = ContactSecrets.generate()
        #expect(first.dataKey != first.saltKey)
        #expect(first.dataKey != second.dataKey)
        #expect(first.saltKey != second.saltKey)
    }

    @Test func `no flipped bit of wrapped secrets goes unnoticed`() throws {
        let keyring = try Vectors.keyring()
        for index in Vectors.wrapped.indices {
            for bit in 0..<8 {
                var flipped = Vectors.wrapped
                flipped[index] ^= 1 << bit
                #expect(throws: UnwrapError.self, "byte \(index), bit \(bit)") {
                    try keyring.unwrap(
                        try WrappedSecrets(bytes: flipped),
                        contact: Vectors.contact
                    )
                }
            }
        }
    }

    @Test func `no flipped bit of a wrapped index key goes unnoticed`() throws {
        let keyring = try Vectors.keyring()
        for index in Vectors.wrappedIndexKey.indices {
            for bit in 0..<8 {
                var flipped = Vectors.wrappedIndexKey
                flipped[index] ^= 1 << bit
                #expect(throws: UnwrapError.self, "byte \(index), bit \(bit)") {
                    try keyring.unwrap(try WrappedIndexKey(bytes: flipped))
                }
            }
        }
    }

    @Test func `two contacts' wrapped secrets cannot be exchanged`() throws {
        let wrapped = try WrappedSecrets(bytes: Vectors.wrapped)
        let other = [UInt8](Vectors.contact.reversed())
        #expect(throws: UnwrapError.notAuthentic(epoch: 1, identifier: "25cf0605")) {
            try Vectors.keyring().unwrap(wrapped, contact: other)
        }
    }

    @Test func `a data key that is not the one wrapped is refused`() throws {
        let wrapped = try WrappedSecrets(bytes: Vectors.wrappedBadCheck)
        #expect(throws: UnwrapError.wrongCheckValue(epoch: 1)) {
            try Vectors.keyring().unwrap(wrapped, contact: Vectors.contact)
        }
    }

    @Test(arguments: [0, 1, 133, 135])
    func `wrapped keys of another length are refused`(count: Int) {
        let bytes = [UInt8](repeating: 1, count: count)
        #expect(throws: UnwrapError.wrongLength(found: count, wanted: 134)) {
            try WrappedSecrets(bytes: bytes)
        }
        #expect(throws: UnwrapError.wrongLength(found: count, wanted: 130)) {
            try WrappedIndexKey(bytes: bytes)
        }
    }

    @Test func `a missing key is named by epoch and identifier`() throws {
        let keyring = try Keyring(current: .generate(epoch: 2))
        let indexKey = try WrappedIndexKey(bytes: Vectors.wrappedIndexKey)
        #expect(throws: UnwrapError.missingKey(epoch: 1, identifier: "25cf0605")) {
            try keyring.unwrap(indexKey)
        }
        let wrapped = try WrappedSecrets(bytes: Vectors.wrapped)
        #expect(throws: UnwrapError.missingKey(epoch: 1, identifier: nil)) {
            try keyring.unwrap(wrapped, contact: Vectors.contact)
        }
    }

    @Test func `a wrong key of the right epoch is told from the right one`() throws {
        let wrong = try KeyEncryptionKey(bytes: Vectors.dataKeyBytes, epoch: 1)
        let keyring = try Keyring(current: wrong)
        let indexKey = try WrappedIndexKey(bytes: Vectors.wrappedIndexKey)
        let named = UnwrapError.wrongKey(epoch: 1, found: wrong.identifier, wanted: "25cf0605")
        #expect(throws: named) { try keyring.unwrap(indexKey) }
        let wrapped = try WrappedSecrets(bytes: Vectors.wrapped)
        #expect(throws: UnwrapError.notAuthentic(epoch: 1, identifier: wrong.identifier)) {
            try keyring.unwrap(wrapped, contact: Vectors.contact)
        }
    }

    @Test func `rotation rewraps once and keeps the secrets`() throws {
        let old = try KeyEncryptionKey(bytes: Vectors.kekBytes, epoch: 1)
        let keyring = try Keyring(current: .generate(epoch: 2), retired: [old])
        #expect(keyring.epochs == [2, 1])
        let wrapped = try WrappedSecrets(bytes: Vectors.wrapped)
        let rewrapped = try #require(try keyring.rewrap(wrapped, contact: Vectors.contact))
        #expect(rewrapped.epoch == 2)
        #expect(try keyring.rewrap(rewrapped, contact: Vectors.contact) == nil)
        let withoutOld = try Keyring(current: keyring.current)
        let secrets = try withoutOld.unwrap(rewrapped, contact: Vectors.contact)
        #expect(secrets.dataKey.exposed() == Vectors.dataKeyBytes)

        let indexKey = try WrappedIndexKey(bytes: Vectors.wrappedIndexKey)
        let rewrappedIndexKey = try #require(try keyring.rewrap(indexKey))
        #expect(try keyring.rewrap(rewrappedIndexKey) == nil)
        #expect(try withoutOld.unwrap(rewrappedIndexKey).exposed() == Vectors.indexKeyBytes)
    }

    @Test func `two keys of one epoch are refused`() {
        #expect(throws: KeyError.duplicateEpoch(3)) {
            try Keyring(
                current: .generate(epoch: 4),
                retired: [.generate(epoch: 3), .generate(epoch: 1), .generate(epoch: 3)]
            )
        }
    }
}
