import Consent
import FlowCompiler
import FlowProgram
import Testing

/// Purposes whose rules can hold, and slots for a date of birth.
@Suite struct PurposeCheckTests {
    private func settings(_ purposes: String) -> String {
        """
        controller: { name: Acme, address: Street 1, contact: a@acme.example, country: DE }
        locales: [en, de]
        purposes:
          \(purposes)
        notices:
          privacy: { version: 2026-03 }
        """
    }

    private func asking(_ slots: String = "{}", _ first: String = "{ then: ask }") -> String {
        """
        flow: main
        slots: \(slots)
        steps:
          first: \(first)
          ask:
            request: newsletter
            say: { en: A, de: B }
            choose: { agree: { confirm: newsletter, then: out }, decline: out }
          out: { end: done }
        """
    }

    private let gated = "newsletter: { opt-in: double, notice: privacy, minimum-age: 1️⃣16 }"
    private let birthday = "{ birthday: { type: date, age: true } }"
    private let askBirthday = "{ ask: birthday, say: { en: A, de: B }, then: ask }"

    @Test func `a minimum age needs a flow that asks for a date of birth`() {
        let ungated = ["parley.yaml": settings(gated), "flows/main.yaml": asking()]
        #expect(findings(ungated) == ["1️⃣ age-never-asked"])
        #expect(
            findings([
                "parley.yaml": settings(gated), "flows/main.yaml": asking(birthday, askBirthday),
            ]) == []
        )
        let plain = birthday.replacing(", age: true", with: ", keep: 1 day")
        #expect(
            findings([
                "parley.yaml": settings(gated), "flows/main.yaml": asking(plain, askBirthday),
            ]) == ["1️⃣ age-never-asked"]
        )
    }

    @Test func `another flow may ask, and a purpose nobody confirms needs none`() {
        #expect(
            findings([
                "parley.yaml": settings(gated), "flows/main.yaml": asking(),
                "flows/born.yaml": """
                flow: born
                slots: \(birthday)
                steps:
                  one: { ask: birthday, say: { en: A, de: B }, then: two }
                  two: { end: done }
                """,
            ]) == []
        )
        #expect(findings(["parley.yaml": settings(gated)]) == [])
    }

    @Test func `the gate holds for a purpose the caller gives`() {
        let inner = asking()
            .replacing("flow: main", with: "flow: inner\nparameters: { p: purpose }")
            .replacing("newsletter", with: "p")
        let caller = """
            flow: main
            steps:
              one: { call: inner, with: { p: newsletter }, then: two }
              two: { end: done }
            """
        #expect(
            findings([
                "parley.yaml": settings(gated), "flows/inner.yaml": inner,
                "flows/main.yaml": caller,
            ]) == ["1️⃣ age-never-asked"]
        )
    }

    @Test func `a flow with errors might ask, so nothing is said`() {
        #expect(
            findings([
                "parley.yaml": settings(gated), "flows/main.yaml": asking(),
                "flows/born.yaml": "flow: born\nsteps: { a: { 2️⃣thn: b } }",
            ]).contains { $0.hasSuffix("age-never-asked") } == false
        )
    }

    @Test func `a date of birth that is never asked for is still unused`() {
        let flow = asking(birthday.replacing("birthday", with: "1️⃣birthday"))
        #expect(findings(["flows/main.yaml": flow]) == ["1️⃣ unused-slot"])
        let asked = asking(birthday, askBirthday)
        #expect(findings(["flows/main.yaml": asked]) == [])
    }

    @Test(arguments: ["text", "number", "email", "yes-no", "phone"])
    func `only a date is a date of birth`(type: String) {
        let slots = "{ born: { type: \(type), age: 1️⃣true, keep: 1 day } }"
        #expect(findings(["flows/main.yaml": asking(slots)]) == ["1️⃣ misplaced-key"])
        let plain = slots.replacing("1️⃣true", with: "false")
        #expect(findings(["flows/main.yaml": asking(plain)]) == [])
        let odd = "{ born: { type: date, age: 1️⃣yes, keep: 1 day } }"
        #expect(findings(["flows/main.yaml": asking(odd)]) == ["1️⃣ invalid-value"])
    }

    @Test func `special categories need explicit consent`() {
        let health =
            "newsletter: { opt-in: double, notice: privacy, special-categories: [1️⃣health] }"
        #expect(findings(["parley.yaml": settings(health)]) == ["1️⃣ needs-explicit"])
        let explicit = health.replacing("opt-in", with: "explicit: true, opt-in")
        #expect(findings(["parley.yaml": settings(explicit)]) == [])
        let none = health.replacing("[1️⃣health]", with: "[]")
        #expect(findings(["parley.yaml": settings(none)]) == [])
    }

    @Test func `marketing on one act is warned of`() {
        let single = "newsletter: { opt-in: 1️⃣single, notice: privacy, marketing: true }"
        #expect(findings(["parley.yaml": settings(single)]) == ["1️⃣ single-opt-in"])
        #expect(DiagnosticCode.singleOptIn.severity == .warning)
        let service = single.replacing(", marketing: true", with: "")
        #expect(findings(["parley.yaml": settings(service)]) == [])
        let double = single.replacing("1️⃣single", with: "double")
        #expect(findings(["parley.yaml": settings(double)]) == [])
    }

    @Test func `age and new notices come into the program, and into the flow's digest`() throws {
        func compiled(_ purpose: String) throws -> Program {
            let files = [
                "parley.yaml": settings(purpose.replacing("1️⃣", with: "")),
                "flows/main.yaml": asking(birthday, askBirthday),
            ]
            return try #require(WorkspaceCompiler.compile(CheckFixture(files).sources).program)
        }
        let plain = try compiled("newsletter: { opt-in: double, notice: privacy }")
        #expect(plain.laws[0].minimumAge == nil)
        #expect(plain.laws[0].onNewNotice == .keep)
        let main = try #require(plain.flow(named: "main"))
        #expect(plain[main][slot: SlotIndex(0)].isBirthDate)
        let aged = try compiled(gated)
        #expect(aged.laws[0].minimumAge == 16)
        #expect(aged[main].digest != plain[main].digest)
        let renewing = try compiled(
            "newsletter: { opt-in: double, notice: privacy, on-new-notice: renew }"
        )
        #expect(renewing.laws[0].onNewNotice == .renew)
        #expect(renewing[main].digest != plain[main].digest)
    }

    @Test func `a slot that becomes a date of birth changes what a waiting session relies on`()
        throws
    {
        func contract(_ slots: String) throws -> ProgramDigest {
            let files = ["flows/main.yaml": asking(slots, askBirthday)]
            let sources = CheckFixture(files).sources
            let program = try #require(WorkspaceCompiler.compile(sources).program)
            return program[try #require(program.flow(named: "main"))].steps[0].waitContract
        }
        let plain = birthday.replacing(", age: true", with: "")
        #expect(try contract(birthday) != contract(plain))
    }
}
