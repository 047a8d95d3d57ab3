package import Clocks
import Consent

// LAW: Art. 5(1)(e) GDPR: kept no longer than necessary. Art. 30(1)(f): the time limits are written
// down.
/// What the retention policy ends by an instant: class by class, how many, since when, and why.
package struct RetentionPlan: Hashable, Sendable {
    package struct Item: Hashable, Sendable {
        /// The record class: `unconfirmed-contact`, `kept-value`.
        package let recordClass: String
        package let count: Int
        /// When the first and the last of them are due; `nil` where nothing is opened to count.
        package let earliestDue: Timestamp?
        package let latestDue: Timestamp?
        /// The rule, with its citation.
        package let because: String
    }

    package let at: Timestamp
    /// Ordered by class; a class with nothing due is left out.
    package let items: [Item]
    /// Contacts that were looked at.
    package let contacts: Int
    /// Contacts whose state does not open, so that nothing is decided about them.
    package let unreadable: Int

    package var count: Int { items.map(\.count).reduce(0, +) }
}

/// Keys of a contact whose first turn was never finished.
///
/// No rule is about them: nothing is sealed with them, so there is nothing to keep.
enum UnfinishedContact {
    static let recordClass = "unfinished-contact"
    static let because =
        "keys were made for a first message that was never taken, and nothing is sealed with them"
}

/// Counts what is due, class by class.
struct RetentionTally {
    private var items: [String: RetentionPlan.Item] = [:]

    mutating func add(_ deletion: PlannedDeletion) {
        add(deletion.recordClass.rawValue, 1, due: deletion.dueAt, because: deletion.sentence)
    }

    /// Records that are counted without being opened: nobody knows when each is due.
    mutating func add(_ deletion: PlannedDeletion, count: Int) {
        add(deletion.recordClass.rawValue, count, due: nil, because: deletion.sentence)
    }

    mutating func add(unfinishedContacts count: Int) {
        add(UnfinishedContact.recordClass, count, due: nil, because: UnfinishedContact.because)
    }

    mutating func add(keptValueEnding end: Timestamp, _ policy: RetentionPolicy) {
        guard let deletion = policy.rowDeletion(of: .keptValue, from: end) else { return }
        add(deletion)
    }

    private mutating func add(
        _ recordClass: String,
        _ count: Int,
        due: Timestamp?,
        because: String
    ) {
        guard count > 0 else { return }
        let old = items[recordClass]
        items[recordClass] = RetentionPlan.Item(
            recordClass: recordClass,
            count: (old?.count ?? 0) + count,
            earliestDue: [old?.earliestDue, due].compactMap(\.self).min(),
            latestDue: [old?.latestDue, due].compactMap(\.self).max(),
            because: old?.because ?? because
        )
    }

    func plan(at: Timestamp, contacts: Int, unreadable: Int) -> RetentionPlan {
        RetentionPlan(
            at: at,
            items: items.values.sorted { $0.recordClass < $1.recordClass },
            contacts: contacts,
            unreadable: unreadable
        )
    }
}

/// A sweep under way, and what it has done so far.
struct RetentionSweep {
    let now: Timestamp
    var tally = RetentionTally()
    var contacts = 0
    var unreadable = 0

    var done: RetentionPlan {
        tally.plan(at: now, contacts: contacts, unreadable: unreadable)
    }
}
