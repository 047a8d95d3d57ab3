import Foundation
import Glibc
import Synchronization

/// Standard output and standard error.
package enum Output {
    private static let lines = Mutex(())

    package static func line(_ text: String) {
        print(text)
    }

    /// Writes a line at once, for who also waits for input.
    ///
    /// C's streams share a lock that a waiting reader holds: `flush` would wait for the next line.
    package static func lineAtOnce(_ text: String) {
        lines.withLock { _ in
            try? FileHandle.standardOutput.write(contentsOf: Data("\(text)\n".utf8))
        }
    }

    /// Hands over what was printed: a program at the other end of a pipe waits for it.
    package static func flush() {
        // NULL stands for every stream, which avoids C's global `stdout`.
        fflush(nil)
    }

    package static func error(_ text: String) {
        log("\(text)\n")
    }

    /// Writes a line of the log, which has its end, to standard error.
    ///
    /// One line at a time, whole; a reader that is gone stops nothing.
    package static func log(_ line: String) {
        lines.withLock { _ in
            try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
        }
    }
}
