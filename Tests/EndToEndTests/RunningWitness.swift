import Encryption
import Foundation
import RawHTTP
import TransparencyLog

/// `parleyd witness`, running.
final class RunningWitness {
    let port: Int
    let key: NoteKey
    private let process: Process
    private let folder: String

    struct NotStarted: Error {
        let status: Int32
        let errors: String
    }

    /// Starts a witness on a free port and waits until it listens; its files are in `folder`.
    init(in folder: String, name: String = "witness.example/w1", logs: [NoteKey]) throws {
        self.folder = folder
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true
        )
        process = Self.process(in: folder, name: name, logs: logs)
        let output = Pipe()
        process.standardOutput = output
        // A file and not a pipe: nobody would empty a pipe.
        let errors = "\(folder)/log"
        _ = FileManager.default.createFile(atPath: errors, contents: nil)
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
        var text = ""
        while text.split(separator: "\n", omittingEmptySubsequences: false).count < 3 {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else {
                process.waitUntilExit()
                throw NotStarted(
                    status: process.terminationStatus,
                    errors: (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
                )
            }
            text += String(decoding: more, as: UTF8.self)
        }
        let lines = text.split(separator: "\n")
        guard lines[0].hasPrefix("witness "), lines[1].hasPrefix("listening on 127.0.0.1:"),
            let port = Int(lines[1].split(separator: ":")[1])
        else { throw NotStarted(status: 0, errors: text) }
        key = try NoteKey(text: String(lines[0].dropFirst("witness ".count)))
        self.port = port
    }

    deinit { kill() }

    static func process(in folder: String, name: String, logs: [NoteKey]) -> Process {
        Programs.process(
            "parleyd",
            [
                "witness", "--store", "\(folder)/store", "--key-file", "\(folder)/key", "--name",
                name, "--listen", "127.0.0.1:0",
            ] + logs.flatMap { ["--log", $0.text] }
        )
    }

    /// What was logged so far.
    var log: String {
        (try? String(contentsOfFile: "\(folder)/log", encoding: .utf8)) ?? ""
    }

    /// Asks for a cosignature.
    func post(_ body: [UInt8]) -> RawAnswer? {
        RawRequest("POST", "/add-checkpoint", body: body).send(toPort: port)
    }

    /// Ends the process as a power cut would.
    func kill() {
        guard process.isRunning else { return }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Asks the process to stop, and gives its status.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }
}

extension Programs {
    /// A fresh folder, removed after `body`.
    static func withFolder<Value>(
        _ body: (String) async throws -> Value
    ) async throws -> Value {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("parley-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: path) }
        return try await body(path.path)
    }

    /// Runs `parleyd` to its end.
    static func parleyd(_ arguments: [String]) throws -> Output {
        try run(process("parleyd", arguments))
    }

    static func run(_ process: Process) throws -> Output {
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        let problems = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Output(
            status: process.terminationStatus,
            text: String(decoding: text, as: UTF8.self),
            errors: String(decoding: problems, as: UTF8.self)
        )
    }
}
