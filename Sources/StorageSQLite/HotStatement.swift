import GRDB
import GRDBSQLite
import Storage

/// A statement prepared once and stepped through SQLite's own interface.
///
/// GRDB's own execution costs about as much again as the statement itself; a turn has ten.
/// Parameters count from 1 and must all be bound before each run. They are copied when bound
/// (`SQLITE_TRANSIENT`), which costs far less than a page write and leaves no pointer behind.
///
/// SAFETY: the pointer lives as long as `owner`, which every copy retains. Sendable, because a
/// statement is stepped and finalized only under the lock of the `Connection` that holds it, so by
/// one thread at a time, which is what SQLite asks of a connection.
@safe struct HotStatement: @unchecked Sendable {
    private let owner: Statement
    private let pointer: OpaquePointer
    private let file: String

    init(_ database: Database, file: String, _ sql: String) throws {
        owner = try database.makeStatement(sql: sql)
        unsafe pointer = owner.sqliteStatement
        self.file = file
    }

    func bind(_ value: Int64, _ parameter: Int32) throws(StoreError) {
        try check(unsafe sqlite3_bind_int64(pointer, parameter, value))
    }

    func bind(_ value: Int64?, _ parameter: Int32) throws(StoreError) {
        guard let value else { return try bindNull(parameter) }
        try bind(value, parameter)
    }

    func bind(_ bytes: [UInt8], _ parameter: Int32) throws(StoreError) {
        // SAFETY: SQLite copies the bytes before the call returns. An empty array may have no
        // address, and a null address would bind NULL instead of an empty blob.
        let code = unsafe bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress, buffer.count > 0 else {
                return unsafe sqlite3_bind_zeroblob(pointer, parameter, 0)
            }
            return unsafe sqlite3_bind_blob64(
                pointer,
                parameter,
                start,
                UInt64(buffer.count),
                Self.copying
            )
        }
        try check(code)
    }

    func bind(_ text: String?, _ parameter: Int32) throws(StoreError) {
        guard var text else { return try bindNull(parameter) }
        // SAFETY: SQLite copies the text before the call returns.
        let code = text.withUTF8 { buffer in
            guard let start = buffer.baseAddress else {
                return unsafe sqlite3_bind_text(pointer, parameter, "", 0, Self.copying)
            }
            return unsafe start.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
                unsafe sqlite3_bind_text(
                    pointer,
                    parameter,
                    $0,
                    Int32(buffer.count),
                    Self.copying
                )
            }
        }
        try check(code)
    }

    private func bindNull(_ parameter: Int32) throws(StoreError) {
        try check(unsafe sqlite3_bind_null(pointer, parameter))
    }

    /// Runs a statement that gives no rows.
    func run() throws(StoreError) {
        let code = unsafe sqlite3_step(pointer)
        // The reset repeats the code of the step: nothing is lost with it.
        _ = unsafe sqlite3_reset(pointer)
        guard code == SQLITE_DONE else { throw StoreError(code: code, file: file) }
    }

    /// Runs a statement that writes, and tells how many rows it changed.
    func change() throws(StoreError) -> Int {
        try run()
        return Int(unsafe sqlite3_changes(sqlite3_db_handle(pointer)))
    }

    /// Whether the connection has a transaction open.
    var isInTransaction: Bool {
        unsafe sqlite3_get_autocommit(sqlite3_db_handle(pointer)) == 0
    }

    /// The first row, if there is one.
    func first<Value>(
        _ read: (HotRow) throws(StoreError) -> Value
    ) throws(StoreError) -> Value? {
        // The reset repeats the code of the step: nothing is lost with it.
        defer { _ = unsafe sqlite3_reset(pointer) }
        let code = unsafe sqlite3_step(pointer)
        if code == SQLITE_DONE { return nil }
        guard code == SQLITE_ROW else { throw StoreError(code: code, file: file) }
        return try read(unsafe HotRow(pointer))
    }

    func rows<Value>(
        _ read: (HotRow) throws(StoreError) -> Value
    ) throws(StoreError) -> [Value] {
        // The reset repeats the code of the step: nothing is lost with it.
        defer { _ = unsafe sqlite3_reset(pointer) }
        var values: [Value] = []
        while true {
            let code = unsafe sqlite3_step(pointer)
            if code == SQLITE_DONE { return values }
            guard code == SQLITE_ROW else { throw StoreError(code: code, file: file) }
            values.append(try read(unsafe HotRow(pointer)))
        }
    }

    private func check(_ code: Int32) throws(StoreError) {
        guard code == SQLITE_OK else { throw StoreError(code: code, file: file) }
    }

    /// SQLite's own sentinel (`SQLITE_TRANSIENT`, a macro that Swift cannot see).
    private static var copying: sqlite3_destructor_type {
        unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
}

/// The row a statement stands on; columns count from 0.
///
/// SAFETY: handed only to closures that end before the statement is stepped again.
@safe struct HotRow {
    private let pointer: OpaquePointer

    fileprivate init(_ pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    func integer(_ column: Int32) -> Int64 {
        unsafe sqlite3_column_int64(pointer, column)
    }

    func optionalInteger(_ column: Int32) -> Int64? {
        let isNull = unsafe sqlite3_column_type(pointer, column) == SQLITE_NULL
        return isNull ? nil : integer(column)
    }

    /// A blob's bytes; NULL reads as none.
    func blob(_ column: Int32) -> [UInt8] {
        guard let start = unsafe sqlite3_column_blob(pointer, column) else { return [] }
        let count = Int(unsafe sqlite3_column_bytes(pointer, column))
        return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    func text(_ column: Int32) -> String? {
        guard let start = unsafe sqlite3_column_text(pointer, column) else { return nil }
        let count = Int(unsafe sqlite3_column_bytes(pointer, column))
        return unsafe String(
            decoding: UnsafeBufferPointer(start: start, count: count),
            as: UTF8.self
        )
    }
}
