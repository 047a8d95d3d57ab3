/// One row of a stored log as a reader gets it: an index, and bytes that should be a leaf.
///
/// Why bytes are no leaf is for a verifier to say; a reader only needs to know that they are none.
package struct EventRow: Hashable, Sendable {
    package let index: UInt64
    package let bytes: [UInt8]

    package init(index: UInt64, bytes: [UInt8]) {
        self.index = index
        self.bytes = bytes
    }

    /// Whether the bytes are a leaf, which is quicker to know than the leaf.
    package var isLeaf: Bool { (try? LeafScan(bytes)) != nil }

    /// The leaf; `nil` for bytes that are none, as a tampered row may have them.
    package var leaf: AuditLeaf? { try? AuditLeaf.decode(bytes) }
}
