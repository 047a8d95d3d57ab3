/// What one row of the log says, read by itself: rows are read beside each other, in any order.
///
/// Everything that takes work is done here, so that the merge of the readings has little to do.
package struct LeafReading: Sendable {
    package let index: UInt64
    /// The hash of the row's own bytes.
    package let hash: MerkleHash
    /// The hash that stands beside them; `nil` when what stands there is none.
    package let storedHash: MerkleHash?
    /// What the leaf says, or why the bytes are no leaf.
    package let content: Result<LeafContent, LeafError>

    /// Takes the row: where it says it is, its bytes, and the hash stored beside them.
    package init(index: UInt64, body: [UInt8], storedHash: [UInt8]) {
        self.index = index
        hash = MerkleTree.leafHash(body)
        self.storedHash = MerkleHash(storedHash)
        do throws(LeafError) {
            content = .success(try LeafContent(body))
        } catch {
            content = .failure(error)
        }
    }

    /// Whether the row's bytes have the hash stored beside them.
    package var isHashEqual: Bool { hash == storedHash }
}
