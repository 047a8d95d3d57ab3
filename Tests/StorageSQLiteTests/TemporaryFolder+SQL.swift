import GRDB

extension TemporaryFolder {
    /// Changes a closed database as someone with another tool would.
    func execute(_ sql: String, in file: String) throws {
        let queue = try DatabaseQueue(path: "\(storePath)/\(file)")
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }
}
