package import Audit
package import Storage
package import TransparencyLog

/// Puts together what a verifier is told of a log besides its rows.
package struct LogVerification {
    private let store: any ConversationStore
    private let vault: any KeyVault

    package init(store: any ConversationStore, vault: any KeyVault) {
        self.store = store
        self.vault = vault
    }

    /// What the store itself offers, with what the auditor brings: the log's first key as they were
    /// given it, a checkpoint up to which they verified the log before, so that only later leaves
    /// are looked at, and checkpoints that were kept elsewhere.
    ///
    /// The stored time stamps count as kept elsewhere, where they fit a stored checkpoint.
    package func input(
        pinnedKey: NoteKey? = nil,
        since trusted: SignedCheckpoint? = nil,
        external: [ExternalCheckpoint] = []
    ) throws(LogError) -> VerificationInput {
        let first = try reading { () throws(StoreError) in try store.firstLeaf() }
        let tree = StoredTree(store: store)
        let size = try reading { () throws(StoreError) in try store.frontier() }.size
        var start = try tree.frontier(size: min(first, size))
        let facts = try facts()
        var external = external
        // Of the keys in force before, those who removed the leaves tell: the first checkpoint from
        // there on was signed by one of them.
        var keyAtStart = first == 0 ? nil : try key(inForceAt: first, facts)
        if let trusted = trusted?.checkpoint {
            external.append(
                ExternalCheckpoint(
                    size: trusted.size,
                    root: trusted.root,
                    source: "the checkpoint verified before"
                )
            )
            // A log that does not lead there is read whole, and found out by that checkpoint.
            if trusted.size >= first, trusted.size <= size {
                let frontier = try tree.frontier(size: trusted.size)
                if frontier.root == trusted.root {
                    start = frontier
                    keyAtStart = try key(inForceAt: trusted.size, facts)
                }
            }
        }
        // Those of sizes before the start could not be compared with anything.
        external += try LogReading(store: store).timestamps().compactMap(\.external)
            .filter { $0.size >= start.size }
        return VerificationInput(
            start: start,
            pinnedKey: pinnedKey?.text,
            keyAtStart: start.size == 0 ? nil : keyAtStart,
            checkpoints: facts,
            external: external
        )
    }

    /// The newest key that signed the first checkpoint of this size or a larger one.
    private func key(
        inForceAt size: UInt64,
        _ facts: [CheckpointFact]
    ) throws(LogError) -> String? {
        let stored = try reading { () throws(StoreError) in try vault.logKeys() }
        let next = facts.first { $0.size >= size && !$0.signers.isEmpty }
        guard let next else { return stored.last?.verifier }
        // At the size that closes an epoch both keys sign; from the start on the newer counts.
        let signers = stored.map(\.verifier).filter(next.signers.contains)
        return next.size == size ? signers.last : signers.first
    }

    /// Each stored checkpoint, with the keys whose signatures on it are valid.
    private func facts() throws(LogError) -> [CheckpointFact] {
        let stored = try reading { () throws(StoreError) in try vault.logKeys() }
        let keys = stored.compactMap { try? NoteKey(text: $0.verifier) }
        var facts: [CheckpointFact] = []
        var next: UInt64 = 0
        while true {
            let piece = try reading { () throws(StoreError) in
                try store.checkpoints(from: next, limit: AuditReading.pieceSize)
            }
            facts += piece.map { Self.fact($0, keys) }
            guard let last = piece.last, piece.count == AuditReading.pieceSize else {
                return facts
            }
            next = last.size + 1
        }
    }

    private static func fact(_ row: StoredCheckpoint, _ keys: [NoteKey]) -> CheckpointFact {
        guard let signed = try? SignedCheckpoint(bytes: row.note),
            signed.checkpoint.size == row.size
        else { return .unreadable(size: row.size) }
        let signers = (try? signed.verified(by: keys)) ?? []
        return CheckpointFact(
            size: row.size,
            root: signed.checkpoint.root,
            signers: signers.map(\.text)
        )
    }

    private func reading<Value>(
        _ body: () throws(StoreError) -> Value
    ) throws(LogError) -> Value {
        do {
            return try body()
        } catch {
            throw .store(error)
        }
    }
}
