import Audit
package import Clocks
import FlowProgram
import Storage
import TransparencyLog

extension LogKeeper {
    /// What nobody but this store could tell yet: leaves after the last published checkpoint.
    ///
    /// This is the window in which whoever controls the machine can still change what happened.
    package func exposure(at now: Timestamp) throws(LogError) -> LogExposure {
        let size = try frontier().size
        var published = try lastCheckpoint()?.checkpoint.size ?? 0
        for sink in sinks {
            published = min(published, try sink.lastPublished()?.checkpoint.size ?? 0)
        }
        let first = try reading { () throws(StoreError) in
            try store.leaves(from: published, limit: 1)
        }.first
        let since = first.flatMap { try? AuditLeaf.decode($0.body).event.time }
        return LogExposure(
            leaves: size - min(size, published),
            since: since,
            age: since.map { max(0, now.milliseconds - $0.milliseconds) } ?? 0,
            limit: settings.exposureLimit.milliseconds
        )
    }
}

/// The part of the log that is not published yet.
package struct LogExposure: Hashable, Sendable {
    package let leaves: UInt64
    /// The time of the first of them.
    package let since: Timestamp?
    /// How long ago that is, in milliseconds.
    package let age: Int64
    /// From which age on this is an alarm, in milliseconds.
    package let limit: Int64

    package var isAlarming: Bool { leaves > 0 && age > limit }
}
