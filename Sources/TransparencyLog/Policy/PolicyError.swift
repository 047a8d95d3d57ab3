/// Why a text is not a policy.
package enum PolicyError: Error, Hashable, Sendable {
    case tooLong(limit: Int)
    case tooManyLines(limit: Int)
    /// Bytes that are not UTF-8.
    case notUnicode
    /// The last line does not end: the file may have been cut off.
    case missingLineEnd
    /// No `quorum` line in the whole file.
    case missingQuorum
    /// What is wrong with a line; lines count from 1.
    case line(Int, Fault)

    /// What can be wrong with one line.
    package enum Fault: Error, Hashable, Sendable {
        /// A control character other than a tab, as a carriage return is.
        case controlCharacter
        /// A first word that is none of `log`, `witness`, `group` and `quorum`.
        case unknownWord
        /// Too few or too many items after the first word.
        case wrongItemCount
        case key(NoteError)
        /// A log needs a key of type 1, a witness one of type 4.
        case wrongKeyType
        /// A log, or a witness, with this public key is on an earlier line.
        case duplicateKey
        case nameTooLong(limit: Int)
        /// `none`, which means no quorum at all.
        case reservedName
        /// An earlier line defines the name.
        case duplicateName(String)
        /// No earlier line defines the name: it is missing, comes later, or names its own group.
        case unknownName(String)
        /// The name is already a member of this or another group.
        case secondMembership(String)
        /// Not `all`, `any`, or a number from 1 to the number of members.
        case badThreshold
        case urlTooLong(limit: Int)
        case secondQuorum
        case tooManyLogs(limit: Int)
        case tooManyWitnesses(limit: Int)
        case tooManyGroups(limit: Int)
        case nestedTooDeep(limit: Int)
    }
}

extension PolicyError {
    /// One line for a person.
    package var text: String {
        switch self {
        case .tooLong(let limit): "the policy is longer than \(limit) bytes"
        case .tooManyLines(let limit): "the policy has more than \(limit) lines"
        case .notUnicode: "the policy is not UTF-8"
        case .missingLineEnd:
            "the last line of the policy does not end; the file may have been cut off"
        case .missingQuorum:
            "the policy has no `quorum` line; write `quorum none` to ask for no witness"
        case .line(let line, let fault): "line \(line) of the policy: \(fault.text)"
        }
    }
}

extension PolicyError.Fault {
    /// One line for a person.
    package var text: String {
        switch self {
        case .controlCharacter: "a control character; only tabs and line feeds are allowed"
        case .unknownWord: "the first word is none of `log`, `witness`, `group` and `quorum`"
        case .wrongItemCount:
            "write `log <key> [<url>]`, `witness <name> <key> [<url>]`, "
                + "`group <name> <all|any|number> <name>…` or `quorum <name>`"
        case .key(let error): error.text
        case .wrongKeyType:
            "a log needs a key of signature type 1 (Ed25519), a witness one of type 4 "
                + "(cosignature)"
        case .duplicateKey: "an earlier line has the same public key"
        case .nameTooLong(let limit): "the name is longer than \(limit) bytes"
        case .reservedName: "`none` is no name of a witness or a group"
        case .duplicateName(let name): "an earlier line already defines `\(name)`"
        case .unknownName(let name): "no earlier line defines `\(name)`"
        case .secondMembership(let name):
            "`\(name)` is already a member of a group; each name counts once"
        case .badThreshold: "not `all`, `any`, or a number from 1 to the number of members"
        case .urlTooLong(let limit): "the URL is longer than \(limit) bytes"
        case .secondQuorum: "an earlier line already sets the quorum"
        case .tooManyLogs(let limit): "more than \(limit) logs"
        case .tooManyWitnesses(let limit): "more than \(limit) witnesses"
        case .tooManyGroups(let limit): "more than \(limit) groups"
        case .nestedTooDeep(let limit): "groups nested more than \(limit) deep"
        }
    }
}
