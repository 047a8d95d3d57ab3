import Foundation

/// `parleyd simulate-provider whatsapp`, with a test as its contact.
final class Telephone {
    private let process: Process
    private let typed = Pipe()
    private let output = Pipe()
    private var shown = ""

    init(in folder: String, port: Int, daemon: Int) throws {
        process = Programs.process(
            "parleyd",
            [
                "simulate-provider", "whatsapp", "--listen", "127.0.0.1:\(port)", "--daemon",
                "http://127.0.0.1:\(daemon)",
            ]
        )
        process.environment = RunningDaemon.process(in: folder).environment
        process.standardInput = typed
        process.standardOutput = output
        try process.run()
        // It says so once it listens.
        while !shown.contains("/quit ends it"), read() { continue }
    }

    deinit {
        if process.isRunning { process.terminate() }
    }

    func type(_ line: String) {
        typed.fileHandleForWriting.write(Data("\(line)\n".utf8))
    }

    /// The first lines of the messages that arrived, once there are so many, or no more come.
    func arrivals(_ count: Int) -> [String] {
        while arrived.count < count, read() { continue }
        return arrived
    }

    /// Ends it; every message that arrived.
    func hangUp() -> [String] {
        type("/quit")
        while read() { continue }
        process.waitUntilExit()
        return arrived
    }

    private var arrived: [String] {
        shown.split(separator: "\n").filter { $0.hasPrefix("< ") }.map(String.init)
    }

    private func read() -> Bool {
        let more = output.fileHandleForReading.availableData
        shown += String(decoding: more, as: UTF8.self)
        return !more.isEmpty
    }
}
