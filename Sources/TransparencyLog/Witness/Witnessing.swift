internal import Audit
package import Clocks

/// Whether a witness cosigns a checkpoint: a function of the request and of what it knows.
///
/// C2SP tlog-witness, section "add-checkpoint", with the checks in its order. The edition of July
/// 2026 is followed where it changed: another root at the same size, and a wrong root of the empty
/// tree, are answered as an inconsistency (422).
package enum Witnessing {
    /// What a witness has decided.
    package enum Decision: Hashable, Sendable {
        case cosign(Cosigning)
        case refuse(WitnessRefusal)
    }

    /// Decides on a request.
    ///
    /// What is known is what was cosigned last for the origin of the request, `nil` for nothing
    /// yet. The cosignature states the time `now`.
    package static func decide(
        _ request: AddCheckpointRequest,
        known: ObservedTree?,
        logs: TrustedLogs,
        cosigner: Cosigner,
        at now: Timestamp
    ) -> Decision {
        let signed = request.checkpoint
        let head = signed.checkpoint
        guard let keys = logs.keys(of: head.origin) else { return .refuse(.unknownLog) }
        let signers: [NoteKey]
        do {
            signers = try signed.verified(by: keys)
        } catch {
            return .refuse(.untrusted(error))
        }
        guard request.oldSize <= head.size else {
            return .refuse(.oldSizeAboveNew(old: request.oldSize, new: head.size))
        }
        guard request.oldSize == known?.size ?? 0 else {
            return .refuse(.conflict(latest: known?.size ?? 0))
        }
        if let refusal = inconsistency(of: head, with: known, request.proof) {
            return .refuse(refusal)
        }
        let cosignature = cosigner.cosignature(of: signed.note.text, at: now)
        return .cosign(Cosigning(of: signed, signedBy: signers, cosignature: cosignature))
    }

    /// Why a checkpoint does not extend the known tree; `nil` when it does.
    private static func inconsistency(
        of head: Checkpoint,
        with known: ObservedTree?,
        _ proof: [MerkleHash]
    ) -> WitnessRefusal? {
        guard head.size > 0 || head.root == MerkleTree.emptyRoot else { return .wrongEmptyRoot }
        guard let known, known.size > 0 else {
            // Every tree extends the empty one, so there is nothing to prove.
            return proof.isEmpty ? nil : .proofFails
        }
        if head.size == known.size, head.root != known.root { return .splitView(known: known) }
        let consistency = ConsistencyProof(
            oldSize: known.size,
            newSize: head.size,
            path: proof
        )
        let holds = consistency.verify(oldRoot: known.root, newRoot: head.root)
        return holds ? nil : .proofFails
    }
}
