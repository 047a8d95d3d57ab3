import Audit
import Clocks
import Encryption
import Testing
import TransparencyLog

/// A log that grows, and another history of it that parts from the first at a leaf.
struct WitnessSample {
    static let time = Timestamp(milliseconds: CheckpointVectors.cosignedAtSecond * 1000)

    let signer: NoteSigner
    private let leaves: [MerkleHash]

    /// Parts from the unforked log at the leaf `fork`.
    init(
        origin: String = CheckpointVectors.origin,
        secret: UInt8 = 1,
        leaves count: Int = 40,
        fork: Int = .max
    ) throws {
        signer = try NoteSigner(name: origin, key: NoteVectors.key(secret))
        leaves = (0..<count).map { index in
            MerkleTree.leafHash([UInt8(index), index < fork ? 0 : 1])
        }
    }

    var key: NoteKey { signer.verifierKey }

    func root(_ size: Int) -> MerkleHash {
        MerkleTree.root(of: 0..<UInt64(size)) { leaves[Int($0)] }
    }

    func tree(_ size: Int) -> ObservedTree {
        ObservedTree(size: UInt64(size), root: root(size))
    }

    func checkpoint(_ size: Int, root: MerkleHash? = nil) throws -> SignedCheckpoint {
        let head = try Checkpoint(
            origin: key.name,
            size: UInt64(size),
            root: root ?? self.root(size)
        )
        return try SignedCheckpoint(checkpoint: head, signedBy: [signer])
    }

    func proof(from old: Int, to new: Int) -> [MerkleHash] {
        guard old > 0 else { return [] }
        return ConsistencyProof.build(oldSize: UInt64(old), newSize: UInt64(new)) {
            leaves[Int($0)]
        }.path
    }

    /// The request an honest log makes.
    func request(from old: Int, to new: Int) throws -> AddCheckpointRequest {
        try AddCheckpointRequest(
            oldSize: UInt64(old),
            proof: old <= new ? proof(from: old, to: new) : [],
            checkpoint: checkpoint(new)
        )
    }

    static func cosigner(_ secret: UInt8 = 9) throws -> Cosigner {
        try Cosigner(name: "witness.example/\(secret)", key: NoteVectors.key(secret))
    }
}
