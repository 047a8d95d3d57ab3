internal import Crypto
internal import Encryption

/// The logs a witness watches, each with the keys it may sign with.
///
/// A log is known by the bytes of its origin: two texts that Unicode calls equal are two logs.
package struct TrustedLogs: Sendable {
    /// Logs of one witness.
    package static let mostLogs = 1024
    /// Keys of one log, which has several while it goes over from one to the next.
    package static let mostKeys = 16

    private struct Log {
        let origin: String
        var keys: [NoteKey]
    }

    private var logs: [[UInt8]: Log] = [:]
    /// The origin under the name that monitors ask for.
    private var origins: [String: [UInt8]] = [:]

    /// Groups the keys by their names, which are the origins.
    ///
    /// The witness's own key must not be among them: a cosignature is a signature over a text, and
    /// a log with the same key could spell it.
    package init(keys: [NoteKey], witnessedBy cosigner: NoteKey) throws(TrustedLogsError) {
        for key in keys {
            guard key.algorithm == .ed25519 else { throw .notALogKey(key.title) }
            guard key.publicKey != cosigner.publicKey else { throw .sharedKey(key.title) }
            let name = [UInt8](key.name.utf8)
            var log = logs[name] ?? Log(origin: key.name, keys: [])
            guard !log.keys.contains(where: { $0.title.isExactly(key.title) }) else {
                throw .repeatedKey(key.title)
            }
            log.keys.append(key)
            guard log.keys.count <= Self.mostKeys else {
                throw .tooManyKeys(origin: key.name, limit: Self.mostKeys)
            }
            logs[name] = log
            origins[Self.pathName(of: key.name)] = name
            guard logs.count <= Self.mostLogs else { throw .tooManyLogs(limit: Self.mostLogs) }
        }
        guard !logs.isEmpty else { throw .noLogs }
    }

    /// How many logs are watched.
    package var count: Int { logs.count }

    /// The keys trusted for an origin; `nil` for a log that is not watched.
    package func keys(of origin: String) -> [NoteKey]? {
        logs[[UInt8](origin.utf8)]?.keys
    }

    /// The watched log whose checkpoint a monitor asks for by name; `nil` for no such log.
    package func origin(atPathName name: String) -> String? {
        origins[name].flatMap { logs[$0]?.origin }
    }

    /// What stands for an origin in a monitor's request: SHA-256 of it in lowercase hexadecimal.
    package static func pathName(of origin: String) -> String {
        Hex.encode([UInt8](SHA256.hash(data: [UInt8](origin.utf8))))
    }
}
