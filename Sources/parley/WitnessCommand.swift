import ArgumentParser
import Foundation
import Glibc

/// Hands over to `parleyd`, which has the server that this program does without.
struct WitnessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "Cosign the checkpoints of other operators' logs (runs parleyd).",
        discussion: """
            Everything after `witness` is for `parleyd witness`; see `parley witness --help`.
            """
    )

    @Argument(parsing: .captureForPassthrough, help: "What `parleyd witness` is given.")
    var arguments: [String] = []

    func run() throws {
        let paths = Self.places(of: "parleyd")
        for path in paths where FileManager.default.isExecutableFile(atPath: path) {
            Self.become(path, ["parleyd", "witness"] + arguments)
        }
        Output.error(
            "error: `parleyd` is neither beside this program nor in PATH; build it with "
                + "`swift build --product parleyd`, and keep both in one folder"
        )
        throw ExitCode(2)
    }

    /// Beside this program first, then in the folders of PATH.
    private static func places(of name: String) -> [String] {
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let program = link ?? CommandLine.arguments.first ?? ""
        let beside = URL(fileURLWithPath: program).deletingLastPathComponent().path
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        // An empty entry would mean the folder one happens to be in: not a place for programs.
        let folders = [beside] + path.split(separator: ":").map(String.init)
        return folders.map { "\($0)/\(name)" }
    }

    /// Replaces this program; comes back only when that fails.
    private static func become(_ path: String, _ arguments: [String]) {
        // SAFETY: the copies live until the program is replaced, or until they are freed here; the
        // list ends in NULL, as `execv` asks.
        var list = unsafe arguments.map { unsafe strdup($0) } + [nil]
        unsafe execv(path, &list)
        unsafe list.forEach { unsafe free($0) }
    }
}
