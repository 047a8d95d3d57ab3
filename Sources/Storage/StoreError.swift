/// What can go wrong with a store; none of it says what was being stored.
package enum StoreError: Error, Hashable, Sendable {
    /// No room on the disk; the write did not happen, and may succeed later.
    case full
    /// Reading or writing failed; the code is SQLite's extended result code.
    case unavailable(code: Int32)
    /// The file is not a database, or is damaged.
    case corrupt(file: String)
    /// One of a store's two databases is gone or empty, and the other is not.
    case missingHalf(file: String)
    /// Made by another version of Parley.
    case unknownSchema(file: String, version: Int)
    /// Another process has the store open for writing.
    case inUse(folder: String)
    /// The folder cannot be made or entered.
    case noFolder(String)
    /// `PRAGMA synchronous` did not stay `FULL`, so an answer could be lost in a power cut.
    case notDurable
    /// More turns wait than may wait.
    case overloaded
    /// A reader keeps the write-ahead log, so it could not be emptied of what was deleted.
    case logBusy(file: String)
    /// An address was to lead to a contact that has no keys.
    case unknownContact
    case closed

    /// Whether the same call may succeed later without anyone doing anything.
    package var isTransient: Bool {
        switch self {
        case .full, .unavailable, .overloaded, .logBusy: true
        case .corrupt, .missingHalf, .unknownSchema, .inUse, .noFolder, .notDurable,
            .unknownContact, .closed:
            false
        }
    }

    package var sentence: String {
        switch self {
        case .full: "the disk is full; nothing was lost, and writing resumes when there is room"
        case .unavailable(let code): "the store could not be read or written (SQLite code \(code))"
        case .corrupt(let file):
            "`\(file)` is damaged or not a Parley database; restore it from a backup"
        case .missingHalf(let file):
            "`\(file)` is missing or empty and the store's other database is not; restore both "
                + "from one backup"
        case .unknownSchema(let file, let version):
            "`\(file)` has schema \(version), which this version of Parley does not know"
        case .inUse(let folder):
            "the store in `\(folder)` is in use by another Parley process; stop that one first"
        case .noFolder(let folder): "the folder `\(folder)` cannot be opened or made"
        case .notDurable: "the database does not keep `synchronous=FULL`; refusing to start"
        case .overloaded: "too many turns are waiting to be written; try again"
        case .logBusy(let file):
            "the log of `\(file)` is being read and still holds what was deleted; deleting again "
                + "empties it"
        case .unknownContact:
            "the contact has no keys in the store: it was erased, or never added; look the address "
                + "up again"
        case .closed: "the store is closed"
        }
    }
}
