package import Channels
import Synchronization

/// The channels by name, which may be exchanged while messages are on their way.
package final class ChannelTable: Sendable {
    private let channels: Mutex<[String: any Channel]>

    package init(_ channels: [any Channel]) {
        self.channels = Mutex(Self.table(channels))
    }

    package subscript(name: String) -> (any Channel)? { channels.withLock { $0[name] } }

    package func replace(with channels: [any Channel]) {
        self.channels.withLock { $0 = Self.table(channels) }
    }

    private static func table(_ channels: [any Channel]) -> [String: any Channel] {
        Dictionary(channels.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
