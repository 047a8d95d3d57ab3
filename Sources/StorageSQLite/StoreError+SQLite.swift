import GRDB
import GRDBSQLite
import Storage

extension StoreError {
    /// What an extended result code means for whoever asked the store.
    init(code: Int32, file: String) {
        switch code & 0xFF {
        case SQLITE_FULL: self = .full
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .corrupt(file: file)
        default: self = .unavailable(code: code)
        }
    }

    /// What an error of GRDB means; its message and its arguments are dropped.
    init(_ error: any Error, file: String) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError:
            self.init(code: error.extendedResultCode.rawValue, file: file)
        default: self = .unavailable(code: SQLITE_ERROR)
        }
    }
}

extension StoreError {
    /// Whether the fault lies in what was written rather than in the store: SQLite refused the row.
    var isOfOneTurn: Bool {
        guard case .unavailable(let code) = self else { return false }
        return [SQLITE_CONSTRAINT, SQLITE_TOOBIG, SQLITE_MISMATCH].contains(code & 0xFF)
    }
}
