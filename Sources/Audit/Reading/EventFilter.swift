package import Clocks

/// Which events of a log somebody wants to see.
///
/// Conditions of different sorts must all hold; of one sort with several values, one is enough. A
/// sort that names nothing lets everything through. Rows are read as bytes, so that a long log is
/// filtered without building the events that nobody sees.
package struct EventFilter: Hashable, Sendable {
    /// What a filter says about one row.
    package enum Verdict: Hashable, Sendable {
        case passes
        case isOther
        /// The row is none in the one form leaves have: there is nothing to ask it.
        case isNoLeaf
    }

    package var kinds: Set<AuditKind>
    package var purposes: [String]
    /// Beginnings of pseudonyms.
    package var subjects: [PseudonymPrefix]
    // INVARIANT: people who have no pseudonym have no events; they are never everybody.
    /// The pseudonyms of the people asked for; `nil` when nobody was asked for.
    package var people: [PseudonymPrefix]?
    /// The first and the last instant, both included.
    package var since: Timestamp?
    package var until: Timestamp?

    package init(
        kinds: Set<AuditKind> = [],
        purposes: [String] = [],
        subjects: [PseudonymPrefix] = [],
        people: [PseudonymPrefix]? = nil,
        since: Timestamp? = nil,
        until: Timestamp? = nil
    ) {
        self.kinds = kinds
        self.purposes = purposes
        self.subjects = subjects
        self.people = people
        self.since = since
        self.until = until
    }

    /// Whether there is no condition, so that every row is wanted, whatever it holds.
    package var isEmpty: Bool { self == EventFilter() }

    /// Whether the row with these bytes is wanted.
    package func verdict(on bytes: [UInt8]) -> Verdict {
        let scan: LeafScan
        do {
            scan = try LeafScan(bytes)
        } catch {
            // Why it is none is for a verifier to say.
            return .isNoLeaf
        }
        // A clock may be set back: no instant says anything about the rows that follow.
        guard kinds.isEmpty || kinds.contains(scan.kind),
            since.map({ $0 <= scan.time }) ?? true, until.map({ scan.time <= $0 }) ?? true,
            hasSubject(scan, bytes), hasPurpose(scan, bytes)
        else { return .isOther }
        return .passes
    }

    private func hasSubject(_ scan: LeafScan, _ bytes: [UInt8]) -> Bool {
        guard !subjects.isEmpty || people != nil else { return true }
        guard let range = scan.subject else { return false }
        let subject = bytes[range]
        return (subjects.isEmpty || subjects.contains { $0.begins(subject) })
            && (people.map { $0.contains { $0.begins(subject) } } ?? true)
    }

    private func hasPurpose(_ scan: LeafScan, _ bytes: [UInt8]) -> Bool {
        guard !purposes.isEmpty else { return true }
        guard let range = scan.purpose else { return false }
        let name = AuditLeaf.unescaped(bytes[range])
        return purposes.contains { $0.utf8.elementsEqual(name.utf8) }
    }
}
