import Clocks
import FlowCompiler
import FlowProgram
import Testing

/// How far a STOP reaches, by the day it arrives.
@Suite struct OptOutPolicyTests {
    private func day(_ text: String) throws -> CalendarDate {
        try #require(CalendarDate(text))
    }

    private func settings(_ optOut: String) -> [String: String] {
        ["parley.yaml": (CheckFixture.base["parley.yaml"] ?? "") + "\nopt-out:\(optOut)\n"]
    }

    private func policy(_ optOut: String) throws -> OptOutPolicy {
        let sources = CheckFixture(settings(optOut)).sources
        return try #require(WorkspaceCompiler.compile(sources).program).optOut
    }

    @Test func `without a policy a STOP ends everything`() throws {
        let sources = CheckFixture([:]).sources
        let program = try #require(WorkspaceCompiler.compile(sources).program)
        #expect(program.optOut == .everything)
        #expect(program.optOut.scope(on: try day("2026-11-21")) == .all)
    }

    @Test func `one scope holds on every day`() throws {
        let policy = try policy(" { scope: answered }")
        #expect(policy.scope(on: try day("0001-01-01")) == .answered)
        #expect(policy.scope(on: try day("9999-12-31")) == .answered)
    }

    @Test(arguments: [
        ("2026-12-31", OptOutPolicy.Scope.all), ("2027-01-01", .answered),
        ("2027-01-30", .answered), ("2027-01-31", .all), ("2030-01-01", .all),
    ])
    func `each rule holds from its day until the next, and before the first everything ends`(
        text: String,
        scope: OptOutPolicy.Scope
    ) throws {
        let policy = try policy(
            "\n  - { from: 2027-01-01, scope: answered }\n  - { from: 2027-01-31, scope: all }"
        )
        #expect(policy.scope(on: try day(text)) == scope)
    }

    @Test func `only the first rule may do without a day`() throws {
        let rules = "\n  - { scope: answered }\n  - { from: 2027-01-31, scope: all }"
        let policy = try policy(rules)
        #expect(policy.scope(on: try day("2020-01-01")) == .answered)
        #expect(
            findings(settings("\n  - { from: 2027-01-31, scope: all }\n  - 1️⃣{ scope: answered }"))
                == ["1️⃣ missing-key"]
        )
    }

    @Test(arguments: ["2027-01-31", "2027-01-30", "2020-12-31"])
    func `rules stand in the order of their days`(later: String) {
        #expect(
            findings(
                settings(
                    "\n  - { from: 2027-01-31, scope: all }"
                        + "\n  - { from: 1️⃣\(later), scope: answered }"
                )
            ) == ["1️⃣ invalid-value"]
        )
    }
}
