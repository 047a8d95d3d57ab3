import Audit
import Encryption
import Testing
import TransparencyLog

/// A checkpoint, its cosignature and its keys, made with Python's `cryptography` 48.0 from the keys
/// of RFC 8032 §7.1, tests 1 (the log) and 2 (the witness); Ed25519 is deterministic.
///
/// The tree is that of the certificate transparency reference leaves (transparency-dev/merkle,
/// testonly/constants.go, Apache-2.0), of which leaf 5 is proved.
enum CheckpointVectors {
    static let logKey = "example.com/audit+57840a0c+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea"
    static let witnessKey =
        "witness.example/w1+04d2d833+BD1AF8PoQ4lakrcKp00bfrycmCzPLsSWjMDNVfEq9GYM"
    static let origin = "example.com/audit"
    static let witness = "witness.example/w1"
    /// In POSIX seconds; 2023-03-20T12:25:47Z.
    static let cosignedAtSecond: Int64 = 1_679_315_147

    static let text = """
        example.com/audit
        8
        XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=

        """
    static let logLine = """
        — example.com/audit V4QKDPJDtQ4Xn20BlMwajvJ+IS4eMjxphVeZ+Dgq+tCRaIs89FN0qOmDC+AF+JoNsFnE\
        YfgTHXQ17ZsOj81KD75Q7A4=

        """
    static let witnessLine = """
        — witness.example/w1 BNLYMwAAAABkGFDLsiS/ZS1HG9Ygia1525kHn0Vk4j0sdrYw78KYFaRCg5YrT/bR054V\
        O3uVeIL13fYvIxSv9leeP4pQ9wc5pWnuDg==

        """
    static let signed = text + "\n" + logLine
    static let cosigned = signed + witnessLine

    static let root = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    static let leaf: [UInt8] = [0x40, 0x41, 0x42, 0x43]
    static let leafIndex: UInt64 = 5
    static let leafPath = [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]

    static func hash(_ hex: String) throws -> MerkleHash { try #require(MerkleHash(hex: hex)) }

    static func checkpoint() throws -> Checkpoint {
        try Checkpoint(origin: origin, size: 8, root: hash(root))
    }

    static func logSigner() throws -> NoteSigner {
        try NoteSigner(name: origin, key: NoteVectors.key(NoteVectors.firstSecret))
    }

    static func cosigner() throws -> Cosigner {
        try Cosigner(name: witness, key: NoteVectors.key(NoteVectors.secondSecret))
    }

    static func keys() throws -> [NoteKey] {
        [try NoteKey(text: logKey), try NoteKey(text: witnessKey)]
    }
}
