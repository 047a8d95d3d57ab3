import ArgumentParser
import CommandLineSupport
import Foundation
import Glibc

/// `parleyd`, which has the servers that this program does without.
enum ParleydProgram {
    /// Replaces this program with `parleyd`; comes back only to say that it cannot.
    static func take(over command: String, _ arguments: [String]) throws -> Never {
        for path in places(of: "parleyd") where FileManager.default.isExecutableFile(atPath: path) {
            become(path, ["parleyd", command] + arguments)
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
