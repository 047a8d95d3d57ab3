import CommandLineSupport
import FlowCompiler
import FlowProgram
import Foundation
import ModelChecker
import Simulator

// A suite that goes along every way of the flows.
extension TestCommand {
    /// Writes the suite, in place of the one that was generated before.
    func generate(_ program: Program, _ sources: WorkspaceSources) async throws {
        let folder = "\(workspace.workspace)/transcripts/generated"
        let tours = TourGuide(program: program).tours()
        let player = TourPlayer(program: program, sources: sources)
        try empty(folder)
        var numbers: [String: Int] = [:]
        for tour in tours {
            let flow = tour.ways.last?.flow ?? "tour"
            let number = numbers[flow, default: 0] + 1
            numbers[flow] = number
            let digits = number < 10 ? "0\(number)" : "\(number)"
            try write(
                try await player.transcript(of: tour),
                to: "\(folder)/\(flow)-\(digits).chat"
            )
        }
        let ways = tours.reduce(0) { $0 + $1.ways.count }
        Output.line(
            "\(tours.count) transcripts in `\(folder)` go along \(ways) ways; read them before you "
                + "keep them: they say what the flows do, not what they should"
        )
    }

    /// Takes away what was generated before, and nothing else.
    private func empty(_ folder: String) throws {
        let files = FileManager.default
        do {
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for name in try files.contentsOfDirectory(atPath: folder) where name.hasSuffix(".chat")
            {
                let path = "\(folder)/\(name)"
                guard try TranscriptFile.read(path).hasPrefix(TourPlayer.mark) else {
                    throw Failure.cannotRun(
                        "`\(path)` was not generated; put it elsewhere, its place is rewritten"
                    )
                }
                try files.removeItem(atPath: path)
            }
        } catch let failure as Failure {
            throw failure
        } catch let failure as TranscriptFile.Failure {
            throw Failure.cannotRun(failure.sentence)
        } catch {
            throw Failure.cannotRun("`\(folder)` cannot be written")
        }
    }
}
