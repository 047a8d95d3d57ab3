package import Clocks
package import ConversationRuntime
package import Conversations
package import Logging
import Synchronization

/// The lines a daemon writes about what it does; nothing in them comes from a message or says who
/// wrote it.
package final class ServeLog: Sendable {
    /// A line that strangers can cause is written once in so much time, with how often it
    /// would have been.
    private static let quietFor = Period.minutes(1)

    private struct Repeated {
        var since: Timestamp
        var count = 0
    }

    private let logger: Logger
    private let clock: any WallClock
    private let repeated = Mutex<[String: Repeated]>([:])

    package init(logger: Logger, clock: any WallClock) {
        self.logger = logger
        self.clock = clock
    }

    /// Something that happens seldom, by its name.
    package func tell(_ event: Logger.Message, _ metadata: Logger.Metadata = [:]) {
        logger.info(event, metadata: metadata)
    }

    package func warn(_ event: Logger.Message, _ metadata: Logger.Metadata = [:]) {
        logger.warning(event, metadata: metadata)
    }

    func greeted(_ channel: String, status: Int) {
        limited("webhook-greeted", ["channel": .string(channel), "status": "\(status)"])
    }

    func refused(_ channel: String, _ word: String) {
        limited("webhook-refused", ["channel": .string(channel), "why": .string(word)])
    }

    package func failed(_ place: String, _ error: EngineError) {
        limited("failed", ["where": .string(place), "why": .string(error.sentence)])
    }

    package func paused(_ channel: String, _ fault: DispatchFault) {
        limited("channel-paused", ["channel": .string(channel), "code": .string(fault.code)])
    }

    package func lacksChannel(_ channel: String) {
        limited("no-such-channel", ["channel": .string(channel)])
    }

    private func limited(_ event: String, _ metadata: Logger.Metadata) {
        let now = clock.now()
        let words = metadata.keys.sorted().map { "\(metadata[$0] ?? "")" }
        let key = ([event] + words).joined(separator: "\u{0}")
        let count = repeated.withLock { repeated -> Int? in
            if let known = repeated[key], known.since.adding(Self.quietFor) > now {
                repeated[key]?.count += 1
                return nil
            }
            let count = repeated[key]?.count ?? 0
            // Names of channels and words are few; this is for whoever finds a way around that.
            if repeated.count > 1000 { repeated = [:] }
            repeated[key] = Repeated(since: now)
            return count
        }
        guard let count else { return }
        var metadata = metadata
        if count > 0 { metadata["more-since-last-line"] = "\(count)" }
        logger.warning("\(event)", metadata: metadata)
    }
}
