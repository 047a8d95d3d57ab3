package import ArgumentParser
import ConversationRuntime
import Storage
import TransparencyLog

extension ParsableCommand {
    /// Runs `body` and turns every error into its sentence and its exit status.
    package func ending(_ body: () async throws -> Void) async throws {
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
        } catch let error as NoteError {
            Output.error("error: \(error.text)")
            throw ExitCode(2)
        } catch let error as TrustedLogsError {
            Output.error("error: \(error.text)")
            throw ExitCode(2)
        }
    }
}
