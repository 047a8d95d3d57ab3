import Synchronization

/// A witness's memory that ends with the process, with the same meaning as a stored one.
package final class MemoryWitnessStore: WitnessStore {
    private struct Contents {
        var owner: [UInt8]?
        var checkpoints: [[UInt8]: WitnessedCheckpoint] = [:]
    }

    private let contents = Mutex(Contents())

    package init() {}

    package func checkpoint(of origin: [UInt8]) throws(StoreError) -> WitnessedCheckpoint? {
        contents.withLock { $0.checkpoints[origin] }
    }

    package func update(
        _ origin: [UInt8],
        from expected: WitnessedTree?,
        to new: WitnessedCheckpoint
    ) throws(StoreError) -> Bool {
        new.tree.requireSuccessor(of: expected)
        return contents.withLock { contents in
            guard contents.checkpoints[origin]?.tree == expected else { return false }
            contents.checkpoints[origin] = new
            return true
        }
    }

    package func owner() throws(StoreError) -> [UInt8]? {
        contents.withLock { $0.owner }
    }

    package func claim(by owner: [UInt8]) throws(StoreError) -> [UInt8] {
        contents.withLock { contents in
            let holder = contents.owner ?? owner
            contents.owner = holder
            return holder
        }
    }
}
