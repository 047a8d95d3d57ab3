import Clocks
import Consent
import FlowProgram
import ModelChecker
import Testing

/// What is gone through, and what is said of what was not.
struct ExplorationTests {
    private static let questions = """
        steps:
          first:
            say: { en: Shall we go on? }
            choose:
              yes: { then: second, label: { en: Go on } }
              no: { end: done, label: { en: Enough } }
            unclear: { times: 2, then: left }
            after: { 1 day: left }
          second:
            say: { en: And on? }
            choose:
              further: { then: first, label: { en: On } }
              enough: { end: done, label: { en: Stay } }
            unclear: { times: 2, then: left }
            after: { 2 days: left }
          left: { end: left }
        """

    @Test func `a workspace that is sound has no finding`() throws {
        let report = try CheckedWorkspace(Self.questions, [CheckedWorkspace.start]).report()
        #expect(report.findings.isEmpty)
        #expect(report.holds)
        #expect(PropertyID.ofOneProgram.allSatisfy { report.verdict(on: $0) == .holds })
    }

    @Test func `what lies beyond the limit is undecided and never passed`() throws {
        let workspace = try CheckedWorkspace(Self.questions, [CheckedWorkspace.start])
        let whole = workspace.report()
        let report = workspace.report(limit: 10)
        #expect(whole.situations > 10)
        #expect(report.isCutOff && !report.holds)
        #expect(report.verdict(on: .stopAlwaysWorks) == .undecided)
        // What the compiler holds of every program it holds of this one.
        #expect(report.verdict(on: .localesAreComplete) == .holds)
    }

    @Test func `the same program gives the same report`() throws {
        let workspace = try CheckedWorkspace(Self.questions, [CheckedWorkspace.start])
        let reports = (0..<2).map { _ in workspace.report() }
        #expect(reports[0].situations == reports[1].situations)
        #expect(reports[0].turns == reports[1].turns)
    }

    @Test func `consent that was given long ago ends in the middle of a later conversation`() throws
    {
        let workspace = try CheckedWorkspace(
            """
            steps:
              known:
                when: { 'consent(news) == "given"': ask }
                then: nothing
              nothing: { end: nothing }
              ask:
                say: { en: How often? }
                choose:
                  often: { then: thanks, label: { en: Often } }
                unclear: { times: 1, then: thanks }
                after: { 2 hours: thanks }
              thanks: { say: { en: You will hear from us. }, for: news, end: done }
            """,
            [CheckedWorkspace.start]
        )
        let findings = workspace.report().findings(of: .sentOnlyWhenAgreed)
        let finding = try #require(findings.first)
        #expect(finding.sentence.contains("expired"))
        let waits = finding.conversation.compactMap { move -> Timestamp? in
            if case .wait(let until) = move { until } else { nil }
        }
        // A year after it was given, to the moment, and never backwards.
        #expect(waits == waits.sorted())
        let end = finding.start.adding(.months(12))
        #expect(waits.contains(end) && waits.contains { $0 < end })
        #expect(!finding.conversation.contains(.lapse(PurposeID("news"))))
    }

    @Test func `an answer at the last moment counts`() throws {
        // The offer waits a day and a half, the notice another: three days, and two are allowed.
        let workspace = try CheckedWorkspace(
            """
            steps:
              offer:
                say: { en: "News from {controller}?" }
                choose:
                  please: { request: news, then: sure, label: { en: Yes please } }
                  never: { decline: news, end: refused, label: { en: Never } }
                unclear: { times: 1, then: gone }
                after: { 1 day: gone }
              sure:
                notice: privacy
                choose:
                  agree: { then: really, label: { en: I agree } }
                  decline: { decline: news, end: refused, label: { en: No } }
                unclear: { times: 1, then: gone }
                after: { 36 hours: gone }
              really:
                say: { en: Really? }
                choose:
                  confirm: { confirm: news, end: given, label: { en: Really } }
                  doubt: { decline: news, end: refused, label: { en: I doubt it } }
                unclear: { times: 1, then: gone }
                after: { 36 hours: gone }
              gone: { lapse: news, end: lapsed }
            """
        )
        let finding = try #require(workspace.report().findings(of: .doubleMeansDouble).first)
        #expect(finding.sentence.contains("window"))
    }

    @Test func `START begins anew whatever was asked before it`() throws {
        let workspace = try CheckedWorkspace(Self.questions, [CheckedWorkspace.start])
        let tours = TourGuide(program: workspace.program).tours()
        let ways = tours.flatMap(\.ways)
        #expect(ways.contains { $0.flow == "main" && $0.cause == "command:start" })
    }

    @Test func `tours go along every choice and deadline and the same way once`() throws {
        let workspace = try CheckedWorkspace(Self.questions)
        let tours = TourGuide(program: workspace.program).tours()
        let ways = tours.flatMap(\.ways)
        #expect(Set(ways).count == ways.count)
        let main = workspace.program.flows.first { $0.name == "main" }
        for step in try #require(main).steps {
            guard case .reply(let menu) = step.exit else { continue }
            for choice in menu.choices {
                #expect(
                    ways.contains {
                        $0.cause?.contains("choice:\(choice.name) ") == true
                    }
                )
            }
            #expect(ways.contains { $0.from == step.name && $0.to == "left" })
        }
    }
}
