import Encryption
import Testing

/// What no correct caller does stops the process rather than weaken a key.
struct DefectTests {
    @Test func `a secret of another length stops the process`() async {
        await #expect(processExitsWith: .failure) { _ = SecretBytes([1, 2, 3]) }
    }

    @Test func `a contact identifier of another length stops the process`() async {
        await #expect(processExitsWith: .failure) {
            _ = try Vectors.keyring().wrap(Vectors.secrets, contact: [1])
        }
    }

    @Test func `a row identifier beyond its length field stops the process`() async {
        await #expect(processExitsWith: .failure) {
            let row = [UInt8](repeating: 0, count: 65_536)
            _ = SealContext(purpose: "session", table: "sessions", row: row, rowVersion: 1)
        }
    }

    @Test func `a record beyond the limit stops the process`() async {
        await #expect(processExitsWith: .failure) {
            let plaintext = [UInt8](repeating: 0, count: Envelope.plaintextLimit + 1)
            _ = Sealer(Vectors.secrets).seal(plaintext, Vectors.context)
        }
    }

    @Test func `an index domain with a zero byte stops the process`() async {
        await #expect(processExitsWith: .failure) {
            _ = BlindIndex(key: Vectors.indexKeyBytes).index(of: "1", domain: "a\0b")
        }
    }

    @Test func `an event kind beyond its length byte stops the process`() async {
        await #expect(processExitsWith: .failure) {
            let kind = String(repeating: "k", count: 256)
            _ = Commitment.salt(SecretBytes(Vectors.saltKeyBytes), sequence: 1, kind: kind)
        }
    }

    @Test func `a nonce of another length stops the process`() async {
        await #expect(processExitsWith: .failure) {
            let key = SecretBytes(Vectors.kekBytes)
            _ = AESGCM.seal([], key: key, nonce: [1, 2, 3], authenticating: [])
        }
    }

    @Test func `generating epoch 0 stops the process`() async {
        await #expect(processExitsWith: .failure) { _ = KeyEncryptionKey.generate(epoch: 0) }
    }
}
