import Foundation
import Synchronization

/// A parleyd that can be killed and started again on the same store.
final class RunningDaemon: Sendable {
    private struct State {
        var process: Process?
        var address: String?
        var starts = 0
    }

    private let program: String
    private let arguments: [String]
    private let environment: [String: String]
    private let state = Mutex(State())

    init(program: String, arguments: [String], environment: [String: String]) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
    }

    /// `http://host:port`, of the process that runs now or ran last.
    var address: String { state.withLock { $0.address } ?? "http://127.0.0.1:9" }
    var starts: Int { state.withLock { $0.starts } }

    /// Starts it, and comes back once it listens.
    func start() async throws {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = environment
        process.standardOutput = output
        process.standardError = FileHandle.standardError
        try process.run()
        let address = try await Self.listening(output.fileHandleForReading)
        state.withLock { state in
            state.process = process
            state.address = "http://\(address)"
            state.starts += 1
        }
    }

    /// kill -9, and waits until it is gone.
    func kill() async {
        guard let process = state.withLock({ $0.process }) else { return }
        _ = Foundation.kill(process.processIdentifier, SIGKILL)
        await Self.end(of: process)
    }

    /// SIGTERM, and its exit status.
    func stop() async -> Int32 {
        guard let process = state.withLock({ $0.process }) else { return 0 }
        process.terminate()
        await Self.end(of: process)
        return process.terminationStatus
    }

    private static func end(of process: Process) async {
        while process.isRunning { try? await Task.sleep(for: .milliseconds(5)) }
    }

    private static func listening(_ output: FileHandle) async throws -> String {
        let mark = "listening on "
        return try await withCheckedThrowingContinuation { done in
            // A thread of its own: reading blocks until the daemon says something.
            Thread {
                var text = ""
                while true {
                    let data = output.availableData
                    guard !data.isEmpty else {
                        return done.resume(throwing: StormError.daemonEnded)
                    }
                    text += String(decoding: data, as: UTF8.self)
                    let lines = text.split(separator: "\n")
                    if let line = lines.first(where: { $0.hasPrefix(mark) }), text.last == "\n" {
                        return done.resume(returning: String(line.dropFirst(mark.count)))
                    }
                }
            }.start()
        }
    }
}

enum StormError: Error {
    case daemonEnded
    case unusableWorkspace(String)
}
