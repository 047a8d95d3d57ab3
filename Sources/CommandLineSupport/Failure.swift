/// How a command ends when it does not simply succeed.
package enum Failure: Error, CustomStringConvertible {
    /// Exit status 1; the text goes to standard output's companion, standard error.
    case doesNotHold(String)
    /// Exit status 2.
    case cannotRun(String)

    package var description: String {
        switch self {
        case .doesNotHold(let text), .cannotRun(let text): text
        }
    }

    package var status: Int32 {
        switch self {
        case .doesNotHold: 1
        case .cannotRun: 2
        }
    }
}
