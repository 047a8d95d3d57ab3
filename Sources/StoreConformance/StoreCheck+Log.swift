package import Audit
package import Storage
package import Testing

extension StoreCheck {
    static let log: [StoreCheck] = [
        StoreCheck("an empty log has an empty frontier") { store throws in
            #expect(try store.frontier() == Frontier())
            #expect(try store.leaves(from: 0, limit: 5) == [])
            #expect(try store.heads(from: 0, limit: 5) == [])
            try store.append([], at: Sample.time(1))
            #expect(try store.heads(from: 0, limit: 5) == [])
        },
        StoreCheck("leaves, heads and frontier tell the same tree") { store throws in
            let contact = Sample.contact(1)
            for round in 0..<20 {
                let bodies = (0..<(round % 4)).map { [UInt8(round), UInt8($0)] }
                let time = Int64(round)
                if round % 3 == 0 {
                    try store.append(bodies.map(PreparedLeaf.init(body:)), at: Sample.time(time))
                } else {
                    let version = try store.contact(contact)?.version ?? 0
                    let turn = Sample.turn(contact, on: version, leaves: bodies, now: time)
                    _ = try store.commit([turn])
                }
            }
            let leaves = try store.leaves(from: 0, limit: 1000)
            #expect(leaves.count == 30)
            expectConsistent(
                leaves,
                try store.heads(from: 0, limit: 1000),
                try store.frontier()
            )
        },
        StoreCheck("leaves and heads are read in pages") { store throws in
            for number in 0..<7 {
                try store.append(
                    [PreparedLeaf(body: [UInt8(number)])],
                    at: Sample.time(Int64(number))
                )
            }
            #expect(try store.leaves(from: 2, limit: 3).map(\.index) == [2, 3, 4])
            #expect(try store.leaves(from: 5, limit: 9).map(\.body) == [[5], [6]])
            #expect(try store.leaves(from: 7, limit: 9) == [])
            #expect(try store.heads(from: 3, limit: 2).map(\.size) == [3, 4])
            #expect(try store.heads(from: 6, limit: 9).map(\.time) == [5, 6].map(Sample.time))
        },
    ]

    /// Rebuilds the tree from the bodies alone and holds all else against it.
    package static func expectConsistent(
        _ leaves: [StoredLeaf],
        _ heads: [TreeHead],
        _ frontier: Frontier,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var rebuilt = Frontier()
        var roots: [UInt64: MerkleHash] = [:]
        for (position, leaf) in leaves.enumerated() {
            let hash = MerkleTree.leafHash(leaf.body)
            #expect(leaf.index == UInt64(position), sourceLocation: sourceLocation)
            #expect(leaf.hash == hash.bytes, sourceLocation: sourceLocation)
            rebuilt.append(hash)
            roots[rebuilt.size] = rebuilt.root
        }
        #expect(frontier == rebuilt, sourceLocation: sourceLocation)
        #expect(
            heads.map(\.size) == heads.map(\.size).sorted(),
            sourceLocation: sourceLocation
        )
        #expect(heads.last?.size ?? 0 == rebuilt.size, sourceLocation: sourceLocation)
        for head in heads {
            #expect(roots[head.size] == head.root, sourceLocation: sourceLocation)
        }
    }
}
