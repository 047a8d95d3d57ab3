package import Audit
package import Clocks
import Storage
package import TransparencyLog

/// A stored time stamp, and the checkpoint it is of.
///
/// That the authority signed it is not known here; `openssl ts -verify` finds out.
package struct LogTimestamp: Hashable, Sendable {
    /// Leaves under the checkpoint it was stored for.
    package let size: UInt64
    /// The token in DER, as it is stored.
    package let bytes: [UInt8]
    /// The same, read; `nil` for what is no token any more.
    package let token: TimestampToken?
    /// When the checkpoint was there, by the authority's clock.
    package let time: Timestamp
    /// The stored checkpoint of that size; `nil` when there is none, or the token is not of it:
    /// one of the two was changed.
    package let checkpoint: SignedCheckpoint?

    init(_ anchor: StoredAnchor, _ stored: StoredCheckpoint?) {
        size = anchor.size
        bytes = anchor.token
        let token = try? TimestampToken(bytes: anchor.token)
        self.token = token
        time = token?.info.time ?? anchor.at
        checkpoint = stored.flatMap { row in
            guard let token, row.size == anchor.size,
                let signed = try? SignedCheckpoint(bytes: row.note),
                signed.checkpoint.size == row.size, token.isOf(signed)
            else { return nil }
            return signed
        }
    }

    /// Whether the checkpoint that is stored is the one that was time-stamped.
    package var fits: Bool { checkpoint != nil }

    /// What a verifier may hold the log against; `nil` unless it fits.
    package var external: ExternalCheckpoint? {
        checkpoint.map { signed in
            ExternalCheckpoint(
                size: signed.checkpoint.size,
                root: signed.checkpoint.root,
                source: "the time stamp of \(time.text)",
                seenAt: time
            )
        }
    }
}

extension LogReading {
    /// The stored time stamps, in the order they were added.
    package func timestamps() throws(LogError) -> [LogTimestamp] {
        do {
            var stamps: [LogTimestamp] = []
            for anchor in try store.anchors() where anchor.kind == .timestamp {
                let stored = try store.checkpoints(from: anchor.size, limit: 1).first
                stamps.append(LogTimestamp(anchor, stored))
            }
            return stamps
        } catch {
            throw .store(error)
        }
    }
}
