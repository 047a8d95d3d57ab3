import Clocks
import Storage

/// What a turn writes of messages that were queued or sent before it.
struct DeliveryStatements {
    private let postpone: HotStatement
    private let bury: HotStatement
    private let requeue: HotStatement
    private let discard: HotStatement
    private let insertSent: HotStatement
    private let raiseStage: HotStatement

    init(prepare: (String) throws -> HotStatement) throws {
        // The contact of the turn has just been stored, so whoever has its row number is it.
        let waiting = "id = ?1 AND contact = ?2 AND dead_code IS NULL"
        let dead = "id = ?1 AND contact = ?2 AND dead_code IS NOT NULL"
        postpone = try prepare(
            "UPDATE outbox SET attempts = ?3, not_before = ?4 WHERE \(waiting)"
        )
        bury = try prepare(
            "UPDATE outbox SET attempts = ?3, not_before = NULL, dead_code = ?4 WHERE \(waiting)"
        )
        requeue = try prepare(
            "UPDATE outbox SET attempts = 0, not_before = NULL, dead_code = NULL WHERE \(dead)"
        )
        discard = try prepare("DELETE FROM outbox WHERE \(dead)")
        insertSent = try prepare(
            """
            INSERT INTO sent (key, contact, effect, stage, at) VALUES (?1, ?2, ?3, 0, ?4)
            ON CONFLICT DO NOTHING
            """
        )
        raiseStage = try prepare("UPDATE sent SET stage = ?2 WHERE key = ?1 AND stage < ?2")
    }

    /// Runs a statement for each change there is, and so none for most turns.
    func write(_ turn: TurnCommit) throws(StoreError) {
        for change in turn.deliveries {
            try write(change, turn.contact)
        }
        for message in turn.sent {
            try insertSent.bind(message.key, 1)
            try insertSent.bind(turn.contact.rowKey, 2)
            try insertSent.bind(message.effectID, 3)
            try insertSent.bind(turn.now.milliseconds, 4)
            try insertSent.run()
        }
        for report in turn.stages {
            try raiseStage.bind(report.key, 1)
            try raiseStage.bind(Int64(report.stage), 2)
            try raiseStage.run()
        }
    }

    private func write(_ change: DeliveryChange, _ contact: ContactID) throws(StoreError) {
        let statement =
            switch change {
            case .postponed: postpone
            case .buried: bury
            case .requeued: requeue
            case .discarded: discard
            }
        try statement.bind(change.id, 1)
        try statement.bind(contact.rowKey, 2)
        switch change {
        case .postponed(_, let attempts, let until):
            try statement.bind(Int64(attempts), 3)
            try statement.bind(until.milliseconds, 4)
        case .buried(_, let attempts, let code):
            try statement.bind(Int64(attempts), 3)
            try statement.bind(code, 4)
        case .requeued, .discarded: break
        }
        try statement.run()
    }
}
