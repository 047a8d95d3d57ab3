import Audit
import Encryption
import Logging
import Storage
import TransparencyLog

/// The lines a witness writes: one for each request, without anything about who sent it.
struct WitnessLog: Sendable {
    private static let event: Logger.Message = "add-checkpoint"

    let logger: Logger

    /// Writes down what became of a request that could be read.
    func record(_ outcome: WitnessOutcome) {
        switch outcome {
        case .cosigned(let head, _):
            var metadata = Self.metadata(of: head)
            metadata["outcome"] = "cosigned"
            logger.info(Self.event, metadata: metadata)
        case .refused(let refusal, let signed):
            var metadata = signed.map { Self.metadata(of: $0.checkpoint) } ?? [:]
            metadata["outcome"] = .string(refusal.word)
            metadata["reason"] = refusal.reason.map { .string($0) }
            if case .splitView(let known) = refusal, let signed {
                // Both roots carry the log's signature: together they convict it.
                metadata["known-root"] = .string(known.root.hex)
                metadata["evidence"] = .string(Base64.encode(signed.bytes))
                logger.error(Self.event, metadata: metadata)
            } else {
                logger.notice(Self.event, metadata: metadata)
            }
        case .failed(let error):
            logger.error(
                Self.event,
                metadata: ["outcome": "failed", "reason": .string(error.sentence)]
            )
        }
    }

    /// Writes down a request that did not arrive.
    func record(unread word: String) {
        logger.notice(Self.event, metadata: ["outcome": .string(word)])
    }

    private static func metadata(of head: Checkpoint) -> Logger.Metadata {
        [
            "origin": .string(head.origin), "size": .stringConvertible(head.size),
            "root": .string(head.root.hex),
        ]
    }
}
