import Audit
package import Clocks
import Storage
import Synchronization
package import TransparencyLog

// When a checkpoint was there, by the clock of somebody else (RFC 3161).
extension LogKeeper {
    /// How much older than a time stamp, in milliseconds, a leaf may be that is not under its
    /// checkpoint, and how far ahead of our clock a time stamp may be.
    ///
    /// Half of what verification lets pass before it takes such a leaf for back-dated.
    static let timestampTolerance: Int64 = 5 * 60 * 1000

    /// What to ask an authority about the last checkpoint, which is never thinned out from now on.
    ///
    /// The nonce is drawn at random.
    package func timestampRequest(nonce: UInt64) throws(LogError) -> TimestampRequest {
        try signing.withLock { _ throws(LogError) in
            guard let row = try lastRow() else { throw .unsigned }
            let signed = try LogReading.checkpoint(of: row)
            try keep(row)
            return signed.timestampRequest(nonce: nonce)
        }
    }

    /// Stores the token of an authority's reply, once it is known to answer this request about a
    /// checkpoint of this store; one that is stored already stays as it is.
    ///
    /// - Throws: `LogError.timestamp` for a reply that is none or answers something else,
    ///   `.timestampOfOther`, and `.timestampLate` and `.timestampAhead` for a time with which an
    ///   honest log would be found back-dated.
    @discardableResult
    package func addTimestamp(
        reply: [UInt8],
        to request: TimestampRequest,
        at now: Timestamp
    ) throws(LogError) -> LogTimestamp {
        let token = try Self.token(of: reply, answering: request)
        return try signing.withLock { _ throws(LogError) in
            guard let row = try row(of: token) else { throw .timestampOfOther }
            try checkTime(token.info.time, after: row.size, at: now)
            let anchor = StoredAnchor(
                size: row.size,
                kind: .timestamp,
                token: token.bytes,
                at: token.info.time
            )
            try keep(row)
            try reading { () throws(StoreError) in
                if try !store.anchors().contains(anchor) { try store.add(anchor) }
            }
            return LogTimestamp(anchor, row)
        }
    }

    /// The stored time stamps, in the order they were added.
    package func timestamps() throws(LogError) -> [LogTimestamp] {
        try LogReading(store: store).timestamps()
    }

    private func keep(_ row: StoredCheckpoint) throws(LogError) {
        let kept = StoredCheckpoint(size: row.size, note: row.note, at: row.at, isKept: true)
        try reading { () throws(StoreError) in try store.add(kept, tiles: []) }
    }

    private static func token(
        of reply: [UInt8],
        answering request: TimestampRequest
    ) throws(LogError) -> TimestampToken {
        do {
            return try TimestampReply(bytes: reply).answer(to: request)
        } catch {
            throw .timestamp(error)
        }
    }

    /// The checkpoint a token is of.
    private func row(of token: TimestampToken) throws(LogError) -> StoredCheckpoint? {
        var next: UInt64 = 0
        while true {
            let piece = try reading { () throws(StoreError) in
                try store.checkpoints(from: next, limit: AuditReading.pieceSize)
            }
            let found = piece.first { row in
                // What is no checkpoint stays for `parley audit verify` to name.
                guard let signed = try? SignedCheckpoint(bytes: row.note) else { return false }
                return signed.checkpoint.size == row.size && token.isOf(signed)
            }
            guard found == nil, let last = piece.last, piece.count == AuditReading.pieceSize
            else { return found }
            next = last.size + 1
        }
    }

    // INVARIANT: a log that nobody changed verifies with every time stamp it has. A time stamp says
    // that its checkpoint was there, and not that nothing had followed it.
    private func checkTime(
        _ time: Timestamp,
        after size: UInt64,
        at now: Timestamp
    ) throws(LogError) {
        let tolerance = Self.timestampTolerance
        guard time.milliseconds <= now.milliseconds + tolerance else {
            throw .timestampAhead(of: now, time: time)
        }
        var older: UInt64?
        try reading { () throws(StoreError) in
            try AuditReading(store: store).forEach(from: size) { leaf in
                guard older == nil, let event = try? AuditLeaf.decode(leaf.body).event,
                    event.time.milliseconds < time.milliseconds - tolerance
                else { return }
                older = leaf.index
            }
        }
        if let older { throw .timestampLate(leaf: older, time: time) }
    }
}
