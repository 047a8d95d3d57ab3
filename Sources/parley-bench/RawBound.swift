import Foundation

/// The plain C program that does the same writes and cryptography, run as a process of its own.
struct RawBound {
    struct Answer: Decodable {
        let turnsPerSecond: Double
        let sqlite: String
        let openssl: String
    }

    let program: String
    let trace: String

    /// Writes the trace into `folder` for every run that follows.
    init(program: String, sizes: TurnSizes, in folder: String) throws {
        self.program = program
        trace = "\(folder)/trace.txt"
        try Data(sizes.trace.utf8).write(to: URL(fileURLWithPath: trace))
    }

    /// One run in a folder that must not hold a database yet.
    func run(in folder: String, turns: Int, batch: Int) throws -> Answer {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = [folder, String(turns), String(batch), trace]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BenchError("the raw bound failed with status \(process.terminationStatus)")
        }
        return try JSONDecoder().decode(Answer.self, from: answer)
    }
}
