import GRDB

extension TemporaryFolder {
    /// Changes a closed database as someone with another tool would.
    func execute(_ sql: String, in file: String) throws {
        let queue = try DatabaseQueue(path: "\(storePath)/\(file)")
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    /// The one number a query of a closed database gives.
    func value(_ sql: String, in file: String) throws -> Int? {
        let queue = try DatabaseQueue(path: "\(storePath)/\(file)")
        let value = try queue.writeWithoutTransaction { try Int.fetchOne($0, sql: sql) }
        try queue.close()
        return value
    }
}
