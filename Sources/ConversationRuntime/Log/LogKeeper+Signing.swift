import Audit
package import Clocks
import FlowProgram
import Storage
import Synchronization
package import TransparencyLog

// What is signed, and in which order.
extension LogKeeper {
    /// Signs the log as it is now and publishes it.
    ///
    /// A log that did not grow since is signed again only after the heartbeat, or where a sink has
    /// not got the last checkpoint yet.
    ///
    /// - Returns: The checkpoint that holds now; `nil` for a log without leaves.
    @discardableResult
    package func checkpoint(at now: Timestamp) throws(LogError) -> SignedCheckpoint? {
        try whileSigning { () throws(LogError) in
            try settleRotation(at: now)
            guard try frontier().size > 0 else { return nil }
            let key = try currentKey(at: now)
            let isOld = key.createdAt.adding(settings.keyEpoch) <= now
            return try sign(with: isOld ? rotate(key, at: now) : key, at: now)
        }
    }

    /// Signs when it is time: when a leaf waits for as long as the settings allow, or when nothing
    /// was signed for a heartbeat.
    ///
    /// - Returns: The new checkpoint; `nil` when it is not time yet.
    @discardableResult
    package func checkpointIfDue(at now: Timestamp) throws(LogError) -> SignedCheckpoint? {
        guard let last = try lastRow() else { return try checkpoint(at: now) }
        let isLate = last.at.adding(settings.heartbeat) <= now
        let waiting = try reading { () throws(StoreError) in
            try store.leaves(from: last.size, limit: 1)
        }.first
        let since = waiting.flatMap { try? AuditLeaf.decode($0.body).event.time }
        let isWaiting = since.map { $0.adding(settings.checkpointEvery) <= now } ?? (waiting != nil)
        return isLate || isWaiting ? try checkpoint(at: now) : nil
    }

    /// Signs what is new, once the log has been signed at all; for whoever is about to stop.
    package func keepUp(at now: Timestamp) throws(LogError) {
        guard try !keys.verifiers().isEmpty else { return }
        try checkpoint(at: now)
    }

    /// Replaces the signing key now, whatever its age, and signs with the new one.
    @discardableResult
    package func rotateKey(at now: Timestamp) throws(LogError) -> SignedCheckpoint {
        try whileSigning { () throws(LogError) in
            try settleRotation(at: now)
            return try sign(with: rotate(currentKey(at: now), at: now), at: now)
        }
    }

    /// Goes on under a new name after the store was rolled back or rewritten, and says so in the
    /// log.
    ///
    /// Nobody can take the log for the one before: verifiers of that see that it ended.
    @discardableResult
    package func beginIncarnation(at now: Timestamp) throws(LogError) -> SignedCheckpoint {
        try whileSigning { () throws(LogError) in
            let old = try keys.signing()
            let number = Set(try keys.verifiers().map(\.name)).count + 1
            let name = try "\(origin())/\(number)"
            let event = AuditEvent(
                time: now,
                kind: .logIncarnated,
                to: name,
                cause: LogEvents.cause,
                actor: "operator"
            )
            try append(event, at: now)
            let key = try keys.make(named: name, at: now)
            try append(LogEvents.firstKey(key.verifier, at: now), at: now)
            for other in old { try keys.destroy(other.epoch) }
            return try sign(with: key, at: now, isContinuing: false)
        }
    }

    private func whileSigning<Value>(
        _ body: () throws(LogError) -> Value
    ) throws(LogError) -> Value {
        try signing.withLock { _ throws(LogError) in try body() }
    }

