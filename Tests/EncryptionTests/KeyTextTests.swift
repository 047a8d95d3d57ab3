import Encryption
import Testing

/// The one line of text that holds a key, and what is said about lines that do not.
struct KeyTextTests {
    static let base64 = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
    static let hex = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"

    @Test(
        arguments: [
            (Vectors.keyLine, 1),
            (Vectors.keyLine + "\n", 1),
            ("\r\n\n  parley-kek-v1\t4294967295  \(base64) \r\n\n", UInt32.max),
            (base64, 1), (base64 + "\n", 1),
            (hex, 1), (hex.uppercased(), 1),
        ] as [(String, UInt32)]
    )
    func `a key is read`(text: String, epoch: UInt32) throws {
        let key = try KeyText.parse(text)
        #expect(key.epoch == epoch)
        #expect(key.identifier == "25cf0605")
    }

    @Test func `a key is written as it is read`() throws {
        #expect(KeyText.render(try KeyText.parse(Vectors.keyLine)) == Vectors.keyLine)
        let fresh = KeyEncryptionKey.generate(epoch: 12)
        let read = try KeyText.parse(KeyText.render(fresh))
        #expect(read.epoch == 12)
        #expect(read.checkValue == fresh.checkValue)
    }

    @Test(
        arguments: [
            ("", KeyError.empty),
            (" \n\t\n", .empty),
            (String(repeating: "A", count: 1025), .tooLong(limit: 1024)),
            ("\(Vectors.keyLine)\n\(Vectors.keyLine)", .severalLines),
            ("parley-kek-v2 1 \(base64)", .unknownVersion),
            ("parley-kek-v1 0 \(base64)", .badEpoch),
            ("parley-kek-v1 -1 \(base64)", .badEpoch),
            ("parley-kek-v1 +1 \(base64)", .badEpoch),
            ("parley-kek-v1 4294967296 \(base64)", .badEpoch),
            ("parley-kek-v1 one \(base64)", .badEpoch),
            ("parley-kek-v1 1", .notAKey),
            ("parley-kek-v1 1 \(base64) more", .notAKey),
            ("parley-kek-v1 1 \(base64.dropLast())", .notAKey),
            ("parley-kek-v1 1 \(hex.dropLast())", .notAKey),
            ("parley-kek-v1 1 AAECAw==", .wrongLength(found: 4)),
            ("parley-kek-v1 1 \(hex)", .wrongLength(found: 48)),
            ("AAECAw==", .wrongLength(found: 4)),
            ("00010203", .wrongLength(found: 6)),
            ("000102", .wrongLength(found: 3)),
            ("a password", .notAKey),
            ("hunter2", .notAKey),
        ] as [(String, KeyError)]
    )
    func `a text that is no key is refused`(text: String, expected: KeyError) {
        #expect(throws: expected) { try KeyText.parse(text) }
    }

    @Test(arguments: [0, 31, 33, 64])
    func `a key of another length is refused`(count: Int) {
        #expect(throws: KeyError.wrongLength(found: count)) {
            try KeyEncryptionKey(bytes: [UInt8](repeating: 1, count: count), epoch: 1)
        }
    }

    @Test func `epoch 0 is refused`() {
        #expect(throws: KeyError.badEpoch) {
            try KeyEncryptionKey(bytes: Vectors.kekBytes, epoch: 0)
        }
    }
}
