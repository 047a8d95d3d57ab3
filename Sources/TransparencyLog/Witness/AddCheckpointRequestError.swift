/// Why bytes are not a request to a witness; none of it repeats what was sent.
package enum AddCheckpointRequestError: Error, Hashable, Sendable {
    case tooLong(limit: Int)
    /// No first line `old <number>`, or not a number in its one spelling below 2⁶⁴.
    case malformedOldSize
    /// A line of the proof that is not the one base64 of 32 bytes; `line` counts from 1.
    case malformedHash(line: Int)
    case proofTooLong(limit: Int)
    /// No empty line between the proof and the checkpoint.
    case noCheckpoint
    case checkpoint(CheckpointError)
}

extension AddCheckpointRequestError {
    /// One line for a person.
    package var text: String {
        switch self {
        case .tooLong(let limit): "the request is longer than \(limit) bytes"
        case .malformedOldSize:
            "the request does not begin with a line `old` and a decimal number"
        case .malformedHash(let line): "line \(line) of the request is not the base64 of a hash"
        case .proofTooLong(let limit): "the consistency proof has more than \(limit) hashes"
        case .noCheckpoint: "the request has no empty line and checkpoint after its proof"
        case .checkpoint(let error): error.text
        }
    }
}
