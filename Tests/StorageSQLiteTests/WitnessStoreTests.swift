import Audit
import Dispatch
import Foundation
import Storage
import StorageSQLite
import Synchronization
import Testing

/// What a witness must never forget, in memory and on the disk.
@Suite struct WitnessStoreTests {
    private static let origin = [UInt8]("example.com/log".utf8)

    private static func tree(_ size: UInt64, _ salt: UInt8 = 0) -> WitnessedTree {
        let root = MerkleTree.leafHash([salt] + [UInt8]("\(size)".utf8))
        return WitnessedTree(size: size, root: root)
    }

    private static func checkpoint(_ size: UInt64, _ salt: UInt8 = 0) -> WitnessedCheckpoint {
        WitnessedCheckpoint(tree: tree(size, salt), note: [UInt8]("note \(size)".utf8))
    }

    private static func open(_ temporary: TemporaryFolder) throws -> SQLiteWitnessStore {
        try SQLiteWitnessStore(folder: temporary.storePath)
    }

    enum Kind: CaseIterable { case memory, disk }

    /// An empty memory, with the folder it may need.
    private final class Opened {
        let store: any WitnessStore
        private let folder: TemporaryFolder?

        init(_ kind: Kind) throws {
            switch kind {
            case .memory:
                store = MemoryWitnessStore()
                folder = nil
            case .disk:
                let folder = try TemporaryFolder()
                store = try open(folder)
                self.folder = folder
            }
        }
    }

    @Test(arguments: Kind.allCases)
    func `a new memory knows nothing and is nobody's`(kind: Kind) throws {
        let opened = try Opened(kind)
        #expect(try opened.store.checkpoint(of: Self.origin) == nil)
        #expect(try opened.store.owner() == nil)
    }

    @Test(arguments: Kind.allCases)
    func `what was written is known, each log for itself`(kind: Kind) throws {
        let opened = try Opened(kind)
        #expect(try opened.store.update(Self.origin, from: nil, to: Self.checkpoint(3)))
        #expect(try opened.store.update([1], from: nil, to: Self.checkpoint(9)))
        let next = Self.checkpoint(5)
        #expect(try opened.store.update(Self.origin, from: Self.tree(3), to: next))
        #expect(try opened.store.checkpoint(of: Self.origin) == next)
        #expect(try opened.store.checkpoint(of: [1]) == Self.checkpoint(9))
        #expect(try opened.store.checkpoint(of: []) == nil)
    }

    @Test(arguments: Kind.allCases)
    func `only what is still so is replaced`(kind: Kind) throws {
        let opened = try Opened(kind)
        #expect(try !opened.store.update(Self.origin, from: Self.tree(0), to: Self.checkpoint(3)))
        #expect(try opened.store.checkpoint(of: Self.origin) == nil)
        #expect(try opened.store.update(Self.origin, from: nil, to: Self.checkpoint(3)))
        // Nothing yet, another size, and the same size with another root.
        for wrong in [nil, Self.tree(2), Self.tree(3, 1)] {
            #expect(try !opened.store.update(Self.origin, from: wrong, to: Self.checkpoint(5)))
        }
        #expect(try opened.store.checkpoint(of: Self.origin) == Self.checkpoint(3))
    }

    @Test(arguments: Kind.allCases)
    func `the same tree is written again with its newer note`(kind: Kind) throws {
        let opened = try Opened(kind)
        #expect(try opened.store.update(Self.origin, from: nil, to: Self.checkpoint(3)))
        let newer = WitnessedCheckpoint(tree: Self.tree(3), note: [1])
        #expect(try opened.store.update(Self.origin, from: Self.tree(3), to: newer))
        #expect(try opened.store.checkpoint(of: Self.origin) == newer)
    }

    @Test(arguments: [0, 1, UInt64(Int64.max), UInt64(Int64.max) + 1, .max], Kind.allCases)
    func `every size of 64 bits is kept`(size: UInt64, kind: Kind) throws {
        let opened = try Opened(kind)
        #expect(try opened.store.update(Self.origin, from: nil, to: Self.checkpoint(size)))
        let again = Self.checkpoint(size)
        #expect(try opened.store.update(Self.origin, from: Self.tree(size), to: again))
        #expect(try opened.store.checkpoint(of: Self.origin)?.tree == Self.tree(size))
    }

