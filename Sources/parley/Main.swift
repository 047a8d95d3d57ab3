import ArgumentParser
import CommandLineSupport
import Foundation

/// Runs the command line and keeps its promise of exit statuses.
///
/// ArgumentParser ends usage errors with 64 (`EX_USAGE`); here they are 2, like everything else
/// that could not run.
@main
enum Main {
    static func main() async {
        do {
            var command = try Parley.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let status = Parley.exitCode(for: error)
            let message = Parley.fullMessage(for: error)
            if !message.isEmpty {
                if status.isSuccess { Output.line(message) } else { Output.error(message) }
            }
            exit(status == .validationFailure ? 2 : status.rawValue)
        }
    }
}
