import Consent
import FlowCompiler
import FlowProgram
import Testing

/// Rights a contact exercises at a step, and erasure only by their own choice.
@Suite struct RightsCheckTests {
    private func program(_ files: [String: String]) throws -> Program {
        try #require(WorkspaceCompiler.compile(CheckFixture(files).sources).program)
    }

    /// A flow that asks and then erases, with something more beside the choices.
    private func erasing(_ way: String = "", command: String = "") -> String {
        """
        \(command)
        steps:
          ask:
            say: { en: A, de: B }
            choose: { agree: erase, decline: keep }
            \(way)
          erase: { exercise: erasure, say: { en: C, de: D }, end: erased }
          keep: { end: kept }
        """
    }

    @Test func `a right comes after acts and before what is said`() throws {
        let program = try program([
            "flows/main.yaml": """
            flow: main
            slots: { n: { type: number, keep: 1 day } }
            steps:
              one:
                set: { n: 1 }
                request: newsletter
                exercise: access
                notice: privacy
                say: { en: A, de: B }
                end: done
            """
        ])
        let main = program[try #require(program.flow(named: "main"))]
        let entry = main.steps[0].entry
        #expect(entry.count == 5)
        #expect(entry[2] == .exercise(.access))
        #expect(!entry[2].speaks)
        #expect(main.steps[0].question == 4)
    }

    @Test(arguments: ["erasure", "access", "receipt", "restriction", "objection"])
    func `the rights a flow can exercise`(right: String) {
        #expect(
            findings(
                flow: """
                    steps:
                      one: { say: { en: A, de: B }, choose: { agree: two, decline: three } }
                      two: { exercise: \(right), end: done }
                      three: { end: done }
                    """
            ) == []
        )
    }

    @Test func `another word is no right, and the nearest is named`() {
        func flow(_ right: String) -> [String: String] {
            [
                "flows/main.yaml":
                    "flow: main\nsteps: { a: { exercise: 1️⃣\(right), end: done } }\n"
            ]
        }
        #expect(findings(flow("erasing")) == ["1️⃣ unknown-right"])
        #expect(
            sentences(flow("erasre")) == ["unknown right `erasre` — did you mean `erasure`?"]
        )
        #expect(findings(flow("rectification")) == ["1️⃣ unknown-right"])
        #expect(
            sentences(flow("rectification")) == [
                "unknown right `rectification` — a contact can exercise `erasure`, `access`, "
                    + "`receipt`, `restriction` or `objection` here"
            ]
        )
    }

    @Test func `a right stands on a step, and once`() {
        #expect(
            findings(
                flow: """
                    steps:
                      one:
                        say: { en: A, de: B }
                        choose: { agree: { 1️⃣exercise: access, then: two } }
                        match: { "[a-z]": { 2️⃣exercise: access, then: two } }
                      two: { exercise: access, 3️⃣exercise: receipt, end: done }
                    """
            ) == ["1️⃣ misplaced-key", "2️⃣ misplaced-key", "3️⃣ duplicate-key"]
        )
        #expect(
            findings(flow: "steps: { a: { exercise: 1️⃣[access], end: done } }") == [
                "1️⃣ wrong-kind"
            ]
        )
    }

    @Test func `a choice and a pattern may lead to an erasure`() {
        #expect(findings(flow: erasing()) == [])
        #expect(findings(flow: erasing("match: { \"erase everything\": erase }")) == [])
    }

    @Test(arguments: [
        "after: { 1 day: 1️⃣erase }", "unclear: { times: 1, then: 1️⃣erase }",
    ])
    func `time and unclear replies lead to no erasure`(way: String) {
        #expect(findings(flow: erasing(way)) == ["1️⃣ erasure-without-choice"])
    }

    @Test(arguments: [
        "then: 1️⃣erase", "wait: 1 day, then: 1️⃣erase", "random: [1️⃣erase, two]",
        "when: { cooling(newsletter): 1️⃣erase }, then: two",
        "ask: name, say: { en: A, de: B }, then: 1️⃣erase",
        "call: other, then: { done: 1️⃣erase }",
    ])
    func `no step goes on to an erasure by itself`(way: String) {
        #expect(
            findings([
                "flows/main.yaml": """
                flow: main
                slots: { name: { type: text, keep: 1 day } }
                steps:
                  one: { \(way) }
                  two: { say: { en: A, de: B }, ask: name, then: three }
                  three: { say: { en: A, de: B }, choose: { agree: erase, decline: two } }
                  erase: { exercise: erasure, end: erased }
                """,
                "flows/other.yaml": "flow: other\nsteps: { one: { end: done } }",
            ]).filter { !$0.hasSuffix("unreachable-step") } == ["1️⃣ erasure-without-choice"]
        )
    }

    @Test func `only the flow that words delete begins with an erasure`() {
        let steps = "steps: { erase: { exercise: 1️⃣erasure, end: erased } }"
        #expect(findings(flow: steps) == ["1️⃣ erasure-without-choice"])
        #expect(findings(flow: "command: help\n" + steps) == ["1️⃣ erasure-without-choice"])
        let delete = ["flows/main.yaml": "flow: main\ncommand: delete\n" + steps]
        #expect(findings(delete) == [])
        let called = delete.merging([
            "flows/caller.yaml":
                "flow: caller\nsteps: { a: { call: 2️⃣main, then: b }, b: { end: done } }"
        ]) { first, _ in first }
        #expect(findings(called) == ["2️⃣ erasure-without-choice"])
        let answering = delete.merging([
            "parley.yaml": (CheckFixture.base["parley.yaml"] ?? "")
                + "\nchannels: { sms: { provider: twilio, flow: 3️⃣main } }\n"
        ]) { first, _ in first }
        #expect(findings(answering) == ["3️⃣ erasure-without-choice"])
    }

    @Test func `other rights harm nobody and may follow from anything`() {
        #expect(
            findings(
                flow: """
                    steps:
                      one: { exercise: receipt, wait: 1 day, then: two }
                      two: { exercise: objection, end: done }
                    """
            ) == []
        )
    }

    @Test func `delete and receipt are commands a flow can word`() throws {
        let program = try program([
            "flows/deleting.yaml": "flow: deleting\ncommand: delete\n"
                + "steps: { one: { exercise: erasure, end: done } }",
            "flows/proof.yaml": "flow: proof\ncommand: receipt\n"
                + "steps: { one: { exercise: receipt, end: done } }",
        ])
        #expect(program.commands.delete == program.flow(named: "deleting"))
        #expect(program.commands.receipt == program.flow(named: "proof"))
        #expect(program.commands.help == nil)
        #expect(findings(flow: "command: 1️⃣deleet\nsteps: { a: { end: done } }").count == 1)
    }

    @Test func `a waiting session relies on the rights its answers exercise`() throws {
        func contract(_ text: String) throws -> ProgramDigest {
            let program = try program(["flows/main.yaml": "flow: main\n" + text])
            return program[try #require(program.flow(named: "main"))].steps[0].waitContract
        }
        let flow = erasing()
        let harmless = flow.replacing("exercise: erasure, ", with: "")
        #expect(harmless != flow)
        #expect(try contract(flow) != contract(harmless))
    }
}
