import Clocks
import Storage

/// Which contacts are to be served, in the order in which they became due.
///
/// Contacts whose channel sends as fast as it may stand in that channel's line, and nobody opens
/// their queue before it is their turn.
struct DeliveryOrder {
    /// When a contact that was served is to be looked at again.
    enum Next: Hashable, Sendable {
        case never
        case at(Timestamp)
        /// As soon as its channel may send again.
        case whenFree(channel: String)
    }

    private var ready = Line()
    /// By channel.
    private var lines: [String: Line] = [:]
    private var listed: Set<ContactID> = []
    private var later: [ContactID: Timestamp] = [:]
    /// No time in `later` is before this one.
    private var earliest: Timestamp?
    private var served: Set<ContactID> = []
    /// Became due while they were served.
    private var again: Set<ContactID> = []

    /// Whether contacts wait for a channel that sends as fast as it may.
    var hasLines: Bool { !lines.isEmpty }

    /// Lists a contact with something new; the channel it will go out on, where that is known.
    mutating func add(_ contact: ContactID, on channel: String? = nil) {
        guard !served.contains(contact) else {
            again.insert(contact)
            return
        }
        later[contact] = nil
        guard listed.insert(contact).inserted else {
            // They may stand in the line of a channel that pauses, and have something for another.
            if channel.map({ lines[$0] == nil }) ?? true { ready.append(contact) }
            return
        }
        if let channel, lines[channel] != nil {
            lines[channel]?.append(contact)
        } else {
            ready.append(contact)
        }
    }

    /// Contacts to serve now; with those that are served, no more than `limit`, and of a channel's
    /// line no more than it may send.
    mutating func next(
        at now: Timestamp,
        upTo limit: Int,
        free: (_ channel: String) -> Int
    ) -> [ContactID] {
        if let earliest, earliest <= now {
            for (contact, time) in later where time <= now { add(contact) }
            self.earliest = later.values.min()
        }
        var next: [ContactID] = []
        while served.count < limit, let contact = ready.takeFirst() { serve(contact, &next) }
        for channel in lines.keys.sorted() {
            var places = free(channel)
            // Lines leave room for contacts of channels that are not busy.
            while places > 0, served.count < limit * 3 / 4,
                let contact = lines[channel]?.takeFirst()
            {
                places -= 1
                serve(contact, &next)
            }
            if lines[channel]?.isEmpty == true { lines[channel] = nil }
        }
        return next
    }

    private mutating func serve(_ contact: ContactID, _ next: inout [ContactID]) {
        // Who stood in two places is served in the first.
        guard listed.remove(contact) != nil else { return }
        served.insert(contact)
        next.append(contact)
    }

    mutating func finish(_ contact: ContactID, next: Next) {
        served.remove(contact)
        let isNew = again.remove(contact) != nil
        switch next {
        case .whenFree(let channel):
            if lines[channel] == nil { lines[channel] = Line() }
            add(contact, on: channel)
        case .at(let time) where !isNew:
            later[contact] = time
            earliest = min(earliest ?? time, time)
        case .never where !isNew: return
        case .at, .never: add(contact)
        }
    }
}

/// First come, first served, without moving those who wait.
private struct Line {
    private var contacts: [ContactID] = []
    private var first = 0

    var isEmpty: Bool { first == contacts.count }

    mutating func append(_ contact: ContactID) {
        contacts.append(contact)
    }

    mutating func takeFirst() -> ContactID? {
        guard first < contacts.count else { return nil }
        defer {
            first += 1
            if first > 1024, first * 2 > contacts.count {
                contacts.removeFirst(first)
                first = 0
            }
        }
        return contacts[first]
    }
}
