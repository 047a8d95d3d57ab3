import Storage

/// The borders of a transaction, prepared once.
struct TransactionStatements {
    private let beginStatement: HotStatement
    private let commitStatement: HotStatement
    private let rollbackStatement: HotStatement
    private let saveStatement: HotStatement
    private let releaseStatement: HotStatement
    private let returnStatement: HotStatement

    init(prepare: (String) throws -> HotStatement) throws {
        beginStatement = try prepare("BEGIN IMMEDIATE")
        commitStatement = try prepare("COMMIT")
        rollbackStatement = try prepare("ROLLBACK")
        saveStatement = try prepare("SAVEPOINT turn")
        releaseStatement = try prepare("RELEASE turn")
        returnStatement = try prepare("ROLLBACK TO turn")
    }

    func begin() throws(StoreError) {
        try beginStatement.run()
    }

    /// Runs `body` in a transaction, which is durable when this returns and undone when it throws.
    func run<Value>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
        do throws(StoreError) {
            try begin()
            let value = try body()
            try commit()
            return value
        } catch {
            rollBack()
            throw error
        }
    }

    /// Durable when it returns.
    func commit() throws(StoreError) {
        try commitStatement.run()
    }

    /// Marks the border of one turn within the transaction.
    func save() throws(StoreError) {
        try saveStatement.run()
    }

    func release() throws(StoreError) {
        try releaseStatement.run()
    }

    /// Undoes what one turn wrote; the turns before it stay.
    func returnToSavepoint() throws(StoreError) {
        try returnStatement.run()
        try releaseStatement.run()
    }

    /// Whether the transaction survived a failure; SQLite ends it itself after the worst ones.
    var isOpen: Bool { rollbackStatement.isInTransaction }

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
