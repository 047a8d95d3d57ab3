package import Clocks
import Synchronization

extension MemoryStore {
    /// A message in the outbox.
    struct Queued {
        let contact: ContactID
        var row: OutboxRow
        /// Why it was given up; `nil` while it waits.
        var deadCode: String?

        var isWaiting: Bool { deadCode == nil }

        var deadLetter: DeadLetter? {
            deadCode.map { code in
                DeadLetter(
                    id: row.id,
                    contact: contact,
                    effectID: row.effectID,
                    purpose: row.purpose,
                    sealed: row.sealed,
                    attempts: row.attempts,
                    code: code,
                    queuedAt: row.queuedAt
                )
            }
        }
    }

    package func queued(for contact: ContactID) throws(StoreError) -> [OutboxRow] {
        contents.withLock { contents in
            contents.outbox.filter { $0.contact == contact && $0.isWaiting }.map(\.row)
        }
    }

    package func queuedContacts(
        after last: ContactID?,
        limit: Int
    ) throws(StoreError) -> [QueuedContact] {
        contents.withLock { contents in
            var oldest: [ContactID: OutboxRow] = [:]
            for queued in contents.outbox where queued.isWaiting {
                if oldest[queued.contact] == nil { oldest[queued.contact] = queued.row }
            }
            let later = oldest.filter { id, _ in last.map { $0.rowKey < id.rowKey } ?? true }
            let ordered = later.sorted { $0.key.rowKey < $1.key.rowKey }
            return ordered.prefix(limit).map { id, row in
                QueuedContact(contact: id, notBefore: row.notBefore)
            }
        }
    }

    package func deadLetters(
        after id: Int64,
        limit: Int
    ) throws(StoreError) -> [DeadLetter] {
        contents.withLock { contents in
            let later = contents.outbox.filter { $0.row.id > id }
            return Array(later.compactMap(\.deadLetter).prefix(limit))
        }
    }

    package func deadLetters(of contact: ContactID) throws(StoreError) -> [DeadLetter] {
        contents.withLock { contents in
            contents.outbox.filter { $0.contact == contact }.compactMap(\.deadLetter)
        }
    }

    package func deadLetter(_ id: Int64) throws(StoreError) -> DeadLetter? {
        contents.withLock { contents in
            contents.outbox.first { $0.row.id == id }?.deadLetter
        }
    }

    package func outboxCounts() throws(StoreError) -> OutboxCounts {
        contents.withLock { contents in
            OutboxCounts(
                waiting: contents.outbox.count { $0.isWaiting },
                dead: contents.outbox.count { !$0.isWaiting },
                oldestQueuedAt: contents.outbox.first { $0.isWaiting }?.row.queuedAt
            )
        }
    }

    package func sent(_ key: [UInt8]) throws(StoreError) -> StoredSentMessage? {
        contents.withLock { $0.sent[key] }
    }

    package func pruneSent(before limit: Timestamp) throws(StoreError) -> Int {
        contents.withLock { contents in
            let before = contents.sent.count
            contents.sent = contents.sent.filter { $0.value.at >= limit }
            return before - contents.sent.count
        }
    }
}

extension MemoryStore.Contents {
    mutating func queue(_ row: OutboxRow, of turn: TurnCommit) {
        lastOutboxID += 1
        let stored = OutboxRow(
            id: lastOutboxID,
            effectID: row.effectID,
            purpose: row.purpose,
            sealed: row.sealed,
            queuedAt: turn.now
        )
        outbox.append(MemoryStore.Queued(contact: turn.contact, row: stored))
    }

    /// What a turn says of messages that were queued or sent before it.
    mutating func deliver(_ turn: TurnCommit) {
        for change in turn.deliveries { apply(change, of: turn.contact) }
        for message in turn.sent where sent[message.key] == nil {
            sent[message.key] = StoredSentMessage(
                contact: turn.contact,
                effectID: message.effectID,
                stage: 0,
                at: turn.now
            )
        }
        for report in turn.stages {
            guard let known = sent[report.key] else { continue }
            sent[report.key] = StoredSentMessage(
                contact: known.contact,
                effectID: known.effectID,
                stage: max(known.stage, report.stage),
                at: known.at
            )
        }
    }

    private mutating func apply(_ change: DeliveryChange, of contact: ContactID) {
        let place = outbox.firstIndex { $0.row.id == change.id && $0.contact == contact }
        guard let place else { return }
        switch (change, outbox[place].isWaiting) {
        case (.postponed(_, let attempts, let until), true):
            outbox[place].row = outbox[place].row.tried(attempts, notBefore: until)
        case (.buried(_, let attempts, let code), true):
            outbox[place].row = outbox[place].row.tried(attempts, notBefore: nil)
            outbox[place].deadCode = code
        case (.requeued, false):
            outbox[place].row = outbox[place].row.tried(0, notBefore: nil)
            outbox[place].deadCode = nil
        case (.discarded, false): outbox.remove(at: place)
        case (.postponed, false), (.buried, false), (.requeued, true), (.discarded, true): return
        }
    }
}

extension OutboxRow {
    fileprivate func tried(_ attempts: Int, notBefore: Timestamp?) -> OutboxRow {
        OutboxRow(
            id: id,
            effectID: effectID,
            purpose: purpose,
            sealed: sealed,
            attempts: attempts,
            notBefore: notBefore,
            queuedAt: queuedAt
        )
    }
}
