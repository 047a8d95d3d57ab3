import CommandLineSupport
import Dispatch
import Foundation
import Glibc

/// Graphviz' `dot`, which turns a graph in the DOT language into a picture.
enum Graphviz {
    /// A layout that takes longer would show a picture nobody can read.
    static let seconds = 30
    /// Bytes of a picture; ten thousand steps need about a tenth of it.
    static let longestPicture = 64 << 20

    /// The picture as SVG.
    ///
    /// - Throws: `Failure.cannotRun` when there is no `dot`, when it fails, takes longer than
    ///   `seconds` or writes more than `longestPicture`.
    static func svg(of dot: String) throws(Failure) -> Data {
        guard let program else {
            throw .cannotRun(
                "error: SVG is drawn by Graphviz, and there is no `dot` in PATH; install the "
                    + "Debian package graphviz (`apt install graphviz`), or take --format mermaid "
                    + "or dot, which need nothing"
            )
        }
        // A program that ends before it has read everything must not end this one.
        let before = signal(SIGPIPE, SIG_IGN)
        defer { signal(SIGPIPE, before) }
        return try run(program, on: Data(dot.utf8))
    }

    /// `dot` in the folders of PATH.
    private static var program: String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        // A relative entry would mean the folder one happens to be in: not a place for programs.
        return path.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/dot" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private static func run(_ program: String, on input: Data) throws(Failure) -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        // Its warnings are about fonts; its errors are shown as they come.
        process.arguments = ["-q", "-Tsvg"]
        let (typed, drawn) = (Pipe(), Pipe())
        process.standardInput = typed
        process.standardOutput = drawn
        do {
            try process.run()
        } catch {
            throw .cannotRun("error: `\(program)` cannot be run")
        }
        let writer = typed.fileHandleForWriting
        DispatchQueue.global().async {
            // A reader that is gone says why in its status.
            try? writer.write(contentsOf: input)
            try? writer.close()
        }
        let identifier = process.processIdentifier
        let patience = DispatchWorkItem { kill(identifier, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds), execute: patience)
        let picture = try? drawn.fileHandleForReading.read(upToCount: longestPicture + 1)
        let isTooLong = (picture?.count ?? 0) > longestPicture
        if isTooLong { process.terminate() }
        process.waitUntilExit()
        patience.cancel()
        if isTooLong {
            throw .cannotRun("error: the picture has more than 64 MiB; \(smaller)")
        }
        if process.terminationReason == .uncaughtSignal {
            throw .cannotRun(
                "error: `dot` was stopped, as it is after \(seconds) seconds; \(smaller)"
            )
        }
        guard process.terminationStatus == 0, let picture, !picture.isEmpty else {
            throw .cannotRun(
                "error: `dot` drew nothing and ended with \(process.terminationStatus)"
            )
        }
        return picture
    }

    private static let smaller =
        "draw a smaller flow, or take --format dot and lay it out with another program"
}
