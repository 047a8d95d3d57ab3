package import TransparencyLog

/// A place outside of the store that checkpoints are published to, so that somebody else has them.
package protocol CheckpointSink: Sendable {
    /// How a person finds it; part of messages.
    var place: String { get }
    /// The last checkpoint that was published here; `nil` when there is none, or none is kept.
    func lastPublished() throws(LogError) -> SignedCheckpoint?
    /// Publishes a checkpoint; it is there for others when this returns.
    func publish(_ published: PublishedCheckpoint) throws(LogError)
}

/// A signed and stored checkpoint, with what a sink may need to publish it.
package struct PublishedCheckpoint {
    package let checkpoint: SignedCheckpoint
    /// The log as the checkpoint has it.
    package let export: LogExport

    /// Writes the log as files, up to the checkpoint.
    package func write(
        to folder: String,
        progress: (UInt64) -> Void = { _ in }
    ) throws(LogError) {
        try export.write(checkpoint, to: folder, progress: progress)
    }
}
