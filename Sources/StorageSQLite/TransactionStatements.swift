import Storage

/// The borders of a transaction, prepared once.
struct TransactionStatements {
    private let beginStatement: HotStatement
    private let commitStatement: HotStatement
    private let rollbackStatement: HotStatement

    init(prepare: (String) throws -> HotStatement) throws {
        beginStatement = try prepare("BEGIN IMMEDIATE")
        commitStatement = try prepare("COMMIT")
        rollbackStatement = try prepare("ROLLBACK")
    }

    func begin() throws(StoreError) {
        try beginStatement.run()
    }

    /// Durable when it returns.
    func commit() throws(StoreError) {
        try commitStatement.run()
    }

    /// Ends a transaction that failed; SQLite itself may have ended it already.
    func rollBack() {
        guard rollbackStatement.isInTransaction else { return }
        do {
            try rollbackStatement.run()
        } catch {
            // The failure that brought us here is the one to report. Should the transaction
            // really stay open, GRDB stops the process rather than let the next one join it.
        }
    }
}
