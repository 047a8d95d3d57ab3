import Audit
import ConversationRuntime
import Storage
import StorageSQLite
import TransparencyLog

/// What an auditor has to find an attack with.
enum Mechanism: String, CaseIterable {
    /// Nothing but the log's own hashes and heads.
    case alone = "the log alone"
    /// The signed checkpoints in the store, and the first key.
    case checkpoints = "signed checkpoints"
    /// … and a receipt that a caller was given.
    case receipt = "a receipt"
    /// … and a checkpoint with the time at which an authority saw it.
    case timestamp = "a time stamp"
    /// … and a policy: a witness must have cosigned, and it says when.
    case witness = "a witness"

    /// Whether an auditor who looks at the store in `path` finds anything wrong.
    func finds(
        _ attack: Attack,
        in path: String,
        _ log: AttackedLog
    ) throws -> Bool {
        let folder: StoreFolder
        do {
            folder = try StoreFolder(path: path)
        } catch {
            // What does not even open is noticed by everybody.
            return true
        }
        defer { try? folder.close() }
        var input = try LogVerification(store: folder.store, vault: folder.vault)
            .input(pinnedKey: log.pinned, external: external(log, attack))
        if self == .alone {
            input.checkpoints = nil
            input.pinnedKey = nil
        }
        let report = try AuditReading(store: folder.store).verify(input)
        return try !report.isIntact || lacksQuorum(folder, log)
    }

    private func external(_ log: AttackedLog, _ attack: Attack) -> [ExternalCheckpoint] {
        let held = log.held.checkpoint
        func kept(_ source: String, isTimed: Bool) -> [ExternalCheckpoint] {
            [
                ExternalCheckpoint(
                    size: held.size,
                    root: held.root,
                    source: source,
                    seenAt: isTimed ? log.seenAt : nil
                )
            ]
        }
        switch self {
        case .alone, .checkpoints: return []
        case .receipt:
            // A receipt tells only those whom its holder shows it.
            return attack == .splitView ? [] : kept("a receipt", isTimed: false)
        case .timestamp:
            // The other history has a time stamp of its own: it is no less true.
            return attack == .splitView ? [] : kept("a time stamp", isTimed: true)
        case .witness: return kept("a witness", isTimed: true)
        }
    }

    /// The newest checkpoint that a witness cosigned is the auditor's measure: one that was never
    /// cosigned does not count, however well it is signed.
    private func lacksQuorum(_ folder: StoreFolder, _ log: AttackedLog) throws -> Bool {
        guard self == .witness else { return false }
        let seen = try log.cosigned.cosignatures(by: log.policy.witnessKeys)
        return !log.policy.isMet(by: seen.map(\.key))
    }
}
