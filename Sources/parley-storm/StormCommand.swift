import ArgumentParser
import Foundation

/// Kills a daemon again and again while thousands of contacts talk with it, and holds what is left
/// against what was acknowledged.
@main
struct StormCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parley-storm",
        abstract: "Drive a real parleyd through a simulated provider, and kill it on the way.",
        discussion: """
            Everything stays on loopback and ends by itself. Exit status: 0 nothing was lost, \
            1 something was, 2 could not run.
            """
    )

    @Option(name: .long, help: "The parleyd to run.")
    var daemon: String

    @Option(name: .long, help: "The workspace it serves.")
    var workspace = "."

    @Option(name: .long, help: "Conversations, each a double opt-in and a STOP.")
    var conversations = 300

    @Option(name: .long, help: "How often the daemon is killed with kill -9.")
    var kills = 3

    @Option(name: .long, help: "Conversations at the same time.")
    var width = 64

    @Option(name: .long, help: "The share of webhooks that come twice.")
    var duplicates = 0.05

    @Option(name: .long, help: "Webhooks are late by up to so many milliseconds.")
    var delay = 20

    @Option(name: .long, help: "The seed of the faults.")
    var seed: UInt64 = 1

    func run() async throws {
        let storm = try Storm(options: self)
        let verdict = try await storm.run()
        let text = verdict.lines.joined(separator: "\n") + "\n"
        FileHandle.standardOutput.write(Data(text.utf8))
        if !verdict.holds { throw ExitCode(1) }
    }
}
