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
            is kept. --coverage says what no transcript goes through, --mutate which defects in \
            the flows no transcript would notice; what a transcript that fails goes through does \
            not count.
            """
    )

    @Argument(help: "Transcripts, or folders of *.chat; default transcripts/ of the workspace.")
    var paths: [String] = []

    @OptionGroup var workspace: WorkspaceOption

    @Flag(name: .long, help: "Rewrite the transcripts that fail.")
    var update = false

    @Flag(
        name: .long,
        help: "One JSON object a transcript, a flow covered, a mutant that survives."
    )
    var json = false

    @Flag(
        name: .long,
        help: "Write a suite that goes along every way of the flows, timers included."
    )
    var generate = false

    @Option(name: .long, help: "Write what became of each transcript as JUnit XML.")
    var junit: String?

    @Flag(name: .long, help: "Say which steps, edges, timers and texts no transcript goes through.")
    var coverage = false

    @Option(name: .long, help: "Write the coverage for tools that read lcov.")
    var coverageLcov: String?

    @Option(name: .long, help: "Write the coverage as a page to look at.")
    var coveragePage: String?

    @Option(name: .long, help: "Fail when less than this percentage of the edges is covered.")
    var coverageMinimum: Int?

    @Flag(
        name: .long,
        help: "Put defects into the flows, one at a time, and say which go unnoticed."
    )
    var mutate = false

    @Option(name: .long, help: "With --mutate: only the defects of this flow.")
    var flow: String?

    @Option(name: .long, help: "With --mutate: only so many defects, drawn with the seed.")
    var limit: Int?

    @Option(name: .long, help: "With --mutate: what the drawn defects depend on.")
    var seed: UInt64 = 1

    func validate() throws {
        if let coverageMinimum, !(0...100).contains(coverageMinimum) {
            throw ValidationError("--coverage-minimum is a percentage, from 0 to 100")
        }
        if let limit, limit < 1 { throw ValidationError("--limit is 1 or more") }
        if !mutate, flow != nil || limit != nil {
            throw ValidationError("--flow and --limit go with --mutate")
        }
    }

    func run() async throws {
        try await ending {
            let (program, sources) = try workspace.program()
            guard !generate else { return try await generate(program, sources) }
            let player = TranscriptPlayer(program: program, sources: sources)
            let files = TranscriptFile.find(
                paths.isEmpty ? ["\(workspace.workspace)/transcripts"] : paths
            )
            guard !files.isEmpty else {
                throw Failure.cannotRun("there is no transcript (*.chat) to play")
            }
            var verdicts: [TestVerdict] = []
            for file in files {
                let verdict = try await verdict(on: file, player)
                verdicts.append(verdict)
                for line in json ? [verdict.json] : verdict.text { Output.line(line) }
            }
            let failed = verdicts.count { $0.outcome != .holds }
            if !json { Output.line("\(files.count - failed) passed, \(failed) failed") }
            if let junit { try write(JUnitReport(verdicts.map(\.junit)).xml, to: junit) }
            let isSound = try await examine(verdicts, program, sources, isWhole: failed == 0)
            if failed > 0 || !isSound { throw ExitCode(1) }
        }
    }

    /// Says what was asked about the transcripts themselves, and whether it is good enough.
    private func examine(
        _ verdicts: [TestVerdict],
        _ program: Program,
        _ sources: WorkspaceSources,
        isWhole: Bool
    ) async throws -> Bool {
        guard needsCoverage else { return true }
        let plays = verdicts.compactMap(\.play)
        var covered = Coverage()
        for play in plays { covered.add(play.coverage) }
        let report = CoverageReport(covered, of: program)
        let isCovered = try show(report, sources, transcripts: plays.count)
        guard mutate else { return isCovered }
        guard isWhole else {
            Output.flush()
            Output.error("error: --mutate needs transcripts that hold; mend those that fail first")
            return false
        }
        return try await mutate(program, sources, plays) && isCovered
    }

    private func verdict(
        on file: String,
        _ player: TranscriptPlayer
    ) async throws -> TestVerdict {
        let clock = ContinuousClock()
        let start = clock.now
        var play: MutationRun.Play?
        let outcome: TestVerdict.Outcome
        do {
            let transcript = try Transcript(parsing: try TranscriptFile.read(file))
            let played: TranscriptPlayer.Outcome
            if needsCoverage {
                let traced = try await player.trace(transcript)
                played = traced.outcome
                if played.mismatches.isEmpty {
                    play = MutationRun.Play(transcript, traced.coverage)
                }
            } else {
                played = try await player.play(transcript)
            }
            if played.mismatches.isEmpty {
                outcome = .holds
            } else {
                if update { try TranscriptFile.write(played.text, to: file, replacing: true) }
                outcome = .differs(played.mismatches, isRewritten: update)
            }
        } catch let error as TranscriptError {
            outcome = .unreadable(error)
        } catch let error as TranscriptFile.Failure {
            throw Failure.cannotRun(error.sentence)
        }
        return TestVerdict(
            file: file,
            outcome: outcome,
            duration: clock.now - start,
            play: play
        )
    }
}
