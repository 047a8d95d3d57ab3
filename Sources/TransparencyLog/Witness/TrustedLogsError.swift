/// Why a witness cannot watch the logs it was told to.
package enum TrustedLogsError: Error, Hashable, Sendable {
    case noLogs
    case tooManyLogs(limit: Int)
    case tooManyKeys(origin: String, limit: Int)
    /// The same key twice, or two keys that cannot be told apart.
    case repeatedKey(String)
    /// A key that cosigns and does not sign checkpoints of its own.
    case notALogKey(String)
    /// The witness's own key.
    case sharedKey(String)
}

extension TrustedLogsError {
    /// One line for a person.
    package var text: String {
        switch self {
        case .noLogs: "no log to watch; give the verifier key of each with `--log`"
        case .tooManyLogs(let limit): "a witness watches at most \(limit) logs"
        case .tooManyKeys(let origin, let limit):
            "the log `\(origin)` has more than \(limit) keys; leave out those it no longer uses"
        case .repeatedKey(let title): "the key `\(title)` is given twice; give each key once"
        case .notALogKey(let title):
            "the key `\(title)` belongs to a witness; give the key the log signs with"
        case .sharedKey(let title):
            "the key `\(title)` is this witness's own; a witness needs a key that no log has"
        }
    }
}
