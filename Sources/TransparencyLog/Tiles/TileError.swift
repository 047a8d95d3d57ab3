/// Why bytes are not the tile or the bundle that was asked for; none of it repeats the bytes.
package enum TileError: Error, Hashable, Sendable {
    /// A tile with more or fewer bytes than its width takes.
    case wrongLength(found: Int, wanted: Int)
    /// A bundle that ends within an entry, or before the last one.
    case truncated(entry: Int)
    /// Bytes after the last entry of a bundle.
    case trailingBytes(count: Int)
}

extension TileError {
    /// One line for a person.
    package var text: String {
        switch self {
        case .wrongLength(let found, let wanted):
            "the tile has \(found) bytes instead of \(wanted); fetch it again"
        case .truncated(let entry):
            "the entry bundle ends before entry \(entry) is complete; fetch it again"
        case .trailingBytes(let count):
            "the entry bundle has \(count) bytes after its last entry; fetch it again"
        }
    }
}
