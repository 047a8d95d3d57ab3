import Audit
import Clocks
import Encryption
import TransparencyLog

/// A log that grows, another history of it, and a witness that may watch it.
struct SampleLog {
    static let time = Timestamp(milliseconds: 1_790_000_000_000)

    let signer: NoteSigner
    private let leaves: [MerkleHash]

    /// Parts from the unforked log at the leaf `fork`.
    init(origin: String = "example.com/log", fork: Int = .max) throws {
        signer = try NoteSigner(name: origin, key: Self.key(1))
        leaves = (0..<200).map { MerkleTree.leafHash([UInt8($0), $0 < fork ? 0 : 1]) }
    }

    static func key(_ byte: UInt8) -> SigningKey {
        SigningKey(seed: SecretBytes([UInt8](repeating: byte, count: 32)))
    }

    static func cosigner() throws -> Cosigner {
        try Cosigner(name: "witness.example/w1", key: key(9))
    }

    var origin: String { signer.verifierKey.name }

    func root(_ size: Int) -> MerkleHash {
        MerkleTree.root(of: 0..<UInt64(size)) { leaves[Int($0)] }
    }

    /// The body of a request to cosign.
    func request(from old: Int, to new: Int) throws -> [UInt8] {
        let head = try Checkpoint(origin: origin, size: UInt64(new), root: root(new))
        let path =
            old == 0 || old > new
            ? []
            : ConsistencyProof.build(oldSize: UInt64(old), newSize: UInt64(new)) {
                leaves[Int($0)]
            }.path
        return try AddCheckpointRequest(
            oldSize: UInt64(old),
            proof: path,
            checkpoint: SignedCheckpoint(checkpoint: head, signedBy: [signer])
        ).bytes
    }
}
