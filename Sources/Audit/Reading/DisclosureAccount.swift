package import Clocks

/// One line of an account of disclosures.
///
/// Handing data out is a line of its own. Messages of one day that served one end are one line
/// together, since a carrier gets each of them in the same way.
package struct DisclosureEntry: Hashable, Sendable {
    /// `data.disclosed` or `message.delivered`.
    package let kind: AuditKind
    package let cause: String?
    package let purpose: String?
    package let actor: String?
    /// The earliest and the latest instant.
    package fileprivate(set) var firstAt: Timestamp
    package fileprivate(set) var lastAt: Timestamp
    /// The leaves that say so, the first and the last of them.
    package let firstLeaf: UInt64
    package fileprivate(set) var lastLeaf: UInt64
    package fileprivate(set) var count = 1

    fileprivate init(_ event: AuditEvent, at index: UInt64) {
        kind = event.kind
        cause = event.cause
        purpose = event.purpose
        actor = event.actor
        firstAt = event.time
        lastAt = event.time
        firstLeaf = index
        lastLeaf = index
    }

    fileprivate func takes(_ event: AuditEvent) -> Bool {
        kind == .messageDelivered && event.kind == kind && event.cause == cause
            && event.purpose == purpose && event.actor == actor && event.time.date == firstAt.date
    }

    fileprivate mutating func add(_ event: AuditEvent, at index: UInt64) {
        firstAt = min(firstAt, event.time)
        lastAt = max(lastAt, event.time)
        lastLeaf = index
        count += 1
    }
}

// LAW: 45 CFR 164.528(b)(3): repeated disclosures to one recipient for one purpose may be told by
// the first, their number and the last.
/// Puts a person's disclosures together while their events pass by, a day at a time.
package struct DisclosureAccount {
    /// Lines held at a time; when there are more, those there are end early.
    package static let heldLimit = 256

    private var held: [DisclosureEntry] = []
    private var day: CalendarDate?

    package init() {}

    /// Takes the next event in the order of the log; one that discloses nothing is passed over.
    ///
    /// - Returns: The lines that are complete now, in the order they began in.
    package mutating func add(_ event: AuditEvent, at index: UInt64) -> [DisclosureEntry] {
        guard event.kind == .dataDisclosed || event.kind == .messageDelivered else { return [] }
        var complete: [DisclosureEntry] = []
        if event.time.date != day || held.count == Self.heldLimit { complete = finish() }
        day = event.time.date
        if let place = held.firstIndex(where: { $0.takes(event) }) {
            held[place].add(event, at: index)
        } else {
            held.append(DisclosureEntry(event, at: index))
        }
        return complete
    }

    /// The lines that were still open, when no event follows.
    package mutating func finish() -> [DisclosureEntry] {
        defer { held = [] }
        return held
    }
}
