import Audit
import Clocks
import Storage

/// What one turn writes.
struct TurnStatements {
    private let insertInbox: HotStatement
    private let deleteInbox: HotStatement
    private let insertContact: HotStatement
    private let updateContact: HotStatement
    private let cancelPurpose: HotStatement
    private let cancelAll: HotStatement
    private let deleteOutbox: HotStatement
    private let insertOutbox: HotStatement
    private let insertEvidence: HotStatement
    private let insertLeaf: HotStatement
    private let deliveries: DeliveryStatements
    private let erasures: ErasureStatements

    init(
        erasures: ErasureStatements,
        prepare: (String) throws -> HotStatement
    ) throws {
        self.erasures = erasures
        deliveries = try DeliveryStatements(prepare: prepare)
        insertInbox = try prepare(
            "INSERT INTO inbox (key, at) VALUES (?1, ?2) ON CONFLICT DO NOTHING"
        )
        deleteInbox = try prepare("DELETE FROM inbox WHERE key = ?1")
        insertContact = try prepare(
            """
            INSERT INTO contact (row, id, version, due, sealed) VALUES (?1, ?2, 1, ?3, ?4)
            ON CONFLICT DO NOTHING
            """
        )
        updateContact = try prepare(
            """
            UPDATE contact SET version = version + 1, due = ?3, sealed = ?4
            WHERE row = ?1 AND id = ?2 AND version = ?5
            """
        )
        cancelPurpose = try prepare("DELETE FROM outbox WHERE contact = ?1 AND purpose = ?2")
        cancelAll = try prepare("DELETE FROM outbox WHERE contact = ?1")
        deleteOutbox = try prepare("DELETE FROM outbox WHERE id = ?1")
        insertOutbox = try prepare(
            """
            INSERT INTO outbox (id, contact, effect, purpose, sealed, queued)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """
        )
        insertEvidence = try prepare(
            """
            INSERT INTO evidence (contact, sequence, purpose, state, at, sealed)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """
        )
        insertLeaf = try prepare("INSERT INTO leaf (idx, body, hash) VALUES (?1, ?2, ?3)")
    }

    /// Writes a turn, or nothing of it.
    ///
    /// INVARIANT: both refusals come before any write but one, the inbox row, which is taken back
    /// by name. Any other failure is undone by whoever called.
    func write(_ turn: TurnCommit, _ tip: inout Tip) throws(StoreError) -> CommitResult {
        if let key = turn.inboxKey, try !take(key, turn) { return .duplicate }
        let isErasing = tip.erasing.contains(turn.contact)
        let isStored = isErasing ? false : try store(turn)
        guard isStored else {
            if let key = turn.inboxKey { try giveBack(key) }
            return .conflict
        }
        try cancel(turn)
        for id in turn.settled {
            try deleteOutbox.bind(id, 1)
            try deleteOutbox.run()
        }
        try deliveries.write(turn)
        for row in turn.outbox {
            try queue(row, turn, &tip)
        }
        for row in turn.evidence {
            try prove(row, turn.contact)
        }
        let firstLeaf = tip.frontier.size
        for leaf in turn.leaves {
            try append(leaf, &tip)
        }
        if let job = turn.erasure {
            try erasures.add(job)
            tip.erasing.insert(turn.contact)
        }
        return .committed(firstLeaf: firstLeaf)
    }

    func append(_ leaf: PreparedLeaf, _ tip: inout Tip) throws(StoreError) {
        try insertLeaf.bind(Int64(bitPattern: tip.frontier.size), 1)
        try insertLeaf.bind(leaf.body, 2)
        try insertLeaf.bind(leaf.hash.bytes, 3)
        try insertLeaf.run()
        tip.frontier.append(leaf.hash)
    }

    private func take(_ key: [UInt8], _ turn: TurnCommit) throws(StoreError) -> Bool {
        try insertInbox.bind(key, 1)
        try insertInbox.bind(turn.now.milliseconds, 2)
        return try insertInbox.change() == 1
    }

    private func giveBack(_ key: [UInt8]) throws(StoreError) {
        try deleteInbox.bind(key, 1)
        try deleteInbox.run()
    }

    /// Whether the contact was still at the version the turn was decided on.
    private func store(_ turn: TurnCommit) throws(StoreError) -> Bool {
        let isNew = turn.expectedVersion == 0
        let statement = isNew ? insertContact : updateContact
        try statement.bind(turn.contact.rowKey, 1)
        try statement.bind(turn.contact.bytes, 2)
        try statement.bind(turn.nextDue?.milliseconds, 3)
        try statement.bind(turn.sealedState, 4)
        if !isNew { try statement.bind(Int64(bitPattern: turn.expectedVersion), 5) }
        return try statement.change() == 1
    }

    private func cancel(_ turn: TurnCommit) throws(StoreError) {
        switch turn.cancellation {
        case .none: return
        case .all:
            try cancelAll.bind(turn.contact.rowKey, 1)
            try cancelAll.run()
        case .purposes(let names):
            for name in names {
                try cancelPurpose.bind(turn.contact.rowKey, 1)
                try cancelPurpose.bind(name, 2)
                try cancelPurpose.run()
            }
        }
    }

    private func queue(
        _ row: OutboxRow,
        _ turn: TurnCommit,
        _ tip: inout Tip
    ) throws(StoreError) {
        tip.lastOutboxID += 1
        try insertOutbox.bind(tip.lastOutboxID, 1)
        try insertOutbox.bind(turn.contact.rowKey, 2)
        try insertOutbox.bind(row.effectID, 3)
        try insertOutbox.bind(row.purpose, 4)
        try insertOutbox.bind(row.sealed, 5)
        try insertOutbox.bind(turn.now.milliseconds, 6)
        try insertOutbox.run()
    }

    private func prove(_ row: EvidenceRow, _ contact: ContactID) throws(StoreError) {
        try insertEvidence.bind(contact.rowKey, 1)
        try insertEvidence.bind(Int64(bitPattern: row.sequence), 2)
        try insertEvidence.bind(row.purpose, 3)
        try insertEvidence.bind(Int64(row.state), 4)
        try insertEvidence.bind(row.at.milliseconds, 5)
        try insertEvidence.bind(row.sealed, 6)
        try insertEvidence.run()
    }
}
