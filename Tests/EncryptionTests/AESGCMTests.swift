import Encryption
import Testing

/// The primitive itself, against somebody else's table.
struct AESGCMTests {
    @Test func `the whole Wycheproof table is read`() {
        #expect(WycheproofVector.all.count == 25)
        #expect(WycheproofVector.all.filter(\.isValid).count == 15)
    }

    @Test(arguments: WycheproofVector.all)
    func `a Wycheproof case opens exactly when it is valid`(vector: WycheproofVector) {
        let key = SecretBytes(vector.key)
        let opened = AESGCM.open(
            vector.sealed,
            key: key,
            nonce: vector.nonce,
            authenticating: vector.data
        )
        #expect(opened == (vector.isValid ? vector.plaintext : nil))
    }

    @Test(arguments: WycheproofVector.all.filter(\.isValid))
    func `a valid Wycheproof case seals to the same bytes`(vector: WycheproofVector) {
        let sealed = AESGCM.seal(
            vector.plaintext,
            key: SecretBytes(vector.key),
            nonce: vector.nonce,
            authenticating: vector.data
        )
        #expect(sealed == vector.sealed)
    }

    @Test(arguments: [0, 1, 11, 13, 16])
    func `only nonces of 12 bytes are taken`(count: Int) {
        let opened = AESGCM.open(
            [UInt8](repeating: 0, count: 32),
            key: SecretBytes(Vectors.kekBytes),
            nonce: [UInt8](repeating: 0, count: count),
            authenticating: []
        )
        #expect(opened == nil)
    }
}
