import GRDB
import Storage
import Synchronization

/// One connection with the statements prepared on it, used by one thread at a time.
final class Connection<Contents: Sendable>: Sendable {
    private let queue: DatabaseQueue
    private let file: String
    /// `nil` once closed.
    private let contents: Mutex<Contents?>

    /// Takes over the queue: nothing else may use it afterwards.
    init(
        _ queue: DatabaseQueue,
        file: String,
        prepare: (Database) throws -> Contents
    ) throws(StoreError) {
        self.queue = queue
        self.file = file
        do {
            contents = Mutex(try queue.writeWithoutTransaction { try prepare($0) })
        } catch {
            throw StoreError(error, file: file)
        }
    }

    /// Lends the statements, on GRDB's queue, which also refuses a transaction left open.
    ///
    /// - Throws: `StoreError.closed` after `close`; otherwise what `body` throws.
    func use<Value: Sendable>(
        _ body: (inout Contents) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        try contents.withLock { contents throws(StoreError) in
            guard var lent = contents.take() else { throw .closed }
            defer { contents = lent }
            let outcome: Result<Value, StoreError> = queue.writeWithoutTransaction { _ in
                Result { () throws(StoreError) in try body(&lent) }
            }
            return try outcome.get()
        }
    }

    /// Lends GRDB's own view of the connection, for what is done seldom.
    ///
    /// - Throws: `StoreError.closed` after `close`; otherwise what SQLite reports.
    func configure(_ body: (Database) throws -> Void) throws(StoreError) {
        try contents.withLock { contents throws(StoreError) in
            guard contents != nil else { throw .closed }
            do {
                try queue.writeWithoutTransaction { try body($0) }
            } catch {
                throw StoreError(error, file: file)
            }
        }
    }

    /// Finalizes the statements, then closes; the second time does nothing.
    func close() throws(StoreError) {
        let wasOpen = contents.withLock { $0.take() != nil }
        guard wasOpen else { return }
        do {
            try queue.close()
        } catch {
            throw StoreError(error, file: file)
        }
    }
}
