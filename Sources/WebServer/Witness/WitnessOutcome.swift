package import Storage
package import TransparencyLog

/// What became of a request to a witness.
package enum WitnessOutcome: Sendable {
    /// Remembered, and so cosigned.
    case cosigned(Checkpoint, AddCheckpointAnswer)
    /// Refused; the checkpoint is given for a log that is watched, believed or not.
    case refused(WitnessRefusal, SignedCheckpoint?)
    /// Neither: the memory could not be read or written.
    case failed(StoreError)
}
