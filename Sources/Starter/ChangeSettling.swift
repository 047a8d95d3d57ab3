/// Decides when changes of a workspace are told: once they have come to rest.
///
/// Saving is several steps, and an editor or a version control system writes several files. So a
/// change is told when nothing moved for `quiet`, and at the latest after `patience`, because a
/// program that writes all the time must not keep everything back. What was caught half-written
/// then is told again when it is whole.
package struct ChangeSettling: Sendable {
    /// Between two looks while nothing happens.
    package static let interval = Duration.milliseconds(250)
    /// So long nothing may move before changes are told.
    package static let quiet = Duration.milliseconds(150)
    /// So long changes are kept back at most.
    package static let patience = Duration.seconds(2)

    /// What to do after a look.
    package enum Answer: Hashable, Sendable {
        case look(after: Duration)
        case tell([WorkspaceStamp.Change])
    }

    private var told: WorkspaceStamp
    private var moving: Moving?

    private struct Moving {
        var stamp: WorkspaceStamp
        var since: Duration
        let from: Duration
    }

    /// Starts with files that are known.
    package init(knowing stamp: WorkspaceStamp) {
        told = stamp
    }

    /// Takes in what the files look like, and when, on a clock that only goes on.
    package mutating func see(_ stamp: WorkspaceStamp, at now: Duration) -> Answer {
        guard stamp != told else {
            moving = nil
            return .look(after: Self.interval)
        }
        var moving = self.moving ?? Moving(stamp: stamp, since: now, from: now)
        if moving.stamp != stamp {
            moving.stamp = stamp
            moving.since = now
        }
        self.moving = moving
        let isQuiet = now - moving.since >= Self.quiet
        guard isQuiet || now - moving.from >= Self.patience else {
            return .look(after: Self.quiet)
        }
        let changes = stamp.changes(since: told)
        told = stamp
        self.moving = nil
        return .tell(changes)
    }
}
