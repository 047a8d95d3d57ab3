import Audit
import Clocks
import GRDB
import Storage

/// The one connection that writes: a batch of turns is one transaction.
struct StoreWriter {
    private let file: String
    let transaction: TransactionStatements
    let turns: TurnStatements
    let logWriting: LogWriting
    let answers: AnswerStatements
    let deleteAged: AgedStatements
    private let erasures: ErasureStatements
    private let log: LogStatements
    private let selectTip: HotStatement
    private let updateTip: HotStatement
    private let insertHead: HotStatement
    private let upsertProgram: HotStatement
    /// As committed; `nil` after a failure, until it is read again.
    private var tip: Tip?

    init(_ database: Database, file: String) throws {
        func prepare(_ sql: String) throws -> HotStatement {
            try HotStatement(database, file: file, sql)
        }
        self.file = file
        transaction = try TransactionStatements(prepare: prepare)
        erasures = try ErasureStatements(file: file, prepare: prepare)
        turns = try TurnStatements(erasures: erasures, prepare: prepare)
        log = try LogStatements(file: file, prepare: prepare)
        logWriting = try LogWriting(prepare: prepare)
        answers = try AnswerStatements(file: file, prepare: prepare)
        deleteAged = try AgedStatements { table in
            try prepare("DELETE FROM \(table.rawValue) WHERE key = ?1 AND at < ?2")
        }
        selectTip = try prepare(
            "SELECT frontier, last_outbox, (SELECT max(idx) + 1 FROM leaf) FROM tip WHERE id = 1"
        )
        updateTip = try prepare("UPDATE tip SET frontier = ?1, last_outbox = ?2 WHERE id = 1")
        insertHead = try prepare("INSERT INTO tree_head (size, root, time) VALUES (?1, ?2, ?3)")
        upsertProgram = try prepare(
            """
            INSERT INTO program (digest, sources) VALUES (?1, ?2)
            ON CONFLICT (digest) DO UPDATE SET sources = excluded.sources
            """
        )
        tip = try readTip()
    }

    mutating func commit(_ batch: [TurnCommit]) throws(StoreError) -> [CommitResult] {
        guard let last = batch.last else { return [] }
        return try write(at: last.now) { writer, tip throws(StoreError) in
            var results: [CommitResult] = []
            results.reserveCapacity(batch.count)
            for turn in batch {
                // A lone turn has the transaction itself to fall back on.
                let isShared = batch.count > 1
                results.append(
                    try isShared
                        ? writer.writeInSavepoint(turn, &tip) : writer.turns.write(turn, &tip)
                )
            }
            return results
        }
    }

    /// Writes one turn of several: what is wrong with it alone takes nothing else down.
    private func writeInSavepoint(
        _ turn: TurnCommit,
        _ tip: inout Tip
    ) throws(StoreError) -> CommitResult {
        let before = tip
        try transaction.save()
        do throws(StoreError) {
            let result = try turns.write(turn, &tip)
            try transaction.release()
            return result
        } catch {
            guard error.isOfOneTurn, transaction.isOpen else { throw error }
            try transaction.returnToSavepoint()
            tip = before
            return .failed(error)
        }
    }

    mutating func append(_ leaves: [PreparedLeaf], at now: Timestamp) throws(StoreError) {
        try write(at: now) { writer, tip throws(StoreError) in
            for leaf in leaves {
                try writer.turns.append(leaf, &tip)
            }
        }
    }

    mutating func archive(program digest: [UInt8], sources: [UInt8]) throws(StoreError) {
        try upsertProgram.bind(digest, 1)
        try upsertProgram.bind(sources, 2)
        // A statement outside a transaction is one, and as durable.
        try upsertProgram.run()
    }

    func shred(_ contact: ContactID) throws(StoreError) -> ShredCounts {
        try transaction.run { () throws(StoreError) in try erasures.shred(contact) }
    }

    // INVARIANT: that an erasure is complete is written after the shredded rows left every file, so
    // the leaf never says what a crash or a reader could make untrue.
    mutating func finishErasure(
        of contact: ContactID,
        leaves: [PreparedLeaf],
        at now: Timestamp
    ) throws(StoreError) -> UInt64? {
        guard try currentTip().erasing.contains(contact) else { return nil }
        try log.empty()
        return try write(at: now) { writer, tip throws(StoreError) in
            try writer.erasures.removeJob(of: contact)
            tip.erasing.remove(contact)
            let first = tip.frontier.size
            for leaf in leaves {
                try writer.turns.append(leaf, &tip)
            }
            return first
        }
    }

    /// Runs `body` in a transaction and closes it with the tip and, if leaves were added, a head.
    ///
    /// What is in memory follows what is on disk: it changes only after the commit succeeded.
    mutating func write<Value>(
        at now: Timestamp,
        _ body: (borrowing StoreWriter, inout Tip) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        let before = try currentTip()
        var after = before
        do throws(StoreError) {
            try transaction.begin()
            let value = try body(self, &after)
            if after != before { try close(after, since: before, at: now) }
            try transaction.commit()
            tip = after
            return value
        } catch {
            tip = nil
            transaction.rollBack()
            throw error
        }
    }

    private func close(_ after: Tip, since before: Tip, at now: Timestamp) throws(StoreError) {
        try updateTip.bind(after.frontier.bytes, 1)
        try updateTip.bind(after.lastOutboxID, 2)
        try updateTip.run()
        guard after.frontier.size > before.frontier.size else { return }
        try insertHead.bind(Int64(bitPattern: after.frontier.size), 1)
        try insertHead.bind(after.frontier.root.bytes, 2)
        try insertHead.bind(now.milliseconds, 3)
        try insertHead.run()
    }

    private func currentTip() throws(StoreError) -> Tip {
        if let tip { tip } else { try readTip() }
    }

    /// Reads the tip, and holds its size against the leaves there are.
    private func readTip() throws(StoreError) -> Tip {
        let row = try selectTip.first { row throws(StoreError) in
            (frontier: row.blob(0), lastOutboxID: row.integer(1), leaves: row.integer(2))
        }
        let frontier = try Frontier(stored: row?.frontier, file: file)
        guard let row, frontier.size == UInt64(bitPattern: row.leaves) else {
            throw .corrupt(file: file)
        }
        return Tip(
            frontier: frontier,
            lastOutboxID: row.lastOutboxID,
            erasing: try erasures.pending()
        )
    }
}

/// Where the log and the outbox go on, and for whom nothing does; kept in memory between commits.
struct Tip: Equatable {
    var frontier: Frontier
    /// Given out so far; never reused, so that settling twice cannot hit another message.
    var lastOutboxID: Int64
    /// Contacts whose erasure is pending.
    var erasing: Set<ContactID>
}
