import Clocks
import Storage

extension StoreWriter {
    /// Forgets those of the keys that were written before an instant.
    func forget(
        _ keys: [[UInt8]],
        of table: AgedTable,
        before limit: Timestamp
    ) throws(StoreError) -> Int {
        let statement = deleteAged[table]
        return try transaction.run { () throws(StoreError) in
            var forgotten = 0
            for key in keys {
                try statement.bind(key, 1)
                try statement.bind(limit.milliseconds, 2)
                forgotten += try statement.change()
            }
            return forgotten
        }
    }
}
