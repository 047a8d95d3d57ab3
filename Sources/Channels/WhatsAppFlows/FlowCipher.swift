import Crypto

/// The key of one exchange: AES-128-GCM, an IV for the request and its inverse for the answer.
///
/// The IV has 16 bytes, from which GCM derives its first counter by hashing (NIST SP 800-38D §7.1);
/// 12 bytes are taken too. Nothing besides is authenticated.
struct FlowCipher: Sendable {
    static let keyByteCount = 16
    static let tagByteCount = 16
    static let vectorByteCounts = [12, 16]

    private let key: SymmetricKey
    private let vector: [UInt8]

    /// `nil` for a key that has not 16 bytes, or an IV that has neither 16 nor 12.
    init?(key: [UInt8], vector: [UInt8]) {
        guard key.count == Self.keyByteCount, Self.vectorByteCounts.contains(vector.count) else {
            return nil
        }
        self.key = SymmetricKey(data: key)
        self.vector = vector
    }

    /// The request in clear, from ciphertext and tag; `nil` when they are not authentic.
    func open(_ sealed: [UInt8]) -> [UInt8]? {
        guard sealed.count >= Self.tagByteCount else { return nil }
        do {
            let box = try AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: vector),
                ciphertext: sealed.dropLast(Self.tagByteCount),
                tag: sealed.suffix(Self.tagByteCount)
            )
            return [UInt8](try AES.GCM.open(box, using: key))
        } catch {
            return nil
        }
    }

    /// Ciphertext and tag of the answer, under the IV with every bit inverted.
    ///
    /// INVARIANT: one answer an exchange; two would share key and IV.
    func seal(_ answer: [UInt8]) -> [UInt8] {
        do {
            let nonce = try AES.GCM.Nonce(data: vector.map { ~$0 })
            let box = try AES.GCM.seal(answer, using: key, nonce: nonce)
            return [UInt8](box.ciphertext) + [UInt8](box.tag)
        } catch {
            // Only another key length, a short IV or a message beyond 64 GiB could get here.
            preconditionFailure("AES-128-GCM refused to seal")
        }
    }
}
