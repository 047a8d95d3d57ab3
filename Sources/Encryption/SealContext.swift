/// Where a sealed record lives, so that it opens nowhere else.
///
/// Bound as associated data: a blob moved to another row, table or purpose, or an older version of
/// the same row put back under a newer number, does not open.
package struct SealContext: Hashable, Sendable {
    /// Longest purpose, table or row identifier, in bytes.
    package static let fieldLimit = 65_535

    package let purpose: String
    package let table: String
    package let row: [UInt8]
    package let rowVersion: UInt64

    package init(purpose: String, table: String, row: [UInt8], rowVersion: UInt64) {
        precondition(
            purpose.utf8.count <= Self.fieldLimit && table.utf8.count <= Self.fieldLimit
                && row.count <= Self.fieldLimit,
            "a part of a seal context has at most 65535 bytes"
        )
        self.purpose = purpose
        self.table = table
        self.row = row
        self.rowVersion = rowVersion
    }

    /// The associated data: each of purpose, table and row after its length (u16), then the row
    /// version (u64) and the key version (u32), all numbers in network order.
    package func authenticatedData(keyVersion: UInt32) -> [UInt8] {
        var data: [UInt8] = []
        data.reserveCapacity(purpose.utf8.count + table.utf8.count + row.count + 18)
        data.append(bigEndian: UInt16(purpose.utf8.count))
        data.append(contentsOf: purpose.utf8)
        data.append(bigEndian: UInt16(table.utf8.count))
        data.append(contentsOf: table.utf8)
        data.append(bigEndian: UInt16(row.count))
        data.append(contentsOf: row)
        data.append(bigEndian: rowVersion)
        data.append(bigEndian: keyVersion)
        return data
    }
}
