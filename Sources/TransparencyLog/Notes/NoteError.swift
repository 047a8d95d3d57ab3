/// Why a key or a signed note was refused; none of it repeats the text of a note.
package enum NoteError: Error, Hashable, Sendable {
    /// Empty, or with a space, a control character or a `+` in it.
    case malformedName
    case nameTooLong(limit: Int)
    /// Not `<name>+<eight hexadecimal digits>+<base64>`.
    case malformedKey
    case keyTooLong(limit: Int)
    /// A signature type this module does not make or check.
    case unknownAlgorithm(UInt8)
    /// The public key of a known signature type has not 32 bytes.
    case wrongKeyLength(found: Int)
    /// The key ID is not the hash of the name and the key.
    case wrongKeyID
    case noteTooLong(limit: Int)
    /// Bytes that are not UTF-8.
    case notUnicode
    /// A control character other than a line feed; `offset` counts bytes of what was read.
    case controlCharacter(offset: Int)
    /// A text that does not end in a line feed.
    case textWithoutLineEnd
    /// No blank line with signatures after it, or a last line without its end.
    case noSignatures
    /// Not a signature line; `line` counts signature lines from 1.
    case malformedSignature(line: Int)
    case tooManySignatures(limit: Int)
    /// Two of the given keys have this name and ID, so that neither can be told from the other.
    case ambiguousKey(name: String, id: UInt32)
    /// A signature that names this known key was not made with it over this text.
    case invalidSignature(name: String, id: UInt32)
    /// None of the given keys signed the note.
    case unverified
}

extension NoteError {
    /// One line for a person.
    package var text: String {
        switch self {
        case .malformedName:
            "the name of a key is empty or holds a space, a control character or a `+`"
        case .nameTooLong(let limit): "the name of a key is longer than \(limit) bytes"
        case .malformedKey:
            "not a verifier key; write `<name>+<8 hexadecimal digits>+<base64 of the key>`"
        case .keyTooLong(let limit): "the verifier key is longer than \(limit) bytes"
        case .unknownAlgorithm(let type):
            "the verifier key has signature type \(type); this program knows 1 (Ed25519) and "
                + "4 (Ed25519 cosignature)"
        case .wrongKeyLength(let found): "the verifier key has \(found) bytes instead of 32"
        case .wrongKeyID:
            "the key ID does not fit the name and the key; copy the verifier key again, whole"
        case .noteTooLong(let limit): "the note is longer than \(limit) bytes"
        case .notUnicode: "the note is not UTF-8"
        case .controlCharacter(let offset):
            "the note holds a control character at byte \(offset); only line feeds are allowed"
        case .textWithoutLineEnd: "the text of the note does not end in a line feed"
        case .noSignatures: "the note has no blank line with whole signature lines after it"
        case .malformedSignature(let line):
            "signature line \(line) of the note is not `— <name> <base64>`"
        case .tooManySignatures(let limit): "the note has more than \(limit) signatures"
        case .ambiguousKey(let name, let id):
            "two given keys are \(NoteKey.title(name: name, id: id)); give each key once"
        case .invalidSignature(let name, let id):
            "the signature of \(NoteKey.title(name: name, id: id)) does not fit the text: "
                + "the note was changed, or signed by someone else"
        case .unverified: "none of the given keys signed the note"
        }
    }
}
