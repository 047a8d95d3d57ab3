import Clocks
import Foundation
import Logging
import Synchronization
import Testing
import WebServer

/// Lines of a log that a program reads and nobody can forge.
struct JSONLogHandlerTests {
    /// What one call writes.
    private func line(_ body: (Logger) -> Void) -> String {
        let written = Written()
        let clock = VirtualClock(Timestamp(milliseconds: 1_790_000_000_250))
        let logger = Logger(label: "test") { _ in
            JSONLogHandler(level: .info, clock: clock) { written.add($0) }
        }
        body(logger)
        return written.text
    }

    private final class Written: Sendable {
        private let all = Mutex("")

        var text: String { all.withLock { $0 } }

        func add(_ line: String) {
            all.withLock { $0 += line }
        }
    }

    @Test func `a line is time, level, event and the rest by name`() {
        let line = line { logger in
            logger.notice("asked", metadata: ["size": .stringConvertible(8), "a": "b"])
        }
        #expect(
            line == #"{"time":"2026-09-21T14:13:20.250Z","level":"notice","event":"asked","#
                + #""a":"b","size":"8"}"# + "\n"
        )
    }

    @Test func `nothing a stranger wrote ends a line or steers a terminal`() throws {
        let hostile = "a\n\"b\"\\\u{1B}[31m\u{202E}\u{2028}é😀\u{0}\u{7F}"
        let line = line { $0.info("asked", metadata: ["x": .string(hostile)]) }
        #expect(line.utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A })
        #expect(line.filter { $0 == "\n" }.count == 1)
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
        let members = try #require(object as? [String: String])
        #expect(members["x"] == hostile)
    }

    @Test func `members cannot take the place of time, level and event`() {
        let line = line { $0.info("asked", metadata: ["event": "other", "time": "never"]) }
        #expect(!line.contains("other") && !line.contains("never"))
    }

    @Test func `what is below the level is not written, and metadata stays`() {
        let line = line { logger in
            var logger = logger
            logger[metadataKey: "kept"] = "yes"
            logger.debug("unseen")
            logger.warning("seen")
        }
        #expect(line.contains(#""event":"seen","kept":"yes""#))
        #expect(!line.contains("unseen"))
    }
}
