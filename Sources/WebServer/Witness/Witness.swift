package import Clocks
package import Storage
package import TransparencyLog

/// A witness: decides on checkpoints, and remembers each before it says that it cosigned it.
package final class Witness: Sendable {
    /// How often a request is decided again because another came first.
    ///
    /// After the first time its old size is no longer right, and the decision is a refusal; a
    /// second time is possible only from nothing to a tree without leaves.
    private static let attempts = 3

    package let logs: TrustedLogs
    private let cosigner: Cosigner
    private let store: any WitnessStore
    private let clock: any WallClock

    package init(
        logs: TrustedLogs,
        cosigner: Cosigner,
        store: any WitnessStore,
        clock: any WallClock
    ) {
        self.logs = logs
        self.cosigner = cosigner
        self.store = store
        self.clock = clock
    }

    /// Answers the body of a request; waits for the disk.
    package func answer(_ body: [UInt8]) -> WitnessOutcome {
        let request: AddCheckpointRequest
        do {
            request = try AddCheckpointRequest(bytes: body)
        } catch {
            return .refused(.malformed(error), nil)
        }
        do throws(StoreError) {
            for _ in 0..<Self.attempts {
                if let outcome = try settle(request) { return outcome }
            }
            throw .overloaded
        } catch {
            return .failed(error)
        }
    }

    /// The last checkpoint cosigned of a log, by the name monitors ask for.
    package func checkpoint(atPathName name: String) throws(StoreError) -> [UInt8]? {
        guard let origin = logs.origin(atPathName: name) else { return nil }
        return try store.checkpoint(of: [UInt8](origin.utf8))?.note
    }

    /// Decides on what is known now; `nil` when that changed before it could be replaced.
    private func settle(_ request: AddCheckpointRequest) throws(StoreError) -> WitnessOutcome? {
        let head = request.checkpoint.checkpoint
        let origin = [UInt8](head.origin.utf8)
        let known = try store.checkpoint(of: origin)?.tree
        let decision = Witnessing.decide(
            request,
            known: known.map { ObservedTree(size: $0.size, root: $0.root) },
            logs: logs,
            cosigner: cosigner,
            at: clock.now()
        )
        switch decision {
        case .refuse(.unknownLog): return .refused(.unknownLog, nil)
        case .refuse(let refusal): return .refused(refusal, request.checkpoint)
        case .cosign(let cosigning):
            let tree = WitnessedTree(size: cosigning.tree.size, root: cosigning.tree.root)
            let new = WitnessedCheckpoint(tree: tree, note: cosigning.note.bytes)
            // INVARIANT: the answer leaves this function only when the new tree is on the disk.
            guard try store.update(origin, from: known, to: new) else { return nil }
            return .cosigned(head, cosigning.answer)
        }
    }
}
