import Audit
import Clocks
import TransparencyLog

/// Leaves in which the log speaks of itself.
enum LogEvents {
    /// What leaves about the log's own keys have for a cause; verifiers look for it.
    static let cause = "log-key"

    /// The first key under a name.
    static func firstKey(_ key: NoteKey, at now: Timestamp) -> AuditEvent {
        AuditEvent(time: now, kind: .keyCreated, to: key.text, cause: cause, actor: "engine")
    }

    /// From the next leaf on, `new` signs; `old` signs once more, up to this leaf.
    static func rotation(from old: NoteKey, to new: NoteKey, at now: Timestamp) -> AuditEvent {
        AuditEvent(
            time: now,
            kind: .keyRotated,
            from: old.title,
            to: new.text,
            cause: cause,
            actor: "engine"
        )
    }

    /// The log's beginning was removed.
    static func pruning(from old: UInt64, to new: UInt64, at now: Timestamp) -> AuditEvent {
        AuditEvent(
            time: now,
            kind: .logPruned,
            from: "\(old)",
            to: "\(new)",
            cause: "retention",
            actor: "operator"
        )
    }

    static func hold(_ name: String, isPlaced: Bool, at now: Timestamp) -> AuditEvent {
        AuditEvent(
            time: now,
            kind: isPlaced ? .holdPlaced : .holdLifted,
            to: name,
            actor: "operator"
        )
    }
}

extension Timestamp {
    /// Whole hours since 1970.
    var hour: Int64 { milliseconds / 3_600_000 }

    /// Midnight (UTC) on the first day of the month.
    var startOfMonth: Timestamp {
        let first = CalendarDate(year: date.year, month: date.month, day: 1)
        return first.flatMap { Timestamp($0.text) } ?? self
    }
}
