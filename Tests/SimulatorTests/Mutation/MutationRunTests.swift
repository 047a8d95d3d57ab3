import FlowProgram
import Simulator
import Testing

/// A defect is noticed by a transcript that goes there, and by no other.
struct MutationRunTests {
    struct Defect: Sendable, CustomTestStringConvertible {
        /// What the mutant's change begins with.
        let change: String
        let noticed: String
        let unnoticed: String

        var testDescription: String { change }
    }

    static let defects = [
        Defect(
            change: "removing the choice left of ask",
            noticed: "> hello\ntap left",
            unnoticed: "> hello\ntap right"
        ),
        Defect(
            change: "removing the pattern \"#[0-9]+\" of ask",
            noticed: "> hello\n> #7",
            unnoticed: "> hello\ntap left"
        ),
        Defect(
            change: "removing the edge unclear of ask",
            noticed: "> hello\n> what\n> what",
            unnoticed: "> hello\n> what"
        ),
        Defect(
            change: "removing the edge answer of left",
            noticed: "> hello\ntap left\n> 20",
            unnoticed: "> hello\ntap left"
        ),
        Defect(
            change: "swapping where left and right of ask lead",
            noticed: "> hello\ntap right",
            unnoticed: "> hello\nwait 2 hours"
        ),
        Defect(
            change: "dropping `after 1 hour` of ask",
            noticed: "> hello\nwait 2 hours",
            unnoticed: "> hello\nwait 30 minutes\ntap left\n> 20"
        ),
        Defect(
            change: "leaving out `wait 2 hours` of pause",
            noticed: "> hello\ntap right\ntap later\nwait 3 hours",
            unnoticed: "> hello\ntap right\ntap no"
        ),
        Defect(
            change: "letting `when 1` of size always hold",
            noticed: "> hello\ntap left\n> 5",
            // It goes there, and cannot tell.
            unnoticed: "> hello\ntap left\n> 20"
        ),
        Defect(
            change: "letting `when 1` of size never hold",
            noticed: "> hello\ntap left\n> 20",
            unnoticed: "> hello\ntap left\n> 5"
        ),
        Defect(
            change: "negating `when 1` of size",
            noticed: "> hello\ntap left\n> 20",
            unnoticed: "> hello\ntap right"
        ),
        Defect(
            change: "dropping `request` of right",
            noticed: "> hello\ntap right",
            unnoticed: "> hello\ntap left"
        ),
        Defect(
            change: "dropping `decline` of no of right",
            noticed: "> hello\ntap right\ntap no",
            unnoticed: "> hello\ntap right\ntap later"
        ),
        Defect(
            // Without consent it is withheld, unless nobody knows any more what it is for.
            change: "dropping `for: newsletter` of news",
            noticed: "> hello\ntap right\ntap no",
            unnoticed: "> hello\ntap right\ntap later"
        ),
        Defect(
            change: "answering 0 unclear replies at ask",
            noticed: "> hello\n> what",
            unnoticed: "> hello\ntap left"
        ),
        Defect(
            change: "answering 2 unclear replies at ask",
            noticed: "> hello\n> what\n> what",
            unnoticed: "> hello\n> what"
        ),
        Defect(
            change: "sending answer of left to ",
            // Wherever it leads instead, one of the two comes out wrong.
            noticed: "> hello\ntap left\n> 20\n> hello\ntap left\n> 5",
            unnoticed: "> hello\ntap right"
        ),
        Defect(
            change: "sending after 1 hour of ask to ",
            noticed: "> hello\nwait 2 hours",
            unnoticed: "> hello\ntap left"
        ),
    ]

    private func mutants(_ workspace: PlayedWorkspace) -> [Mutant] {
        MutantList.mutants(of: workspace.program, seed: 1)
    }

    private func run(
        _ workspace: PlayedWorkspace,
        _ mutants: [Mutant],
        _ plays: [MutationRun.Play]
    ) async -> MutationRun.Result {
        let run = MutationRun(
            program: workspace.program,
            sources: workspace.sources,
            plays: plays
        )
        return await run.run(mutants, width: 2) { _ in }
    }

