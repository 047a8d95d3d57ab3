package import Clocks

/// One change of a consent, as a digest of what its leaf and its evidence row both say.
package struct ConsentStep: Hashable, Sendable {
    let digest: MerkleHash

    /// The state that `kind` says was entered, for a purpose, at an instant.
    ///
    /// Without a kind it stands for a state that no leaf can say, and equals no leaf's step.
    package init(_ kind: AuditKind?, purpose: String, at time: Timestamp) {
        // A kind holds no zero byte and the time has eight, so no two steps have the same bytes.
        var bytes = Array((kind?.rawValue ?? "").utf8)
        bytes.append(0)
        let milliseconds = UInt64(bitPattern: time.milliseconds)
        for place in (0..<8).reversed() {
            bytes.append(UInt8(truncatingIfNeeded: milliseconds >> UInt64(8 * place)))
        }
        bytes += purpose.utf8
        digest = MerkleTree.leafHash(bytes)
    }
}

/// The order in which a contact's consents changed: one digest, however many there were.
struct ConsentTrace: Hashable, Sendable {
    private var digest = MerkleTree.emptyRoot
    private(set) var count: UInt32 = 0

    mutating func add(_ step: ConsentStep) {
        digest = MerkleTree.nodeHash(digest, step.digest)
        count &+= 1
    }
}
