import FlowProgram
import Simulator
import Testing

struct MutantListTests {
    /// A flow with everything that can be broken.
    static let everything = """
        slots:
          n: { type: number }
        steps:
          ask:
            say: { en: Where to? }
            choose:
              left: { label: { en: Left }, then: left }
              right: { label: { en: Right }, then: right }
            match: { "#[0-9]+": left }
            unclear: { times: 1, then: gone }
            after: { 1 hour: gone }
          left: { say: { en: How many? }, ask: n, then: size }
          size:
            when:
              n > 10: big
            then: small
          big: { say: { en: Big. }, end: big }
          small: { say: { en: Small. }, end: small }
          right:
            request: newsletter
            say: { en: News? }
            choose:
              no: { label: { en: Rather not }, decline: newsletter, then: news }
              later: { label: { en: Later }, then: pause }
          news: { say: { en: The news. }, for: newsletter, end: news }
          pause: { wait: 2 hours, then: drawn }
          drawn: { random: [big, small, big] }
          gone: { end: gone }
        """

    private func changes(_ main: String, _ kind: Mutant.Kind) throws -> [String] {
        let workspace = try PlayedWorkspace(main)
        return MutantList.mutants(of: workspace.program, seed: 1).filter { $0.kind == kind }
            .map(\.change)
    }

    @Test(
        arguments: [
            (
                Mutant.Kind.removedEdge,
                [
                    "removing the choice left of ask", "removing the choice right of ask",
                    "removing the pattern \"#[0-9]+\" of ask", "removing the edge unclear of ask",
                    "removing the edge answer of left", "removing the choice no of right",
                    "removing the choice later of right", "removing the edge random 1 of drawn",
                    "removing the edge random 2 of drawn",
                ]
            ),
            (
                .swappedChoices,
                [
                    "swapping where left and right of ask lead",
                    "swapping where no and later of right lead",
                ]
            ),
            (
                .droppedTimer,
                ["dropping `after 1 hour` of ask", "leaving out `wait 2 hours` of pause"]
            ),
            (
                .changedGuard,
                [
                    "letting `when 1` of size always hold", "letting `when 1` of size never hold",
                    "negating `when 1` of size",
                ]
            ),
            (
                .droppedAct,
                ["dropping `request` of right", "dropping `decline` of no of right"]
            ),
            (.droppedPurpose, ["dropping `for: newsletter` of news"]),
            (
                .changedPatience,
                [
                    "answering 0 unclear replies at ask instead of 1",
                    "answering 2 unclear replies at ask instead of 1",
                ]
            ),
        ]
    )
    func `each defect is made once`(_ kind: Mutant.Kind, _ expected: [String]) throws {
        #expect(try changes(Self.everything, kind) == expected)
    }

    @Test func `every way on that is no choice and no pattern is sent elsewhere once`() throws {
        let changes = try changes(Self.everything, .redirected)
        let starts = [
            "sending unclear of ask to ", "sending after 1 hour of ask to ",
            "sending answer of left to ", "sending when 1 of size to ",
            "sending otherwise of size to ", "sending wait 2 hours of pause to ",
            "sending random 1 of drawn to ", "sending random 2 of drawn to ",
        ]
        #expect(changes.count == starts.count)
        for (change, start) in zip(changes, starts) {
            #expect(change.hasPrefix(start), "\(change)")
        }
        #expect(changes[0].hasSuffix(" instead of gone"))
    }

    @Test(arguments: 1...UInt64(20))
    func `a mutant is another program in one step and nowhere else`(_ seed: UInt64) throws {
        let program = try PlayedWorkspace(Self.everything).program
        let mutants = MutantList.mutants(of: program, seed: seed)
        #expect(mutants.count == 29)
        for mutant in mutants {
            let defective = mutant.program(from: program)
            #expect(defective.flows.count == program.flows.count)
            for (flow, changed) in zip(program.flows, defective.flows) {
                #expect(changed.steps.count == flow.steps.count)
                for (place, step) in changed.steps.enumerated() {
                    let isMutated =
                        flow.name == program[mutant.flow].name
                        && place == mutant.place.value
                    #expect((step != flow.steps[place]) == isMutated, "\(mutant.change)")
                }
            }
        }
        #expect(Set(mutants.map(\.change)).count == mutants.count)
    }

    // What could not be noticed by construction is not made.

    @Test func `choices that lead to the same place are not swapped`() throws {
        let main = """
            steps:
              ask:
                say: { en: Where to? }
                choose:
                  left: { label: { en: Left }, then: there }
                  right: { label: { en: Right }, then: on }
                  up: { label: { en: Up }, end: there }
              on: { then: there }
              there: { end: there }
            """
        #expect(try changes(main, .swappedChoices) == [])
        // There is nowhere else to send it than back to the question.
        #expect(
            try changes(main, .redirected) == ["sending then of on to ask instead of there"]
        )
    }

    @Test func `a condition that decides nothing is not changed`() throws {
        let main = """
            slots:
              n: { type: number }
            steps:
              ask: { say: { en: How many? }, ask: n, then: size }
              size:
                when:
                  n > 10: there
                  n > 5: on
                then: there
              on: { then: there }
              there: { end: there }
            """
        #expect(try changes(main, .changedGuard) == [])
    }

    @Test func `a choice that leads back to its question is not removed`() throws {
        let main = """
            steps:
              ask:
                say: { en: Again? }
                choose:
                  again: { label: { en: Again }, then: ask }
                  enough: { label: { en: Enough }, end: enough }
            """
        #expect(try changes(main, .removedEdge) == ["removing the choice enough of ask"])
    }

    // MARK: Drawing

    @Test func `the same seed makes the same mutants`() throws {
        let program = try PlayedWorkspace(Self.everything).program
        func changes(_ seed: UInt64) -> [String] {
            MutantList.mutants(of: program, seed: seed).map(\.change)
        }
        #expect(changes(1) == changes(1))
        #expect((2...9).contains { changes($0) != changes(1) })
    }

    @Test func `a sample keeps the order`() throws {
        let program = try PlayedWorkspace(Self.everything).program
        let mutants = MutantList.mutants(of: program, seed: 1)
        let all = mutants.map(\.change)
        let some = MutantList.sample(mutants, 5, seed: 1).map(\.change)
        #expect(some.count == 5)
        #expect(some == all.filter { some.contains($0) })
        #expect(some == MutantList.sample(mutants, 5, seed: 1).map(\.change))
        #expect(MutantList.sample(mutants, 1000, seed: 1).map(\.change) == all)
    }
}
