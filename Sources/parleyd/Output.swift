import ArgumentParser
import Foundation
import Storage
import Synchronization
import TransparencyLog

/// Standard output and standard error.
enum Output {
    private static let lines = Mutex(())

    static func line(_ text: String) {
        write("\(text)\n", to: .standardOutput)
    }

    static func error(_ text: String) {
        write("\(text)\n", to: .standardError)
    }

    /// Writes a line of the log, which has its end.
    static func log(_ line: String) {
        write(line, to: .standardError)
    }

    /// One line at a time, whole; a reader that is gone stops nothing.
    private static func write(_ text: String, to handle: FileHandle) {
        lines.withLock { _ in
            try? handle.write(contentsOf: Data(text.utf8))
        }
    }
}

/// Why the program could not run, in one sentence.
struct Failure: Error {
    let sentence: String

    init(_ sentence: String) {
        self.sentence = sentence
    }
}

extension ParsableCommand {
    /// Runs `body` and turns every error of ours into its sentence and its exit status.
    func ending(_ body: () async throws -> Void) async throws {
        let sentence: String
        do {
            return try await body()
        } catch let failure as Failure {
            sentence = failure.sentence
        } catch let error as StoreError {
            sentence = error.sentence
        } catch let error as NoteError {
            sentence = error.text
        } catch let error as TrustedLogsError {
            sentence = error.text
        }
        Output.error("error: \(sentence)")
        throw ExitCode(2)
    }
}
