package import Clocks
package import Logging

/// A log of one JSON object a line: time, level, event, and the event's own members by name.
///
/// Everything outside printable ASCII is escaped, so that nothing a client sent can end a line,
/// steer a terminal or turn text around.
package struct JSONLogHandler: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    private let clock: any WallClock
    private let write: @Sendable (String) -> Void

    /// Writes through a function that takes whole lines, each with its line feed.
    package init(
        level: Logger.Level,
        clock: any WallClock,
        write: @escaping @Sendable (String) -> Void
    ) {
        logLevel = level
        self.clock = clock
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let own = metadata.merging(event.metadata ?? [:]) { $1 }
        var members = [
            ("time", clock.now().text), ("level", event.level.rawValue),
            ("event", event.message.description),
        ]
        // The kind of an error, not its text, which may repeat what was received.
        if let error = event.error { members.append(("error", "\(type(of: error))")) }
        let taken = members.map(\.0)
        for key in own.keys.sorted() where !taken.contains(key) {
            members.append((key, own[key]?.description ?? ""))
        }
        let object = members.map { "\(Self.quoted($0)):\(Self.quoted($1))" }
        write("{\(object.joined(separator: ","))}\n")
    }

    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for unit in text.utf16 {
            switch unit {
            case 0x22: quoted += "\\\""
            case 0x5C: quoted += "\\\\"
            case 0x20..<0x7F: quoted.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            default:
                let digits = String(unit, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return quoted + "\""
    }
}
