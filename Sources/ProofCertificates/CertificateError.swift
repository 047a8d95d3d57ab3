package import TransparencyLog

/// Why a file was refused as a certificate; none of it repeats what stands in the file.
package enum CertificateError: Error, Hashable, Sendable {
    /// The note around the certificate, or its signatures.
    case note(NoteError)
    case tooLong(limit: Int)
    /// A note with another first line.
    case notACertificate
    /// A certificate in a form of another version.
    case unknownForm
    /// A last line without its end.
    case brokenOff
    /// A line whose first word is none of `LineKind`; lines count from 1.
    case unknownLine(Int)
    /// The same once more.
    case doubledLine(Int, LineKind)
    /// A line that stands before one that belongs in front of it.
    case misplacedLine(Int, LineKind)
    /// What follows the first word is not what belongs there.
    case malformedLine(Int, LineKind)
    case missingLine(LineKind)
    /// It says something in another spelling than the one there is.
    case notCanonical
    /// It says itself that a property does not hold.
    case provesNot(PropertyName)
}

extension CertificateError {
    /// One line for a person.
    package var text: String {
        switch self {
        case .note(let error): error.text
        case .tooLong(let limit): "a certificate has at most \(limit) bytes"
        case .notACertificate: "its first line is not that of a certificate of `parley check`"
        case .unknownForm:
            "it has a form that this version does not know; verify it with the version that "
                + "made it"
        case .brokenOff: "its text ends in the middle of a line"
        case .unknownLine(let number): "line \(number) says something that is not known"
        case .doubledLine(let number, let kind):
            "line \(number) says a second time what a `\(kind.rawValue)` line says once"
        case .misplacedLine(let number, let kind):
            "line \(number), a `\(kind.rawValue)` line, is not where it belongs"
        case .malformedLine(let number, let kind):
            "line \(number) is not written as a `\(kind.rawValue)` line is"
        case .missingLine(let kind): "it has no `\(kind.rawValue)` line"
        case .notCanonical: "it is not spelled as `parley check` spells it"
        case .provesNot(let name): "it says itself that \(name.text) does not hold"
        }
    }
}
