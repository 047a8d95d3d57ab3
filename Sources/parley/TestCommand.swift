import ArgumentParser
import CommandLineSupport
import ConversationRuntime
import FlowCompiler
import FlowProgram
import Simulator

struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Play transcripts, and compare what comes with what they say.",
        discussion: """
            A transcript is exhaustive: a message, a consent change or an ending that it does not \
            show fails it. --update writes what came and still fails, so that it is read before it \
            is kept.
            """
    )

    @Argument(help: "Transcripts, or folders of *.chat; default transcripts/ of the workspace.")
    var paths: [String] = []

    @OptionGroup var workspace: WorkspaceOption

    @Flag(name: .long, help: "Rewrite the transcripts that fail.")
    var update = false

    @Flag(name: .long, help: "One JSON object a transcript.")
    var json = false

    func run() async throws {
        try await ending {
            let (program, sources) = try workspace.program()
            let player = TranscriptPlayer(program: program, sources: sources)
            let files = TranscriptFile.find(
                paths.isEmpty ? ["\(workspace.workspace)/transcripts"] : paths
            )
            guard !files.isEmpty else {
                throw Failure.cannotRun("there is no transcript (*.chat) to play")
            }
            var failed = 0
            for file in files {
                let verdict = try await verdict(on: file, player)
                if verdict != .holds { failed += 1 }
                let lines = json ? [Self.json(file, verdict)] : Self.text(file, verdict)
                for line in lines { Output.line(line) }
            }
            if !json { Output.line("\(files.count - failed) passed, \(failed) failed") }
            if failed > 0 { throw ExitCode(1) }
        }
    }

    /// What became of one transcript.
    private enum Verdict: Equatable {
        case holds
        case differs([TranscriptPlayer.Mismatch], isRewritten: Bool)
        case unreadable(TranscriptError)
    }

    private func verdict(
        on file: String,
        _ player: TranscriptPlayer
    ) async throws -> Verdict {
        do {
            let transcript = try Transcript(parsing: try TranscriptFile.read(file))
            let outcome = try await player.play(transcript)
            guard !outcome.mismatches.isEmpty else { return .holds }
            if update { try TranscriptFile.write(outcome.text, to: file, replacing: true) }
            return .differs(outcome.mismatches, isRewritten: update)
        } catch let error as TranscriptError {
            return .unreadable(error)
        } catch let error as TranscriptFile.Failure {
            throw Failure.cannotRun(error.sentence)
        }
    }

    private static func text(_ file: String, _ verdict: Verdict) -> [String] {
        let paint = Paint()
        switch verdict {
        case .holds: return ["\(paint("ok", .green))   \(file)"]
        case .unreadable(let error):
            return ["\(file):\(error.line): \(paint("error", .red)): \(error.sentence)"]
        case .differs(let mismatches, let isRewritten):
            let details = mismatches.flatMap { mismatch in
                ["  \(file):\(mismatch.line):"]
                    + mismatch.difference.map { "    \(painted($0, paint))" }
            }
            return ["\(paint("fail", .red)) \(file)"] + details
                + (isRewritten ? ["  rewritten; read it before you keep it"] : [])
        }
    }

    private static func json(_ file: String, _ verdict: Verdict) -> String {
        var fields = ["\"file\": \(JSONText.quoted(file))", "\"passed\": \(verdict == .holds)"]
        switch verdict {
        case .holds: break
        case .unreadable(let error):
            fields.append("\"line\": \(error.line)")
            fields.append("\"error\": \(JSONText.quoted(error.sentence))")
        case .differs(let mismatches, _):
            let items = mismatches.map { mismatch in
                "{\"line\": \(mismatch.line), \"expected\": \(list(mismatch.expected)), "
                    + "\"actual\": \(list(mismatch.actual))}"
            }
            fields.append("\"mismatches\": [\(items.joined(separator: ", "))]")
        }
        return "{\(fields.joined(separator: ", "))}"
    }

    private static func list(_ lines: [String]) -> String {
        "[\(lines.map(JSONText.quoted).joined(separator: ", "))]"
    }

    private static func painted(_ line: String, _ paint: Paint) -> String {
        if line.hasPrefix("- ") { return paint(line, .red) }
        return line.hasPrefix("+ ") ? paint(line, .green) : line
    }
}