    @Test func `going back to a smaller tree is a defect`() async {
        await #expect(processExitsWith: .failure) {
            let store = MemoryWitnessStore()
            let root = MerkleTree.emptyRoot
            let large = WitnessedTree(size: 2, root: root)
            let small = WitnessedTree(size: 1, root: root)
            _ = try store.update([], from: nil, to: WitnessedCheckpoint(tree: large, note: []))
            _ = try store.update([], from: large, to: WitnessedCheckpoint(tree: small, note: []))
        }
    }

    @Test(arguments: Kind.allCases)
    func `a memory belongs to the first who claims it`(kind: Kind) throws {
        let opened = try Opened(kind)
        #expect(try opened.store.claim(by: [1]) == [1])
        #expect(try opened.store.claim(by: [2]) == [1])
        #expect(try opened.store.owner() == [1])
    }

    @Test(arguments: Kind.allCases)
    func `of many that replace the same tree, one does`(kind: Kind) throws {
        let opened = try Opened(kind)
        let store = opened.store
        var last: WitnessedTree?
        for round in 1...20 as ClosedRange<UInt64> {
            let winners = Mutex<[UInt8]>([])
            let expected = last
            DispatchQueue.concurrentPerform(iterations: 8) { contender in
                let new = Self.checkpoint(round, UInt8(contender))
                let won = try? store.update(Self.origin, from: expected, to: new)
                if won == true { winners.withLock { $0.append(UInt8(contender)) } }
            }
            let won = winners.withLock { $0 }
            #expect(won.count == 1)
            last = try opened.store.checkpoint(of: Self.origin)?.tree
            #expect(won.first.map { Self.tree(round, $0) } == last)
        }
    }

    @Test func `a memory outlives its process, closed or not`() throws {
        let temporary = try TemporaryFolder()
        let store = try Self.open(temporary)
        _ = try store.claim(by: [1])
        #expect(try store.update(Self.origin, from: nil, to: Self.checkpoint(3)))
        let crashed = try temporary.asCrashed()
        try store.close()
        for folder in [temporary, crashed] {
            let store = try Self.open(folder)
            #expect(try store.checkpoint(of: Self.origin) == Self.checkpoint(3))
            #expect(try store.owner() == [1])
            try store.close()
        }
    }

    @Test(arguments: ["OFF", "NORMAL"])
    func `a memory that a power cut could take back is refused`(level: String) throws {
        let temporary = try TemporaryFolder()
        let options = SQLiteOptions(furtherPragmas: ["PRAGMA synchronous = \(level)"])
        #expect(throws: StoreError.notDurable) {
            try SQLiteWitnessStore(folder: temporary.storePath, options: options)
        }
    }

    @Test func `a memory is one process's at a time`() throws {
        let temporary = try TemporaryFolder()
        let first = try Self.open(temporary)
        #expect(throws: StoreError.inUse(folder: temporary.storePath)) {
            try Self.open(temporary)
        }
        try first.close()
        try Self.open(temporary).close()
    }

    @Test func `a closed memory says so`() throws {
        let store = try Self.open(TemporaryFolder())
        try store.close()
        try store.close()
        #expect(throws: StoreError.closed) { try store.checkpoint(of: Self.origin) }
        #expect(throws: StoreError.closed) {
            try store.update(Self.origin, from: nil, to: Self.checkpoint(1))
        }
    }

    @Test func `a full disk loses nothing and writes nothing`() throws {
        let temporary = try TemporaryFolder()
        let options = SQLiteOptions(maximumPages: 8)
        let store = try SQLiteWitnessStore(folder: temporary.storePath, options: options)
        #expect(try store.update(Self.origin, from: nil, to: Self.checkpoint(3)))
        let large = WitnessedCheckpoint(
            tree: Self.tree(4),
            note: [UInt8](repeating: 7, count: 1 << 16)
        )
        #expect(throws: StoreError.full) {
            try store.update(Self.origin, from: Self.tree(3), to: large)
        }
        #expect(try store.checkpoint(of: Self.origin) == Self.checkpoint(3))
        #expect(try store.update(Self.origin, from: Self.tree(3), to: Self.checkpoint(4)))
        try store.close()
    }

    @Test func `a damaged root is corruption, not another tree`() throws {
        let temporary = try TemporaryFolder()
        let store = try Self.open(temporary)
        #expect(try store.update(Self.origin, from: nil, to: Self.checkpoint(3)))
        try store.close()
        try temporary.execute("UPDATE witnessed SET root = x'00'", in: "witness.db")
        let damaged = try Self.open(temporary)
        #expect(throws: StoreError.corrupt(file: "witness.db")) {
            try damaged.checkpoint(of: Self.origin)
        }
        try damaged.close()
    }

    @Test func `whether there is a memory is known without opening it`() throws {
        let temporary = try TemporaryFolder()
        #expect(!SQLiteWitnessStore.isPresent(in: temporary.storePath))
        try Self.open(temporary).close()
        #expect(SQLiteWitnessStore.isPresent(in: temporary.storePath))
    }

    @Test func `another database does not pass for a memory`() throws {
        let temporary = try TemporaryFolder()
        try temporary.with { _ in }
        try temporary.write(temporary.bytes(of: "keys.db"), to: "witness.db")
        #expect(throws: StoreError.corrupt(file: "witness.db")) { try Self.open(temporary) }
    }
}
