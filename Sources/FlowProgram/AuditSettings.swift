package import Clocks

/// How the log is signed and published, so that others can hold its operator to it.
///
/// Paths are relative to the workspace. No conversation depends on any of this, so it has no part
/// in a program's digest.
package struct AuditSettings: Hashable, Sendable {
    /// The name checkpoints are signed under (C2SP tlog-checkpoint); without it each store has its
    /// own.
    package let origin: String?
    /// A leaf is followed by a checkpoint after this at the latest.
    package let checkpointEvery: Period
    /// A checkpoint is followed by another after this at the latest, even when nothing happened.
    package let heartbeat: Period
    /// Leaves unpublished for longer than this are an alarm.
    package let exposureLimit: Period
    /// How long one signing key is used.
    package let keyEpoch: Period
    /// A file that checkpoints are appended to.
    package let publishedFile: String?
    /// A folder of C2SP tlog-tiles.
    package let publishedTiles: String?
    /// A file with a line of JSON for each checkpoint.
    package let publishedLine: String?
    /// A C2SP tlog-policy file: who must cosign.
    package let witnessPolicy: String?
    /// Where a time-stamping authority answers (RFC 3161), over https.
    package let timestampAuthority: String?

    /// What holds unless a workspace says otherwise.
    package static let standard = AuditSettings(
        checkpointEvery: Period(months: 0, milliseconds: 10_000),
        heartbeat: .hours(1),
        exposureLimit: .minutes(1),
        keyEpoch: .days(30)
    )

    /// Takes lengths of time without months; any other is a defect of the caller.
    package init(
        origin: String? = nil,
        checkpointEvery: Period,
        heartbeat: Period,
        exposureLimit: Period,
        keyEpoch: Period,
        publishedFile: String? = nil,
        publishedTiles: String? = nil,
        publishedLine: String? = nil,
        witnessPolicy: String? = nil,
        timestampAuthority: String? = nil
    ) {
        // INVARIANT: milliseconds say all of each length of time.
        let periods = [checkpointEvery, heartbeat, exposureLimit, keyEpoch]
        precondition(periods.allSatisfy { $0.months == 0 }, "an audit period has no months")
        self.origin = origin
        self.checkpointEvery = checkpointEvery
        self.heartbeat = heartbeat
        self.exposureLimit = exposureLimit
        self.keyEpoch = keyEpoch
        self.publishedFile = publishedFile
        self.publishedTiles = publishedTiles
        self.publishedLine = publishedLine
        self.witnessPolicy = witnessPolicy
        self.timestampAuthority = timestampAuthority
    }
}
