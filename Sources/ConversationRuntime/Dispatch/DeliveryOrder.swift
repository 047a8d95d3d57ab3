import Clocks
import Storage

/// Which contacts are to be served, in the order in which they became due.
struct DeliveryOrder {
    private var ready: [ContactID] = []
    private var first = 0
    private var listed: Set<ContactID> = []
    private var later: [ContactID: Timestamp] = [:]
    private var served: Set<ContactID> = []
    /// Became due while they were served.
    private var again: Set<ContactID> = []

    mutating func add(_ contacts: Set<ContactID>) {
        for contact in contacts { list(contact) }
    }

    mutating func add(_ contact: ContactID, notBefore: Timestamp?) {
        if let notBefore { later[contact] = notBefore } else { list(contact) }
    }

    /// Contacts to serve now; with those that are served, no more than `limit`.
    mutating func next(at now: Timestamp, upTo limit: Int) -> [ContactID] {
        for (contact, time) in later where time <= now { list(contact) }
        var next: [ContactID] = []
        while served.count < limit, first < ready.count {
            let contact = ready[first]
            first += 1
            listed.remove(contact)
            served.insert(contact)
            next.append(contact)
        }
        if first == ready.count {
            ready.removeAll(keepingCapacity: true)
            first = 0
        }
        return next
    }

    mutating func finish(_ contact: ContactID, next: Timestamp?) {
        served.remove(contact)
        if again.remove(contact) != nil {
            list(contact)
        } else if let next {
            later[contact] = next
        }
    }

    private mutating func list(_ contact: ContactID) {
        guard !served.contains(contact) else {
            again.insert(contact)
            return
        }
        later[contact] = nil
        if listed.insert(contact).inserted { ready.append(contact) }
    }
}
