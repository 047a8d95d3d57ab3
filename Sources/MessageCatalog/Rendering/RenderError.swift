/// Why a message could not be rendered; never holds a value.
package enum RenderError: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case number, date
    }

    case missingArgument(String)
    case wrongKind(argument: String, expected: Kind)
    /// Taking a plural's offset off the number left the range of numbers.
    case numberOutOfRange(argument: String)
    case tooLong

    package var message: String {
        switch self {
        case .missingArgument(let name):
            "the argument `\(name)` has no value; set it before this message"
        case .wrongKind(let name, .number):
            "the argument `\(name)` is not a number; the message needs one"
        case .wrongKind(let name, .date):
            "the argument `\(name)` is not a date; the message needs one"
        case .numberOutOfRange(let name):
            "the argument `\(name)` is too large to count with"
        case .tooLong:
            "the message has more than \(RenderLimits.outputBytes) bytes; shorten its text "
                + "or its arguments"
        }
    }
}

/// What rendering may produce.
package enum RenderLimits {
    package static let outputBytes = 16_384
}
