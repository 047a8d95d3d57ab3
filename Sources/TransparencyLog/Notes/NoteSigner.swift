package import Encryption

/// A key that signs the text of notes, with the name it signs under.
///
/// The text is signed as it is: a key of a log must not be the key of a cosigner as well, whose
/// message a note could be made to spell.
package struct NoteSigner: Sendable {
    /// What verifies the signatures.
    package let verifierKey: NoteKey
    private let key: SigningKey

    /// Takes a key under a name; a log's name is its origin.
    package init(name: String, key: SigningKey) throws(NoteError) {
        verifierKey = try NoteKey(name: name, algorithm: .ed25519, publicKey: key.publicKey)
        self.key = key
    }

    /// Signs the text of a note: Ed25519 over its bytes, with the last line feed.
    package func signature(of text: String) -> NoteSignature {
        NoteSignature(by: verifierKey, bytes: key.signature(for: [UInt8](text.utf8)))
    }
}
