import Encryption
import Testing

/// Blind indexes and commitments against values computed elsewhere.
struct DigestTests {
    let index = BlindIndex(key: Vectors.indexKeyBytes)
    let saltKey = SecretBytes(Vectors.saltKeyBytes)

    @Test func `an address is filed under the documented bytes`() {
        #expect(index.index(of: "+34600000001", domain: "address/v1") == Vectors.addressIndex)
        #expect(index.index(of: "Zoë", domain: "address/v1") == Vectors.nameIndex)
    }

    @Test func `an index is the same each time, for each holder of the key`() {
        let other = BlindIndex(key: SecretBytes(Vectors.indexKeyBytes))
        for _ in 0..<3 {
            #expect(other.index(of: "+34600000001", domain: "address/v1") == Vectors.addressIndex)
        }
    }

    @Test func `key, domain and text each change the index`() {
        let stranger = BlindIndex(key: SecretBytes.random())
        let values: Set<[UInt8]> = [
            Vectors.addressIndex,
            index.index(of: "+34600000002", domain: "address/v1"),
            index.index(of: "+34600000001", domain: "address/v2"),
            index.index(of: "1+34600000001", domain: "address/v"),
            stranger.index(of: "+34600000001", domain: "address/v1"),
        ]
        #expect(values.count == 5)
        #expect(values.allSatisfy { $0.count == 16 })
    }

    @Test func `a payload commitment has the documented bytes`() {
        let kind = "message.received"
        let salt = Commitment.salt(saltKey, sequence: 42, kind: kind)
        #expect(salt == Vectors.salt)
        #expect(
            Commitment.payload(
                saltKey: saltKey,
                sequence: 42,
                kind: kind,
                plaintext: Vectors.plaintext
            )
                == Vectors.payload
        )
        #expect(Commitment.payload(salt: salt, plaintext: Vectors.plaintext) == Vectors.payload)
    }

    @Test func `each leaf has a salt of its own`() {
        let salts: Set<[UInt8]> = [
            Vectors.salt,
            Commitment.salt(saltKey, sequence: 43, kind: "message.received"),
            Commitment.salt(saltKey, sequence: 42, kind: "message.sent"),
            Commitment.salt(saltKey, sequence: 42, kind: ""),
            Commitment.salt(.random(), sequence: 42, kind: "message.received"),
        ]
        #expect(salts.count == 5)
    }

    @Test func `a state commitment has the documented bytes`() {
        #expect(Commitment.state(sealed: Vectors.envelope) == Vectors.state)
    }
}
