import Channels
import Crypto
import CryptoExtras
import Encryption
import JSONCoding
import Testing

/// The form's side of an exchange, with nothing of the code that is tested.
struct FlowForm {
    let key: SymmetricKey
    let vector: [UInt8]
    private let sealedKey: [UInt8]

    /// Encrypts a key to the public half of ours.
    init(
        to publicKeyPEM: String,
        key: [UInt8] = Array(0x40..<0x50),
        vector: [UInt8] = Array(0x60..<0x70)
    ) throws {
        self.key = SymmetricKey(data: key)
        self.vector = vector
        let publicKey = try _RSA.Encryption.PublicKey(pemRepresentation: publicKeyPEM)
        sealedKey = [UInt8](try publicKey.encrypt(key, padding: .PKCS1_OAEP_SHA256))
    }

    /// The body of a request; the AES key has the length that it has.
    func body(_ request: String) throws -> [UInt8] {
        let box = try AES.GCM.seal(
            [UInt8](request.utf8),
            using: key,
            nonce: AES.GCM.Nonce(data: vector)
        )
        return envelope(sealed: [UInt8](box.ciphertext) + [UInt8](box.tag))
    }

    func envelope(sealed: [UInt8]) -> [UInt8] {
        let document: JSONValue = [
            "initial_vector": .text(Base64.encode(vector)),
            "encrypted_flow_data": .text(Base64.encode(sealed)),
            "encrypted_aes_key": .text(Base64.encode(sealedKey)),
        ]
        return [UInt8](document.compact.utf8)
    }

    /// What an answer says, in clear.
    func open(_ answer: WebhookAnswer) throws -> String {
        let sealed = try #require(Base64.decode(String(decoding: answer.body, as: UTF8.self)))
        let box = try AES.GCM.SealedBox(
            nonce: AES.GCM.Nonce(data: vector.map { $0 ^ 0xFF }),
            ciphertext: sealed.dropLast(16),
            tag: sealed.suffix(16)
        )
        return String(decoding: try AES.GCM.open(box, using: key), as: UTF8.self)
    }
}
