import Encryption
import Testing
import TransparencyLog

/// Keys, texts and signatures that others made.
///
/// Peter and Enoch: golang/mod, sumdb/note/note_test.go at commit
/// 02c991387e35f9e4c0a9b7ce137717055f8d716d (BSD-3-Clause). The bytes only, in a form of our own.
enum NoteVectors {
    static let peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let enoch = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
    /// Peter's private key, algorithm byte first.
    static let peterSecret = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"

    static let text = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        """
    static let peterBase64 =
        "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJ"
        + "nAM="
    static let enochBase64 =
        "rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc"
        + "+QQ="
    static let peterLine = "— PeterNeumann \(peterBase64)\n"
    static let enochLine = "— EnochRoot \(enochBase64)\n"

    /// A note of other programs, verified in several of them.
    static let fooKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
    static let fooNote = """
        This is an example message.

        — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXm\
        RKuwHjG1Yu72IneyaQM=

        """

    /// The secret keys of RFC 8032 §7.1, tests 1 and 2.
    static let firstSecret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
    static let secondSecret = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"

    static func bytes(_ text: String) -> [UInt8] { [UInt8](text.utf8) }

    /// A key from its secret half in hexadecimal.
    static func key(_ secret: String) throws -> SigningKey {
        SigningKey(seed: SecretBytes(try #require(Hex.decode(secret))))
    }

    /// A key for a test that needs one more: 32 times the same byte.
    static func key(_ byte: UInt8) -> SigningKey {
        SigningKey(seed: SecretBytes([UInt8](repeating: byte, count: 32)))
    }

    static func peterSigner() throws -> NoteSigner {
        let secret = try #require(Base64.decode(peterSecret))
        let key = SigningKey(seed: SecretBytes([UInt8](secret.dropFirst())))
        return try NoteSigner(name: "PeterNeumann", key: key)
    }

    /// The note's text and these lines, as bytes.
    static func note(_ lines: String...) -> [UInt8] {
        bytes(text + "\n" + lines.joined())
    }
}
