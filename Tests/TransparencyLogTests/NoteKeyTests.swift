import Encryption
import Testing
import TransparencyLog

/// Verifier keys: one text for each key, and no other text.
struct NoteKeyTests {
    @Test(
        arguments: [
            (NoteVectors.peter, "PeterNeumann", 0xc74f_20a3, .ed25519),
            (NoteVectors.enoch, "EnochRoot", 0xaf0c_fe78, .ed25519),
            (NoteVectors.fooKey, "example.com/foo", 0x530d_903a, .ed25519),
            (CheckpointVectors.logKey, "example.com/audit", 0x5784_0a0c, .ed25519),
            (CheckpointVectors.witnessKey, "witness.example/w1", 0x04d2_d833, .cosignature),
        ] as [(String, String, UInt32, NoteKey.Algorithm)]
    )
    func `keys of other programs read and write back`(
        text: String,
        name: String,
        id: UInt32,
        algorithm: NoteKey.Algorithm
    ) throws {
        let key = try NoteKey(text: text)
        #expect(key.name == name)
        #expect(key.id == id)
        #expect(key.algorithm == algorithm)
        #expect(key.text == text)
        #expect(text.hasPrefix(key.title + "+"))
        let rebuilt = try NoteKey(name: name, algorithm: algorithm, publicKey: key.publicKey)
        #expect(rebuilt == key)
        #expect(rebuilt.hashValue == key.hashValue)
    }

    @Test func `no part of a key but the whole is a key`() {
        let bytes = NoteVectors.bytes(NoteVectors.peter)
        for start in bytes.indices {
            for end in start...bytes.count where (start, end) != (0, bytes.count) {
                let part = String(decoding: bytes[start..<end], as: UTF8.self)
                #expect(throws: NoteError.self, "\(part)") { try NoteKey(text: part) }
            }
        }
    }

    @Test func `no key with a byte altered is a key`() {
        let bytes = NoteVectors.bytes(NoteVectors.peter)
        for index in bytes.indices {
            for change in [1, 0x20, 0x80] as [UInt8] {
                var altered = bytes
                altered[index] = altered[index] &+ change
                let text = String(decoding: altered, as: UTF8.self)
                #expect(throws: NoteError.self, "\(text)") { try NoteKey(text: text) }
            }
        }
    }

    @Test(
        arguments: [
            ("", .malformedKey),
            ("PeterNeumann", .malformedKey),
            ("PeterNeumann+c74f20a3", .malformedKey),
            ("PeterNeumann+c74f20a3+", .malformedKey),
            ("PeterNeumann+c74f20a3+AR", .malformedKey),
            // Uppercase digits, a sign, seven digits, nine digits.
            (
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                .malformedKey
            ),
            (
                "PeterNeumann+-74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                .malformedKey
            ),
            (
                "PeterNeumann+c74f20a+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                .malformedKey
            ),
            (
                "PeterNeumann+0c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                .malformedKey
            ),
            // An empty name, a name with a space of another script.
            ("+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .malformedName),
            (
                "Peter\u{3000}Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                .malformedName
            ),
            // Another name, and so another ID.
            ("EnochRoot+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .wrongKeyID),
            ("PeterNeumann+c74f20a2+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .wrongKeyID),
            // The same key as a cosigner's has another ID as well.
            ("PeterNeumann+c74f20a3+BBpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .wrongKeyID),
            // golang/mod: a key too long, and an unknown algorithm, each with the ID adjusted.
            (
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                .malformedKey
            ),
            (
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                .unknownAlgorithm(0x65)
            ),
        ] as [(String, NoteError)]
    )
    func `a malformed key is refused by what is wrong`(text: String, error: NoteError) {
        #expect(throws: error) { try NoteKey(text: text) }
    }

    @Test func `a key of another length or algorithm is named`() throws {
        for count in [0, 31, 33, 64] {
            let material = Base64.encode([1] + [UInt8](repeating: 7, count: count))
            #expect(throws: NoteError.wrongKeyLength(found: count)) {
                try NoteKey(text: "a+00000000+\(material)")
            }
        }
        // ECDSA, a tree head of RFC 6962, ML-DSA-44 with its 1,312 bytes, and what is to come.
        for (type, count) in [(0x02, 91), (0x05, 91), (0x06, 1312), (0xff, 40)] {
            let material = [UInt8(type)] + [UInt8](repeating: 7, count: count)
            #expect(throws: NoteError.unknownAlgorithm(UInt8(type))) {
                try NoteKey(text: "a+00000000+\(Base64.encode(material))")
            }
        }
        #expect(throws: NoteError.keyTooLong(limit: 4096)) {
            try NoteKey(text: String(repeating: "a", count: NoteKey.longestText + 1))
        }
        #expect(throws: NoteError.malformedKey) {
            try NoteKey(text: String(repeating: "a", count: NoteKey.longestText))
        }
    }

    @Test func `a name is bounded, and neither empty nor spaced`() throws {
        let publicKey = NoteVectors.key(1).publicKey
        let longest = String(repeating: "n", count: NoteName.longest)
        let key = try NoteKey(name: longest, algorithm: .ed25519, publicKey: publicKey)
        #expect(try NoteKey(text: key.text) == key)
        #expect(throws: NoteError.nameTooLong(limit: 255)) {
            try NoteKey(name: longest + "n", algorithm: .ed25519, publicKey: publicKey)
        }
        // Two bytes each: the limit is one of bytes.
        #expect(throws: NoteError.nameTooLong(limit: 255)) {
            try NoteName.check(String(repeating: "ñ", count: 128))
        }
        let spaces = [
            "", " ", "a b", "a+b", "+", "a\n", "a\tb", "a\r\nb", "\u{0}", "a\u{1b}[2J", "a\u{85}b",
            "a\u{a0}b", "a\u{1680}b", "a\u{2003}b", "a\u{2028}b", "a\u{202f}b", "a\u{205f}b",
            "a\u{3000}b", " a", "a ",
        ]
        for name in spaces {
            #expect(throws: NoteError.malformedName, "\(name.debugDescription)") {
                try NoteName.check(name)
            }
        }
        for name in ["a", "log.example/ä", "日本.example", "a\u{200b}b", "—", "<>\"'&"] {
            try NoteName.check(name)
        }
    }

    @Test func `names that only Unicode holds equal are two names`() throws {
        let publicKey = NoteVectors.key(1).publicKey
        let pairs = [("K", "\u{212A}"), ("é", "e\u{301}"), ("Å", "\u{212B}")]
        for (left, right) in pairs {
            #expect(left == right, "Swift compares by canonical equivalence")
            let first = try NoteKey(name: left, algorithm: .ed25519, publicKey: publicKey)
            let second = try NoteKey(name: right, algorithm: .ed25519, publicKey: publicKey)
            #expect(first != second)
            #expect(first.id != second.id)
            let signature = try NoteSignature(name: right, keyID: first.id, bytes: [1])
            #expect(!signature.isNamed(after: first))
        }
    }

    @Test func `the algorithm is part of the key`() throws {
        let publicKey = NoteVectors.key(1).publicKey
        let signing = try NoteKey(name: "a", algorithm: .ed25519, publicKey: publicKey)
        let cosigning = try NoteKey(name: "a", algorithm: .cosignature, publicKey: publicKey)
        #expect(signing != cosigning)
        #expect(signing.id != cosigning.id)
        #expect(signing.text != cosigning.text)
    }
}
