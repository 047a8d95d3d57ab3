import ArgumentParser
import ConversationRuntime
import Encryption
import Foundation
import Storage

/// Standard output and standard error.
enum Output {
    static func line(_ text: String) {
        print(text)
    }

    /// Hands over what was printed: a program at the other end of a pipe waits for it.
    static func flush() {
        // NULL stands for every stream, which avoids C's global `stdout`.
        fflush(nil)
    }

    static func error(_ text: String) {
        FileHandle.standardError.write(Data("\(text)\n".utf8))
    }
}

extension ParsableCommand {
    /// Runs `body` and turns every error into its sentence and its exit status.
    func ending(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let failure as Failure {
            Output.error(failure.description)
            throw ExitCode(failure.status)
        } catch let error as EngineError {
            Output.error("error: \(error.sentence)")
            throw ExitCode(error.isTampering ? 1 : 2)
        } catch let error as StoreError {
            Output.error("error: \(error.sentence)")
            throw ExitCode(2)
        } catch let error as LogError {
            Output.error("error: \(error.sentence)")
            throw ExitCode(error.isTampering ? 1 : 2)
        } catch let error as KeySourceError {
            Output.error("error: \(error.sentence)")
            throw ExitCode(2)
        }
    }
}
