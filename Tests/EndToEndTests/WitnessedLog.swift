import Audit
import Encryption
import TransparencyLog

/// A log that grows to 250 leaves, and other histories of it.
struct WitnessedLog: Sendable {
    let signer: NoteSigner
    private let leaves: [MerkleHash]

    /// Parts from the unforked log at the leaf `fork`.
    init(_ origin: String = "example.com/log", secret: UInt8 = 1, fork: Int = .max) throws {
        let seed = SecretBytes([UInt8](repeating: secret, count: 32))
        signer = try NoteSigner(name: origin, key: SigningKey(seed: seed))
        leaves = (0..<250).map { MerkleTree.leafHash([UInt8($0), $0 < fork ? 0 : 1]) }
    }

    var key: NoteKey { signer.verifierKey }

    func checkpoint(_ size: Int) throws -> SignedCheckpoint {
        let root = MerkleTree.root(of: 0..<UInt64(size)) { leaves[Int($0)] }
        let head = try Checkpoint(origin: key.name, size: UInt64(size), root: root)
        return try SignedCheckpoint(checkpoint: head, signedBy: [signer])
    }

    func proof(from old: UInt64, to new: UInt64) -> [MerkleHash] {
        guard old > 0, old <= new else { return [] }
        return ConsistencyProof.build(oldSize: old, newSize: new) { leaves[Int($0)] }.path
    }

    /// The body of a request to cosign.
    func request(from old: Int, to new: Int) throws -> [UInt8] {
        try AddCheckpointRequest(
            oldSize: UInt64(old),
            proof: proof(from: UInt64(old), to: UInt64(new)),
            checkpoint: checkpoint(new)
        ).bytes
    }
}
