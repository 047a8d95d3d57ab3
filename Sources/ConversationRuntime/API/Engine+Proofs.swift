import Audit
package import Storage
package import TransparencyLog

// The log for those who read it from far away.
extension Engine {
    /// The last checkpoint that was signed; `nil` for a log that never was.
    package func lastCheckpoint() throws(EngineError) -> SignedCheckpoint? {
        do {
            return try log.lastCheckpoint()
        } catch {
            throw .log(error)
        }
    }

    /// A receipt that a leaf is in the log, for checking without the log.
    ///
    /// - Throws: `LogError` in an `EngineError`: `.unsigned`, `.pruned`, `.beyondEnd`.
    package func proof(ofLeaf index: UInt64) throws(EngineError) -> TLogProof {
        do {
            return try LogReading(store: store).proof(ofLeaf: index)
        } catch {
            throw .log(error)
        }
    }

    /// Leaves as they are stored, from an index on.
    package func leaves(
        from index: UInt64,
        limit: Int
    ) throws(EngineError) -> [StoredLeaf] {
        do {
            return try store.leaves(from: index, limit: limit)
        } catch {
            throw .store(error)
        }
    }
}
