import Audit
import Clocks
import CommandLineSupport
import ConversationRuntime
import Storage
import TransparencyLog

extension AuditVerifyCommand {
    /// The checkpoints an auditor brings; with a time stamp the one of them says when it was seen.
    func broughtCheckpoints(_ trust: LogTrust) throws -> [ExternalCheckpoint] {
        let kept = try checkpoint.map { (file: $0, signed: try SignedCheckpoint(file: $0)) }
        let external = kept.map { trust.external($0.signed, in: $0.file) }
        guard let timestamp else { return external }
        guard let only = kept.first, kept.count == 1 else {
            throw Failure.cannotRun(
                "--timestamp says when one checkpoint was there: name exactly one with --checkpoint"
            )
        }
        let token = try TimestampToken(file: timestamp)
        guard token.isOf(only.signed) else {
            throw Failure.doesNotHold(
                "`\(timestamp)` is no time stamp of the checkpoint in `\(only.file)`"
            )
        }
        return external.map { checkpoint in
            ExternalCheckpoint(
                size: checkpoint.size,
                root: checkpoint.root,
                source: checkpoint.source,
                seenAt: token.info.time
            )
        }
    }
}

/// The time stamps in a store, as far as `verify` speaks of them.
struct StoredTimestamps {
    private let stamps: [LogTimestamp]

    init(in store: any ConversationStore) throws {
        stamps = try LogReading(store: store).timestamps()
    }

    /// Those that were used by a verification from this leaf on.
    func note(from start: UInt64) -> String? {
        let count = stamps.count { $0.fits && $0.size >= start }
        guard count > 0 else { return nil }
        return "\(count == 1 ? "1 time stamp" : "\(count) time stamps") in the store used, on "
            + "trust: `parley audit timestamp list` says how openssl checks who signed"
    }

    /// Those that are of no stored checkpoint.
    var problems: [String] {
        stamps.filter { !$0.fits }.map { stamp in
            "the time stamp of \(stamp.time.text) does not fit the checkpoint of \(stamp.size) "
                + "leaves that is stored: one of the two was changed"
        }
    }
}

extension TimestampToken {
    /// Reads a file that holds a token, bare or in the reply it came in.
    fileprivate init(file: String) throws {
        let bytes = try FileBytes.read(file, limit: TimestampReply.longestByteCount)
        do {
            try self.init(replyOrToken: bytes)
        } catch {
            throw Failure.cannotRun("`\(file)` is no time stamp: \(error.text)")
        }
    }
}
