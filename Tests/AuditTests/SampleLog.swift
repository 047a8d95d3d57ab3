import Audit
import Clocks

/// The three leaves that docs/audit-log.md gives byte by byte, and longer logs to break.
enum SampleLog {
    static let subject: [UInt8] = [
        0x3f, 0x9c, 0x2a, 0x1b, 0x5d, 0x7e, 0x48, 0x06,
        0x9a, 0x0b, 0xc1, 0xd2, 0xe3, 0xf4, 0x05, 0x16,
    ]
    static let session: [UInt8] = [
        0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77,
        0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff,
    ]
    /// SHA-256 of `payload`.
    static let payload = MerkleHash(
        hex: "239f59ed55e737c77147cf55ad0c1b030b6d7ee748a7426952f9b852d5a935e5"
    )?.bytes
    /// SHA-256 of `state`.
    static let state = MerkleHash(
        hex: "4ba69735ca53765ed6a709edb56c6ea236b7193a3b29a6b390c346f0f4340e4e"
    )?.bytes

    /// 2026-03-01T09:00:00Z.
    static let nine = Timestamp(milliseconds: 1_772_355_600_000)

    static let opened = AuditLeaf(
        event: AuditEvent(time: nine, kind: .storeOpened, actor: "engine")
    )

    static let received = AuditLeaf(
        event: AuditEvent(
            time: Timestamp(milliseconds: nine.milliseconds + 1250),
            kind: .messageReceived,
            subject: subject,
            session: session,
            sequence: 1,
            actor: "contact"
        ),
        payload: payload
    )

    static let given = AuditLeaf(
        event: AuditEvent(
            time: Timestamp(milliseconds: nine.milliseconds + 1250),
            kind: .consentGiven,
            subject: subject,
            session: session,
            sequence: 2,
            flow: "order-updates@1a2b3c4d5e6f7081",
            from: "notice",
            to: "ask-name",
            cause: "choice:agree",
            purpose: "order-updates",
            actor: "contact"
        ),
        payload: payload,
        state: state
    )

    /// One row of a stored log.
    struct Row {
        var index: UInt64
        var body: [UInt8]
        var hash: [UInt8]

        init(index: UInt64, leaf: AuditLeaf) {
            self.index = index
            body = leaf.bytes
            hash = MerkleTree.leafHash(body).bytes
        }
    }

    /// The n-th leaf of a log in which three contacts take turns.
    static func leaf(_ place: Int) -> AuditLeaf {
        AuditLeaf(
            event: AuditEvent(
                time: Timestamp(milliseconds: nine.milliseconds + Int64(place)),
                kind: .flowMoved,
                subject: [UInt8](repeating: UInt8(0xa0 + place % 3), count: 16),
                sequence: UInt64(place / 3 + 1),
                from: "offer",
                to: "notice"
            )
        )
    }

    static func rows(_ count: Int) -> [Row] {
        (0..<count).map { Row(index: UInt64($0), leaf: leaf($0)) }
    }

    /// The heads after every `step` of the rows, as commits leave them.
    static func heads(_ rows: [Row], every step: Int) -> [TreeHead] {
        var frontier = Frontier()
        var heads: [TreeHead] = []
        for row in rows {
            frontier.append(MerkleTree.leafHash(row.body))
            if frontier.size % UInt64(step) == 0 {
                heads.append(TreeHead(size: frontier.size, root: frontier.root, time: nine))
            }
        }
        return heads
    }

    static func verify(_ rows: [Row], _ heads: [TreeHead]) -> VerificationReport {
        var verifier = AuditVerifier()
        for head in heads {
            verifier.expect(head: head)
        }
        for row in rows {
            verifier.add(index: row.index, body: row.body, storedHash: row.hash)
        }
        return verifier.finish()
    }
}
