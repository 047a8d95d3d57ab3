import ConsentRecords
import Encryption
import Testing

/// Public keys from files of others.
struct PublicKeySetTests {
    private func keys(_ text: String) throws(PublicKeyFault) -> [SigningKey.PublicKey] {
        try PublicKeySet.read([UInt8](text.utf8))
    }

    @Test func `a key is read from the text it is printed as`() throws {
        let key = SigningKey.generate().publicKey
        #expect(try keys(key.jwk) == [key])
        #expect(try keys(key.canonicalJWK + "\n") == [key])
    }

    @Test func `a set gives its Ed25519 keys and passes over others`() throws {
        let first = SigningKey.generate().publicKey
        let second = SigningKey.generate().publicKey
        let other = #"{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}"#
        let set = #"{"keys":[\#(first.jwk),\#(other),\#(second.canonicalJWK)]}"#
        #expect(try keys(set) == [first, second])
    }

    @Test func `a private key is refused, wherever it stands`() {
        let key = SigningKey.generate().publicKey.jwk.replacing("{", with: #"{"d":"AA","#)
        #expect(throws: PublicKeyFault.privateKey) { try keys(key) }
        #expect(throws: PublicKeyFault.privateKey) { try keys(#"{"keys":[\#(key)]}"#) }
    }

    @Test(arguments: [
        "", "{}", "[]", "null", "x", #"{"keys":[]}"#, #"{"kty":"OKP","crv":"Ed25519"}"#,
        #"{"kty":"OKP","crv":"Ed25519","x":"AA"}"#, #"{"kty":"OKP","crv":"X25519","x":"AA"}"#,
    ])
    func `what holds no key is refused`(text: String) {
        #expect(throws: PublicKeyFault.notAKey) { try keys(text) }
    }

    @Test(arguments: [("alg", "HS256"), ("use", "enc")])
    func `a key for something else is no key for receipts`(name: String, value: String) {
        let jwk = SigningKey.generate().publicKey.canonicalJWK
            .replacing("{", with: #"{"\#(name)":"\#(value)","#)
        #expect(throws: PublicKeyFault.notAKey) { try keys(jwk) }
    }

    @Test func `a file beyond the limit is not looked at`() {
        let limit = PublicKeySet.limit
        #expect(throws: PublicKeyFault.tooLarge(limit: limit)) {
            try keys(String(repeating: " ", count: limit + 1))
        }
    }
}
