import ArgumentParser
import ConversationRuntime
import FlowCompiler
import FlowProgram
import LineEditing
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
            for file in files where try await !passes(file, player) { failed += 1 }
            Output.line("\(files.count - failed) passed, \(failed) failed")
            if failed > 0 { throw ExitCode(1) }
        }
    }

    private func passes(_ file: String, _ player: TranscriptPlayer) async throws -> Bool {
        let paint = Paint()
        let transcript: Transcript
        do {
            transcript = try Transcript(parsing: try TranscriptFile.read(file))
        } catch let error as TranscriptError {
            Output.line("\(file):\(error.line): \(paint("error", .red)): \(error.sentence)")
            return false
        } catch let error as TranscriptFile.Failure {
            throw Failure.cannotRun(error.sentence)
        }
        let outcome = try await player.play(transcript)
        guard !outcome.mismatches.isEmpty else {
            Output.line("\(paint("ok", .green))   \(file)")
            return true
        }
        Output.line("\(paint("fail", .red)) \(file)")
        for mismatch in outcome.mismatches {
            Output.line("  \(file):\(mismatch.line):")
            for line in mismatch.difference { Output.line("    \(Self.painted(line, paint))") }
        }
        if update {
            do {
                try TranscriptFile.write(outcome.text, to: file)
            } catch {
                throw Failure.cannotRun("\(error)")
            }
            Output.line("  rewritten; read it before you keep it")
        }
        return false
    }

    private static func painted(_ line: String, _ paint: Paint) -> String {
        if line.hasPrefix("- ") { return paint(line, .red) }
        return line.hasPrefix("+ ") ? paint(line, .green) : line
    }
}
