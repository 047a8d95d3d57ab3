import Audit
import Testing

/// The tree against the published roots and against its definition.
@Suite struct MerkleTreeTests {
    @Test(arguments: 0...8)
    func `the first leaves of the reference tree have its published roots`(_ count: Int) {
        var frontier = Frontier()
        for leaf in ReferenceTree.leaves.prefix(count) {
            frontier.append(MerkleTree.leafHash(leaf))
        }
        #expect(frontier.root.hex == ReferenceTree.roots[count])
    }

    @Test func `a leaf and a node of the same bytes have different hashes`() {
        let left = MerkleTree.leafHash([1])
        let right = MerkleTree.leafHash([2])
        #expect(MerkleTree.nodeHash(left, right) != MerkleTree.leafHash(left.bytes + right.bytes))
        #expect(MerkleTree.nodeHash(left, right) != MerkleTree.nodeHash(right, left))
    }

    @Test func `a frontier agrees with the recursive definition from 0 to 300 leaves`() throws {
        let hashes = ReferenceTree.hashes(300)
        var frontier = Frontier()
        for size in 0...300 {
            #expect(frontier.size == UInt64(size))
            #expect(frontier.root == ReferenceTree.root(hashes[..<size]), "\(size) leaves")
            if size < 300 { frontier.append(hashes[size]) }
        }
    }

    @Test func `a restored frontier goes on as if it had never been stored`() throws {
        let hashes = ReferenceTree.hashes(40)
        for size in 0...39 {
            var original = Frontier()
            for hash in hashes.prefix(size) {
                original.append(hash)
            }
            var restored = try Frontier(bytes: original.bytes)
            #expect(restored == original)
            restored.append(hashes[size])
            #expect(restored.root == ReferenceTree.root(hashes[...size]))
        }
    }

    @Test func `stored bytes are the size and the peaks, the largest first`() {
        let hashes = ReferenceTree.hashes(3)
        var frontier = Frontier()
        for hash in hashes {
            frontier.append(hash)
        }
        let pair = MerkleTree.nodeHash(hashes[0], hashes[1])
        #expect(frontier.bytes == [0, 0, 0, 0, 0, 0, 0, 3] + pair.bytes + hashes[2].bytes)
        #expect(Frontier().bytes == [0, 0, 0, 0, 0, 0, 0, 0])
    }

    @Test func `bytes of another length than the size takes are no frontier`() {
        #expect(throws: Frontier.Malformed.shorterThanSize) { try Frontier(bytes: []) }
        #expect(throws: Frontier.Malformed.shorterThanSize) {
            try Frontier(bytes: [0, 0, 0, 0, 0, 0, 0])
        }
        let two: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 2]
        let hash = [UInt8](repeating: 7, count: 32)
        for body in [two, two + hash.dropLast(), two + hash + [0], two + hash + hash] {
            #expect(throws: Frontier.Malformed.wrongLength) { try Frontier(bytes: body) }
        }
    }

    @Test func `the root of a range is the root of its leaves alone`() {
        let hashes = ReferenceTree.hashes(20)
        let root = MerkleTree.root(of: 5..<12) { hashes[Int($0)] }
        #expect(root == ReferenceTree.root(hashes[5..<12]))
        #expect(MerkleTree.root(of: 3..<3) { hashes[Int($0)] } == MerkleTree.emptyRoot)
    }

    @Test(arguments: [0, 9, 31, 33])
    func `a digest has exactly 32 bytes`(_ count: Int) {
        #expect(MerkleHash([UInt8](repeating: 1, count: count)) == nil)
    }

    @Test func `a digest is read from lowercase digits only`() {
        let digits = ReferenceTree.roots[8]
        #expect(MerkleHash(hex: digits)?.hex == digits)
        #expect(MerkleHash(hex: digits.uppercased()) == nil)
        #expect(MerkleHash(hex: String(digits.dropLast())) == nil)
        #expect(MerkleHash(hex: digits.dropLast() + "g") == nil)
    }
}
