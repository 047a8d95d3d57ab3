/// Why bytes are not a leaf; none of it repeats what the bytes said.
package enum LeafError: Error, Hashable, Sendable {
    /// Not in the one form a leaf has; `offset` is the first byte that cannot be right.
    case malformed(offset: Int)
    /// Another `v` than this reader knows.
    case unknownVersion
    /// A `kind` this reader does not know.
    case unknownKind
    /// A time that does not exist (`2026-02-30`).
    case impossibleTime
    /// A string that is not UTF-8.
    case notUnicode(offset: Int)
    /// A name over its limit.
    case nameTooLong(offset: Int)
    /// More bytes than any leaf has.
    case tooLong
    /// A subject without a sequence number, or a number without a subject.
    case sequenceWithoutSubject
}

extension LeafError {
    /// One line for a person.
    package var text: String {
        switch self {
        case .malformed(let offset): "not in the form of a leaf at byte \(offset)"
        case .unknownVersion: "another version of the format"
        case .unknownKind: "a kind this version does not know"
        case .impossibleTime: "a time that does not exist"
        case .notUnicode(let offset): "not UTF-8 in the string at byte \(offset)"
        case .nameTooLong(let offset): "a name over its limit at byte \(offset)"
        case .tooLong: "longer than \(AuditLeaf.longestByteCount) bytes"
        case .sequenceWithoutSubject: "a subject and its sequence number go together"
        }
    }
}
