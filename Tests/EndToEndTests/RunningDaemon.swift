import Channels
import Clocks
import ConversationRuntime
import Foundation
import ProviderHTTP
import ProviderSimulator
import RawHTTP
import Synchronization
import Testing

/// `parleyd serve` on a workspace, with a simulated WhatsApp behind it.
final class RunningDaemon {
    static let secret = "test-secret"
    let port: Int
    private let process: Process
    private let folder: String

    struct NotStarted: Error {
        let status: Int32
        let errors: String
    }

    /// Starts a daemon on a free port and waits until it listens; its files are in `folder`.
    init(in folder: String, workspace: String = ".", api: String = "http://127.0.0.1:9") throws {
        self.folder = folder
        process = Self.process(in: folder, workspace: workspace, api: api)
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
        guard let line = text.split(separator: "\n").first,
            line.hasPrefix("listening on 127.0.0.1:"),
            let port = Int(line.split(separator: ":")[1])
        else { throw NotStarted(status: 0, errors: text) }
        self.port = port
    }

    deinit { kill() }

    static func process(
        in folder: String,
        workspace: String = ".",
        api: String = "http://127.0.0.1:9",
        secrets: [String] = ["APP_SECRET", "ACCESS_TOKEN", "VERIFY_TOKEN"]
    ) -> Process {
        let process = Programs.process(
            "parleyd",
            [
                "serve", "--workspace", workspace, "--store", "\(folder)/store", "--listen",
                "127.0.0.1:0",
            ]
        )
        var environment = ProcessInfo.processInfo.environment
        for name in secrets { environment["PARLEY_WHATSAPP_\(name)"] = secret }
        environment["PARLEY_WHATSAPP_API"] = api
        process.environment = environment
        return process
    }

    /// What was logged so far.
    var log: String {
        (try? String(contentsOfFile: "\(folder)/log", encoding: .utf8)) ?? ""
    }

    /// What WhatsApp would send when a contact writes.
    static func webhook(
        _ text: String,
        id: String,
        from contact: String = "491700000001"
    ) throws -> WebhookRequest {
        let provider = try #require(
            SimulatedWhatsApp(
                settings: ChannelSettings(
                    name: "whatsapp",
                    sender: "100000000000001",
                    secrets: ChannelSecrets(["app-secret": [secret], "access-token": [secret]])
                )
            )
        )
        return provider.webhook(
            for: .text(text),
            of: contact,
            id: id,
            at: Timestamp(milliseconds: 1_793_520_000_000)
        )
    }

    /// Posts a webhook with its fields, or with others.
    func post(
        _ webhook: WebhookRequest,
        to path: String = "/webhooks/whatsapp",
        signature: String? = nil
    ) -> RawAnswer? {
        var head = "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
        for (name, value) in webhook.headers.pairs {
            let isSignature = name == "x-hub-signature-256"
            head += "\(name): \(isSignature ? signature ?? value : value)\r\n"
        }
        head += "Content-Length: \(webhook.body.count)\r\n\r\n"
        return answer(to: [UInt8](head.utf8) + webhook.body)
    }

    func get(_ path: String) -> RawAnswer? {
        RawRequest("GET", path).send(toPort: port)
    }

    /// What raw bytes are answered with.
    func answer(to bytes: [UInt8], withinMilliseconds limit: Int = 30_000) -> RawAnswer? {
        guard let connection = try? RawConnection(port: port) else { return nil }
        connection.send(bytes)
        return connection.receiveToEnd(withinMilliseconds: limit).flatMap { RawAnswer($0) }
    }

    func signal(_ number: Int32) {
        Foundation.kill(process.processIdentifier, number)
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
