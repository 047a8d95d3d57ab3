package import Encryption
package import TransparencyLog

/// Whose signature on a certificate counts.
package enum CertificateTrust: Sendable {
    /// A key under its name, as whoever proves gave it.
    case verifierKey(NoteKey)
    /// One's own key: whatever the name it signed under.
    case publicKey(SigningKey.PublicKey)

    /// The keys that may have signed a note.
    func keys(for note: SignedNote) -> [NoteKey] {
        switch self {
        case .verifierKey(let key): return [key]
        case .publicKey(let publicKey):
            var keys: [NoteKey] = []
            for signature in note.signatures {
                // A name is shown to a person, and this one is the file's own.
                guard signature.name.unicodeScalars.allSatisfy(StatementLine.isShowable),
                    let key = try? NoteKey(
                        name: signature.name,
                        algorithm: .ed25519,
                        publicKey: publicKey
                    ),
                    signature.isNamed(after: key), !keys.contains(key)
                else { continue }
                keys.append(key)
            }
            return keys
        }
    }
}
