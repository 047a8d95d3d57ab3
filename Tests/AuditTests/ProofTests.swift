import Audit
import Testing

/// Every proof the tree can build is accepted, and every other one is refused.
@Suite struct ProofTests {
    /// One line of `ProofCases`.
    private struct ProofCase {
        let isValid: Bool
        let numbers: [UInt64]
        let hashes: [MerkleHash]
        let path: [MerkleHash]

        init?(_ line: Substring) {
            let parts = line.split(separator: ":", omittingEmptySubsequences: false)
            let head = parts[0].split(separator: " ")
            guard parts.count == 3, head.count == 5 else { return nil }
            isValid = head[0] == "+"
            numbers = head[1...2].compactMap { $0 == "max" ? UInt64.max : UInt64($0) }
            hashes = head[3...4].compactMap(ReferenceTree.hash(named:))
            let names = parts[1].split(separator: " ")
            path = names.compactMap(ReferenceTree.hash(named:))
            guard numbers.count == 2, hashes.count == 2, path.count == names.count else {
                return nil
            }
        }
    }

    @Test func `the public inclusion cases come out as labelled`() throws {
        var count = 0
        for line in ProofCases.inclusion.split(separator: "\n") {
            let known = try #require(ProofCase(line), "\(line)")
            let proof = InclusionProof(
                index: known.numbers[0],
                size: known.numbers[1],
                path: known.path
            )
            let isAccepted = proof.verify(leaf: known.hashes[0], root: known.hashes[1])
            #expect(isAccepted == known.isValid, "\(line)")
            count += 1
        }
        #expect(count == 37)
    }

    @Test func `the public consistency cases come out as labelled`() throws {
        var count = 0
        for line in ProofCases.consistency.split(separator: "\n") {
            let known = try #require(ProofCase(line), "\(line)")
            let proof = ConsistencyProof(
                oldSize: known.numbers[0],
                newSize: known.numbers[1],
                path: known.path
            )
            let isAccepted = proof.verify(oldRoot: known.hashes[0], newRoot: known.hashes[1])
            #expect(isAccepted == known.isValid, "\(line)")
            count += 1
        }
        #expect(count == 47)
    }

    @Test func `every leaf of every tree up to 64 leaves is proved to be in it`() {
        let hashes = ReferenceTree.hashes(65)
        for size in 1...64 {
            let root = ReferenceTree.root(hashes[..<size])
            for index in 0..<size {
                let proof = InclusionProof.build(index: UInt64(index), size: UInt64(size)) {
                    hashes[Int($0)]
                }
                #expect(proof.verify(leaf: hashes[index], root: root), "\(index) of \(size)")
                #expect(!proof.verify(leaf: hashes[64], root: root), "\(index) of \(size)")
                #expect(!proof.verify(leaf: hashes[index], root: hashes[64]))
            }
        }
    }

    @Test func `every tree up to 64 leaves is proved consistent with every smaller one`() {
        let hashes = ReferenceTree.hashes(65)
        let roots = (0...64).map { ReferenceTree.root(hashes[..<$0]) }
        for new in 1...64 {
            for old in 1...new {
                let proof = ConsistencyProof.build(oldSize: UInt64(old), newSize: UInt64(new)) {
                    hashes[Int($0)]
                }
                #expect(
                    proof.verify(oldRoot: roots[old], newRoot: roots[new]),
                    "\(old) to \(new)"
                )
                #expect(!proof.verify(oldRoot: hashes[64], newRoot: roots[new]))
                #expect(!proof.verify(oldRoot: roots[old], newRoot: hashes[64]))
            }
        }
    }

    @Test func `a proof with any one hash altered, left out or added is refused`() {
        let hashes = ReferenceTree.hashes(13)
        let root = ReferenceTree.root(hashes[...])
        let proof = InclusionProof.build(index: 5, size: 13) { hashes[Int($0)] }
        for place in proof.path.indices {
            var altered = proof.path
            altered[place] = hashes[0]
            var shorter = proof.path
            shorter.remove(at: place)
            var longer = proof.path
            longer.insert(hashes[0], at: place)
            for path in [altered, shorter, longer] {
                let forged = InclusionProof(index: 5, size: 13, path: path)
                #expect(!forged.verify(leaf: hashes[5], root: root))
            }
        }
    }

    @Test func `nothing is proved about an empty old tree`() {
        let root = MerkleTree.leafHash([1])
        for size in [UInt64(0), 1] {
            let proof = ConsistencyProof(oldSize: 0, newSize: size, path: [])
            #expect(!proof.verify(oldRoot: MerkleTree.emptyRoot, newRoot: root))
            #expect(!proof.verify(oldRoot: root, newRoot: root))
        }
    }

    @Test func `a proof of a leaf outside the tree is a defect`() async {
        await #expect(processExitsWith: .failure) {
            _ = InclusionProof.build(index: 3, size: 3) { _ in MerkleTree.emptyRoot }
        }
    }
}