    @Test(arguments: defects)
    func `a defect is noticed where it shows`(_ defect: Defect) async throws {
        let workspace = try PlayedWorkspace(MutantListTests.everything)
        let mutant = mutants(workspace).filter { $0.change.hasPrefix(defect.change) }
        #expect(mutant.count == 1)
        let near = try await workspace.play(defect.noticed)
        let far = try await workspace.play(defect.unnoticed)
        #expect(await run(workspace, mutant, [near]).killed.count == 1)
        #expect(await run(workspace, mutant, [far]).survivors.count == 1)
        #expect(await run(workspace, mutant, [far, near]).killed.count == 1)
    }

    @Test func `every kind of defect is among those tried here`() throws {
        let workspace = try PlayedWorkspace(MutantListTests.everything)
        let tried = mutants(workspace).filter { mutant in
            Self.defects.contains { mutant.change.hasPrefix($0.change) }
        }
        #expect(Set(tried.map(\.kind)) == Set(Mutant.Kind.allCases))
    }

    @Test func `a survivor says where it is, and whether anybody comes there`() async throws {
        let workspace = try PlayedWorkspace(MutantListTests.everything)
        let play = try await workspace.play("> hello\ntap left\n> 20")
        let result = await run(workspace, mutants(workspace), [play])
        #expect(result.total == 29)
        let lines = result.survivors.map { "\($0.path):\($0.line): \($0.sentence)" }
        let there = "letting `when 1` of size always hold changes no transcript"
        #expect(lines.contains("flows/main.yaml:14: \(there)"))
        let elsewhere = "dropping `request` of right changes no transcript: none comes there"
        #expect(lines.contains("flows/main.yaml:20: \(elsewhere)"))
        #expect(result.percent == result.killed.count * 100 / 29)
    }

    @Test func `without transcripts everything survives`() async throws {
        let workspace = try PlayedWorkspace(MutantListTests.everything)
        let result = await run(workspace, mutants(workspace), [])
        #expect(result.killed.isEmpty)
        #expect(result.percent == 0)
        #expect(await run(workspace, [], []).percent == 100)
    }

    @Test func `a transcript of a refused turn notices what that turn went through`() async throws {
        let workspace = try PlayedWorkspace(
            """
            slots:
              n: { type: number }
            steps:
              ask: { say: { en: How many? }, ask: n, then: on }
              on: { then: square }
              square: { set: { n: n * n }, then: shown }
              shown: { say: { en: "{n}" }, end: done }
            """
        )
        let play = try await workspace.play("> hello\n> 999999999999")
        let mutant = mutants(workspace).filter { $0.change.hasPrefix("sending then of on") }
        #expect(mutant.count == 1)
        #expect(await run(workspace, mutant, [play]).killed.count == 1)
    }

    @Test(.timeLimit(.minutes(2)))
    func `a defect that never ends is noticed all the same`() async throws {
        let workspace = try PlayedWorkspace(
            """
            steps:
              tick: { wait: 1 hour, then: tock }
              tock:
                when:
                  consent(orders) == "given": done
                then: tick
              done: { end: done }
            """
        )
        let play = try await workspace.play("> hello\nwait 2 days")
        // Wherever an edge can lead instead, one seed sends it there.
        var mutants: [Mutant] = []
        for mutant in (1...UInt64(10)).flatMap({
            MutantList.mutants(of: workspace.program, seed: $0)
        }) where !mutants.contains(where: { $0.change == mutant.change }) {
            mutants.append(mutant)
        }
        let result = await run(workspace, mutants, [play])
        #expect(result.total == mutants.count)
        let killed = Set(result.killed.map(\.change))
        // Round and round in the first turn, and in that of a deadline, which stays due.
        #expect(killed.contains("leaving out `wait 1 hour` of tick"))
        #expect(killed.contains("sending otherwise of tock to tock instead of tick"))
    }

    @Test func `progress counts every mutant once`() async throws {
        let workspace = try PlayedWorkspace(MutantListTests.everything)
        let play = try await workspace.play("> hello\ntap left\n> 20")
        var told: [Int] = []
        _ = await MutationRun(
            program: workspace.program,
            sources: workspace.sources,
            plays: [play]
        ).run(mutants(workspace), width: 3) { told.append($0) }
        #expect(told == Array(1...29))
    }
}
