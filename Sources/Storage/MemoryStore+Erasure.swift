import Audit
package import Clocks
import Synchronization

// What a store must do besides turns: let contacts go, and forget what it need not know any more.
extension MemoryStore {
    package func contacts(
        after last: ContactID?,
        limit: Int
    ) throws(StoreError) -> [ContactID] {
        contents.withLock { contents in
            let later = contents.contacts.values.map(\.id).filter { id in
                last.map { $0.rowKey < id.rowKey } ?? true
            }
            return Array(later.sorted { $0.rowKey < $1.rowKey }.prefix(limit))
        }
    }

    package func erasureJobs() throws(StoreError) -> [ErasureJob] {
        contents.withLock { contents in
            contents.jobs.values.sorted { one, other in
                guard one.requestedAt == other.requestedAt else {
                    return one.requestedAt < other.requestedAt
                }
                return one.contact.bytes.lexicographicallyPrecedes(other.contact.bytes)
            }
        }
    }

    package func rowCounts(of contact: ContactID) throws(StoreError) -> ShredCounts {
        contents.withLock { $0.rowCounts(of: contact) }
    }

    package func shred(_ contact: ContactID) throws(StoreError) -> ShredCounts {
        contents.withLock { contents in
            let counts = contents.rowCounts(of: contact)
            guard counts.contacts > 0 else { return counts }
            contents.contacts[contact.rowKey] = nil
            contents.outbox.removeAll { $0.contact == contact }
            contents.evidence[contact] = nil
            contents.sent = contents.sent.filter { $0.value.contact != contact }
            return counts
        }
    }

    package func finishErasure(
        of contact: ContactID,
        leaves: [PreparedLeaf],
        at now: Timestamp
    ) throws(StoreError) -> UInt64? {
        contents.withLock { contents in
            guard contents.jobs.removeValue(forKey: contact) != nil else { return nil }
            let first = contents.frontier.size
            for leaf in leaves { contents.append(leaf) }
            contents.closeBatch(at: now)
            return first
        }
    }

    package func inboxCount(before limit: Timestamp) throws(StoreError) -> Int {
        contents.withLock { $0.inbox.values.count { $0 < limit } }
    }

    package func pruneInbox(before limit: Timestamp) throws(StoreError) -> Int {
        contents.withLock { contents in
            let before = contents.inbox.count
            contents.inbox = contents.inbox.filter { $0.value >= limit }
            return before - contents.inbox.count
        }
    }
}

extension MemoryStore.Contents {
    fileprivate func rowCounts(of contact: ContactID) -> ShredCounts {
        ShredCounts(
            contacts: contacts[contact.rowKey]?.id == contact ? 1 : 0,
            outbox: outbox.count { $0.contact == contact },
            evidence: evidence[contact]?.count ?? 0
        )
    }
}
