package import FlowCompiler
package import FlowProgram

/// Plays transcripts against mutants, to see which of them somebody would notice.
package struct MutationRun: Sendable {
    /// A transcript that holds, and what it goes through.
    package struct Play: Sendable {
        package let transcript: Transcript
        package let coverage: Coverage

        /// A refused turn leaves no trace of the steps it went through.
        fileprivate let isRefused: Bool

        package init(_ transcript: Transcript, _ coverage: Coverage) {
            self.transcript = transcript
            self.coverage = coverage
            isRefused = transcript.entries.contains { entry in
                entry.expected.contains { $0.hasPrefix(ChatLine.refusalMark) }
            }
        }
    }

    package struct Result: Sendable {
        package let killed: [Mutant]
        /// In the order they were given.
        package let survivors: [Survivor]

        package var total: Int { killed.count + survivors.count }
        /// Rounded down; of no mutants, all are killed.
        package var percent: Int { total == 0 ? 100 : killed.count * 100 / total }
    }

    package struct Survivor: Sendable {
        package let mutant: Mutant
        package let path: String
        /// Of the step, from 1.
        package let line: Int
        package let sentence: String
    }

    private let program: Program
    private let sources: WorkspaceSources
    private let plays: [Play]

    package init(program: Program, sources: WorkspaceSources, plays: [Play]) {
        self.program = program
        self.sources = sources
        self.plays = plays
    }

    /// Tries every mutant, `width` at a time, and says after each how many are done.
    package func run(
        _ mutants: [Mutant],
        width: Int,
        progress: (Int) -> Void
    ) async -> Result {
        precondition(width > 0, "somebody has to try the mutants")
        var isKilled = [Bool](repeating: false, count: mutants.count)
        await withTaskGroup(of: (place: Int, isKilled: Bool).self) { group in
            var done = 0
            for (place, mutant) in mutants.enumerated() {
                if place >= width, let ended = await group.next() {
                    isKilled[ended.place] = ended.isKilled
                    done += 1
                    progress(done)
                }
                group.addTask { (place, await self.kills(mutant)) }
            }
            for await ended in group {
                isKilled[ended.place] = ended.isKilled
                done += 1
                progress(done)
            }
        }
        let verdicts = zip(mutants, isKilled)
        return Result(
            killed: verdicts.filter(\.1).map(\.0),
            survivors: verdicts.filter { !$0.1 }.map { survivor($0.0) }
        )
    }

    /// Whether a transcript fails; those that cannot, because they never come to the step, are not
    /// played.
    private func kills(_ mutant: Mutant) async -> Bool {
        let near = plays.filter { mayNotice(mutant, $0) }
        // Whoever goes the changed way is the likeliest to notice.
        let order =
            near.filter { $0.coverage.contains(mutant.point) }
            + near.filter { !$0.coverage.contains(mutant.point) }
        let player = TranscriptPlayer(program: mutant.program(from: program), sources: sources)
        for play in order {
            do {
                guard try await player.holds(play.transcript) else { return true }
            } catch {
                // What cannot even be played has been noticed.
                return true
            }
        }
        return false
    }

    private func mayNotice(_ mutant: Mutant, _ play: Play) -> Bool {
        if play.isRefused || play.coverage.reaches(mutant.place, of: mutant.flow) { return true }
        // The engine runs the stop flow on trial when a STOP is only probable.
        return mutant.flow == program.commands.stop
            && play.coverage.reaches(Flow.entry, of: mutant.flow)
    }

    private func survivor(_ mutant: Mutant) -> Survivor {
        let flow = program[mutant.flow]
        let isReached = plays.contains { $0.coverage.reaches(mutant.place, of: mutant.flow) }
        return Survivor(
            mutant: mutant,
            path: flow.path,
            line: flow[step: mutant.place].line,
            sentence: "\(mutant.change) changes no transcript"
                + (isReached ? "" : ": none comes there")
        )
    }
}
