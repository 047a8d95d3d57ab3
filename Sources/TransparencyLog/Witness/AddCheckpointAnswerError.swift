/// Why an answer of a witness could not be understood; none of it repeats what was sent.
package enum AddCheckpointAnswerError: Error, Hashable, Sendable {
    case tooLong(limit: Int)
    /// An answer that does not say beforehand how long it is.
    case unknownLength
    /// A status that the protocol does not have.
    case unexpectedStatus(Int)
    /// A conflict that does not tell the size the witness has.
    case conflictWithoutSize
    /// Not a signature line, or a last line without its end; `line` counts from 1.
    case malformedSignature(line: Int)
    case tooManySignatures(limit: Int)
}

extension AddCheckpointAnswerError {
    /// One line for a person.
    package var text: String {
        switch self {
        case .tooLong(let limit): "the answer is longer than \(limit) bytes"
        case .unknownLength:
            "the answer does not say how long it is; its server has to send a Content-Length"
        case .unexpectedStatus(let status): "the answer has status \(status)"
        case .conflictWithoutSize: "the answer is a conflict and does not tell the tree size"
        case .malformedSignature(let line):
            "line \(line) of the answer is not `— <name> <base64>`"
        case .tooManySignatures(let limit): "the answer has more than \(limit) signatures"
        }
    }
}
