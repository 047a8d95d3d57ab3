/// Why a checkpoint was refused.
package enum CheckpointError: Error, Hashable, Sendable {
    /// The note around the checkpoint.
    case note(NoteError)
    case tooLong(limit: Int)
    /// Fewer than three lines, or a last line without its end.
    case tooFewLines
    /// Empty, or with a space, a control character or a `+` in it.
    case malformedOrigin
    case originTooLong(limit: Int)
    /// Not a decimal number without leading zeros below 2⁶⁴.
    case malformedSize
    /// Not the one base64 of 32 bytes.
    case malformedRoot
    /// An empty extension line, or one with a control character; `line` counts from 1.
    case malformedExtension(line: Int)
    case extensionTooLong(limit: Int)
    case tooManyExtensions(limit: Int)
    /// No given key of the log itself signed.
    case notSignedByLog(origin: String)
    /// A signer has another name than the origin it would sign for.
    case signerIsNotOrigin(name: String, origin: String)
}

extension CheckpointError {
    /// One line for a person.
    package var text: String {
        switch self {
        case .note(let error): error.text
        case .tooLong(let limit): "the checkpoint is longer than \(limit) bytes"
        case .tooFewLines: "the checkpoint has fewer lines than origin, size and root hash"
        case .malformedOrigin:
            "the origin is empty or holds a space, a control character or a `+`"
        case .originTooLong(let limit): "the origin is longer than \(limit) bytes"
        case .malformedSize:
            "the tree size is not a decimal number without leading zeros below 2^64"
        case .malformedRoot: "the root hash is not the base64 of 32 bytes"
        case .malformedExtension(let line):
            "line \(line) of the checkpoint is empty or holds a control character"
        case .extensionTooLong(let limit): "an extension line is longer than \(limit) bytes"
        case .tooManyExtensions(let limit):
            "the checkpoint has more than \(limit) extension lines"
        case .notSignedByLog(let origin):
            "no given key of the log `\(origin)` signed the checkpoint; give its verifier key"
        case .signerIsNotOrigin(let name, let origin):
            "the key `\(name)` cannot sign for the log `\(origin)`: the names differ"
        }
    }
}