    func sign(
        with key: LogKeys.Signing,
        at now: Timestamp,
        size closing: UInt64? = nil,
        isContinuing: Bool = true
    ) throws(LogError) -> SignedCheckpoint {
        let last = try lastRow()
        let size = if let closing { closing } else { try frontier().size }
        let earlier = try last.map { row throws(LogError) in try LogReading.checkpoint(of: row) }
        if let last, let earlier, closing == nil, last.size == size,
            last.at.adding(settings.heartbeat) > now, earlier.isSigned(by: key.verifier)
        {
            try publishAlone(earlier)
            return earlier
        }
        let tiles = try tree.tiles(from: isContinuing ? last?.size ?? 0 : firstLeaf(), to: size)
        let root = try provenRoot(size, continuing: isContinuing ? earlier?.checkpoint : nil)
        let signed = try signature(of: size, root, by: key, beside: earlier)
        do {
            try store.add(
                StoredCheckpoint(
                    size: size,
                    note: signed.bytes,
                    at: now,
                    isKept: closing != nil
                ),
                tiles: tiles
            )
            if let last, last.size < size, !last.isKept, last.at.hour == now.hour {
                try store.forgetCheckpoint(ofSize: last.size)
            }
        } catch {
            throw .store(error)
        }
        try publishAlone(signed)
        return signed
    }

    /// Where the log begins: what was pruned is in tiles of the levels above, which stay.
    private func firstLeaf() throws(LogError) -> UInt64 {
        try reading { () throws(StoreError) in try store.firstLeaf() }
    }

    /// Publishes what needs nobody's cosignature.
    private func publishAlone(_ signed: SignedCheckpoint) throws(LogError) {
        if settings.witnessPolicy == nil { try publish(signed) }
    }

    /// Stores and publishes a checkpoint of this log with the cosignatures it got meanwhile.
    package func publish(cosigned signed: SignedCheckpoint, at now: Timestamp) throws(LogError) {
        try whileSigning { () throws(LogError) in
            guard signed.isSigned(byOneOf: try keys.verifiers()) else {
                throw .foreign(place: "the cosigned checkpoint")
            }
            let row = StoredCheckpoint(
                size: signed.checkpoint.size,
                note: signed.bytes,
                at: now,
                isKept: false
            )
            try reading { () throws(StoreError) in try store.add(row, tiles: []) }
            try publish(signed)
        }
    }

    // INVARIANT: only leaves that are durable and as they were written are signed, and only as a
    // continuation of what was signed before.
    /// The root of the first `size` leaves, which must come out the same from what each commit kept
    /// and from the leaves' hashes.
    private func provenRoot(
        _ size: UInt64,
        continuing earlier: Checkpoint?
    ) throws(LogError) -> MerkleHash {
        let root = try tree.root(size: size)
        let head = try reading { () throws(StoreError) in
            try store.heads(from: size, limit: 1)
        }.first
        guard let head, head.size == size, head.root == root else {
            throw .inconsistent(size: size)
        }
        guard let earlier else { return root }
        guard earlier.size <= size else {
            throw .behind(size: size, published: earlier.size, place: Self.ownPlace)
        }
        do throws(LogError) {
            guard try tree.root(size: earlier.size) == earlier.root else {
                throw .inconsistent(size: earlier.size)
            }
        } catch .pruned {
            // Older than all there is to compare it with.
        }
        return root
    }

    private func signature(
        of size: UInt64,
        _ root: MerkleHash,
        by key: LogKeys.Signing,
        beside earlier: SignedCheckpoint?
    ) throws(LogError) -> SignedCheckpoint {
        do {
            let checkpoint = try Checkpoint(origin: key.verifier.name, size: size, root: root)
            // The old key's last signature and the new key's first may stand under one text.
            if let earlier, earlier.checkpoint == checkpoint {
                return try earlier.adding(key.signer.signature(of: checkpoint.noteText))
            }
            return try SignedCheckpoint(checkpoint: checkpoint, signedBy: [key.signer])
        } catch {
            throw .unusableOrigin(key.verifier.name)
        }
    }

    private func publish(_ signed: SignedCheckpoint) throws(LogError) {
        let published = PublishedCheckpoint(
            checkpoint: signed,
            export: LogExport(store: store, size: signed.checkpoint.size)
        )
        for sink in sinks {
            if try sink.lastPublished() == signed { continue }
            try sink.publish(published)
        }
    }
}
