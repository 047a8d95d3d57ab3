/// A checkpoint that a witness is about to cosign: what to keep, and what to answer after that.
package struct Cosigning: Hashable, Sendable {
    /// What is known of the log from now on.
    package let tree: ObservedTree
    /// The checkpoint for monitors: the signatures that were verified, and the cosignature.
    package let note: SignedNote
    /// INVARIANT: goes out only after the tree was kept, durably.
    package let answer: AddCheckpointAnswer

    /// Leaves out every signature but those by the given keys, which were verified.
    init(
        of signed: SignedCheckpoint,
        signedBy signers: [NoteKey],
        cosignature: NoteSignature
    ) {
        let verified = signers.compactMap { signer in
            signed.note.signatures.first { $0.isNamed(after: signer) }
        }
        do {
            note = try SignedNote(
                text: signed.note.text,
                signatures: verified + [cosignature]
            )
        } catch {
            // One short signature took the place of none or more: only the limits could be passed.
            preconditionFailure("a witness reads no checkpoint that leaves no room to cosign it")
        }
        tree = ObservedTree(size: signed.checkpoint.size, root: signed.checkpoint.root)
        answer = .cosigned([cosignature])
    }
}
