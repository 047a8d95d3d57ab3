/// Why bytes are not a proof of logging.
package enum TLogProofError: Error, Hashable, Sendable {
    case tooLong(limit: Int)
    /// Another first line than this version of the format has.
    case unknownVersion
    /// Extra data that is empty or not canonical base64.
    case malformedExtra
    case extraTooLong(limit: Int)
    /// No line `index <number>` where it belongs, or not a number in its one spelling.
    case malformedIndex
    /// A line of the path that is not the base64 of 32 bytes; `line` counts from 1 in the file.
    case malformedHash(line: Int)
    case pathTooLong(limit: Int)
    /// No blank line between the path and the checkpoint.
    case noCheckpoint
    case checkpoint(CheckpointError)
}

extension TLogProofError {
    /// One line for a person.
    package var text: String {
        switch self {
        case .tooLong(let limit): "the proof is longer than \(limit) bytes"
        case .unknownVersion:
            "not a proof of logging; this program reads `\(TLogProof.header)`"
        case .malformedExtra: "the extra data of the proof is empty or not base64"
        case .extraTooLong(let limit): "the extra data of the proof is over \(limit) bytes"
        case .malformedIndex: "the proof has no line `index` with a decimal number in its place"
        case .malformedHash(let line): "line \(line) of the proof is not the base64 of a hash"
        case .pathTooLong(let limit): "the path of the proof has more than \(limit) hashes"
        case .noCheckpoint: "the proof has no blank line and checkpoint after its path"
        case .checkpoint(let error): error.text
        }
    }
}
