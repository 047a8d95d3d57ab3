import Encryption
import TransparencyLog

/// Keys and files for the tests of policies; the two levels are those of the example in C2SP
/// tlog-policy, with keys and names of our own.
enum WitnessPolicyVectors {
    static let log = CheckpointVectors.logKey

    /// The key of witness `number`, a different one for each.
    static func witness(_ number: Int) throws -> NoteKey {
        let seed = [UInt8](repeating: UInt8(number), count: 31) + [0x57]
        return try NoteKey(
            name: "witness.example/\(number)",
            algorithm: .cosignature,
            publicKey: SigningKey(seed: SecretBytes(seed)).publicKey
        )
    }

    static func log(_ number: Int) throws -> NoteKey {
        let seed = [UInt8](repeating: UInt8(number), count: 31) + [0x4c]
        return try NoteKey(
            name: "log.example/\(number)",
            algorithm: .ed25519,
            publicKey: SigningKey(seed: SecretBytes(seed)).publicKey
        )
    }

    /// Lines that define witnesses `w1`, `w2` and so on.
    static func witnesses(_ count: Int) throws -> String {
        try (1...count).map { "witness w\($0) \(try witness($0).text)\n" }.joined()
    }

    /// Two of three, and one of three others.
    static let twoLevels = """
        # Whose checkpoints we take.
        log example.com/audit+57840a0c+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea

        witness X1 witness.example/w1+04d2d833+BD1AF8PoQ4lakrcKp00bfrycmCzPLsSWjMDNVfEq9GYM
        witness X2 witness.example/w2+0a6fc933+BIqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c \
        https://witness.example/w2

        group pair all X1 X2
        group one any pair
        quorum one

        """
}
