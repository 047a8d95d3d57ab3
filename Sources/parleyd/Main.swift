import ArgumentParser
import CommandLineSupport
import Glibc

/// Runs the command line and keeps its promise of exit statuses: what could not run ends with 2.
@main
enum Main {
    static func main() async {
        // A reader of the log that is gone ends the log and not the program.
        _ = signal(SIGPIPE, SIG_IGN)
        // One that comes before the daemon listens for it asks for nothing new.
        _ = signal(SIGHUP, SIG_IGN)
        do {
            var command = try Parleyd.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let status = Parleyd.exitCode(for: error)
            let message = Parleyd.fullMessage(for: error)
            if !message.isEmpty {
                if status.isSuccess { Output.line(message) } else { Output.error(message) }
            }
            exit(status == .validationFailure ? 2 : status.rawValue)
        }
    }
}
