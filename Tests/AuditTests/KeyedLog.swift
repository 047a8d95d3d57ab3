import Audit
import Clocks

/// A log of 24 leaves that is signed with three keys, one after the other.
///
/// Leaf 0 brings the first key; leaves 8 and 16 replace it.
struct KeyedLog {
    static let keys = [
        "log.example+aaaaaaaa+AQ==", "log.example+bbbbbbbb+A+I=", "log.example+cccccccc+Aw==",
    ]
    /// Whose key it is: what stands before the last part.
    static let names = ["log.example+aaaaaaaa", "log.example+bbbbbbbb", "log.example+cccccccc"]

    var events: [AuditEvent]
    /// Who signed which size.
    var signers: [UInt64: [String]] = [
        4: [keys[0]],
        9: [keys[0], keys[1]],
        12: [keys[1]],
        17: [keys[1], keys[2]],
        24: [keys[2]],
    ]

    init() {
        events = (0..<24).map { Self.event(at: $0) }
        events[0] = Self.created(Self.keys[0], at: 0)
        events[8] = Self.rotated(Self.names[0], to: Self.keys[1], at: 8)
        events[16] = Self.rotated(Self.names[1], to: Self.keys[2], at: 16)
    }

    var rows: [SampleLog.Row] {
        events.enumerated().map { place, event in
            SampleLog.Row(index: UInt64(place), leaf: AuditLeaf(event: event))
        }
    }

    /// What was signed, with the roots that these leaves have.
    var facts: [CheckpointFact] {
        signers.sorted { $0.key < $1.key }.map { size, signers in
            CheckpointFact(size: size, root: root(Int(size)), signers: signers)
        }
    }

    func root(_ size: Int) -> MerkleHash { frontier(size).root }

    func frontier(_ size: Int) -> Frontier {
        var frontier = Frontier()
        for row in rows.prefix(size) { frontier.append(MerkleTree.leafHash(row.body)) }
        return frontier
    }

    /// The leaves with heads after each fourth, held against `facts` and what an auditor knows.
    func verify(
        facts: [CheckpointFact]?,
        pinned: String? = nil,
        external: [ExternalCheckpoint] = []
    ) -> VerificationReport {
        var verifier = AuditVerifier(
            VerificationInput(pinnedKey: pinned, checkpoints: facts, external: external)
        )
        for head in SampleLog.heads(rows, every: 4) { verifier.expect(head: head) }
        for row in rows {
            verifier.add(index: row.index, body: row.body, storedHash: row.hash)
        }
        return verifier.finish()
    }

    // MARK: Events

    static func time(_ place: Int) -> Timestamp {
        Timestamp(milliseconds: SampleLog.nine.milliseconds + Int64(place))
    }

    static func event(at place: Int, cause: String = "locale") -> AuditEvent {
        AuditEvent(time: time(place), kind: .configChanged, cause: cause, actor: "engine")
    }

    static func created(_ key: String, at place: Int) -> AuditEvent {
        AuditEvent(time: time(place), kind: .keyCreated, to: key, cause: "log-key")
    }

    static func rotated(_ old: String, to key: String, at place: Int) -> AuditEvent {
        AuditEvent(time: time(place), kind: .keyRotated, from: old, to: key, cause: "log-key")
    }

    static func incarnated(at place: Int) -> AuditEvent {
        AuditEvent(
            time: time(place),
            kind: .logIncarnated,
            to: "log.example/2",
            cause: "log-key"
        )
    }
}
