package import Audit
package import Storage

/// Where the rows of a log are read from: a store, or whatever else has leaves and heads.
package struct LogSource: Sendable {
    /// Leaves from an index on, in their order, at most so many.
    package let leaves: @Sendable (UInt64, Int) throws(StoreError) -> [StoredLeaf]
    /// Heads from a size on, in the order of their sizes, at most so many.
    package let heads: @Sendable (UInt64, Int) throws(StoreError) -> [TreeHead]

    package init(
        leaves: @escaping @Sendable (UInt64, Int) throws(StoreError) -> [StoredLeaf],
        heads: @escaping @Sendable (UInt64, Int) throws(StoreError) -> [TreeHead]
    ) {
        self.leaves = leaves
        self.heads = heads
    }

    package init(_ store: any ConversationStore) {
        leaves = { index, limit throws(StoreError) in
            try store.leaves(from: index, limit: limit)
        }
        heads = { size, limit throws(StoreError) in try store.heads(from: size, limit: limit) }
    }
}
