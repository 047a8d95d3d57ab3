import CommandLineSupport
import Foundation
import Starter

// Checking on every save.
extension CheckCommand {
    /// Checks, and again after each change, until interrupted.
    func checkAgainAndAgain() async throws {
        // Made before the first check: what is saved meanwhile is seen.
        var files = try FileWatch(path: workspace.workspace)
        while true {
            do {
                _ = try await check()
            } catch let failure as Failure {
                // A workspace that cannot be read now may be in a moment.
                Output.line(failure.description)
            }
            if !json { Output.line("\nwatching `\(workspace.workspace)`; end with Control-C") }
            Output.flush()
            let changes = try await files.changes()
            guard !json else { continue }
            let names = changes.map(\.path).joined(separator: ", ")
            Output.line("\n\(Paint()("changed: \(names)", .bold))")
        }
    }
}
