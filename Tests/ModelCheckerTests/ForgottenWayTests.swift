import FlowProgram
import ModelChecker
import Testing

/// Ways that are easily forgotten.
struct ForgottenWayTests {
    @Test func `a flow that nothing starts is gone through all the same`() throws {
        let orphan = """
            flow: orphan
            steps:
              ask:
                say: { en: Still there? }
                choose: { yes: { end: yes, label: { en: I am } } }
            """
        let main = "steps:\n  hello: { say: { en: Hello. }, end: done }"
        let report = try CheckedWorkspace(main, [orphan]).report()
        let finding = try #require(report.findings(of: .noDeadEnd).first)
        #expect(finding.conversation.first == .open("orphan"))
    }

    @Test func `a workspace without purposes that withdraws all is gone through too`() throws {
        let settings = """
            controller: { name: Acme, address: Street 1, contact: a@acme.example, country: DE }
            locales: [en]
            """
        let main = """
            steps:
              ask:
                say: { en: Shall we forget you? }
                choose:
                  forget: { withdraw: all, end: gone, label: { en: Do so } }
                  keep: { end: kept, label: { en: Not now } }
            """
        let stop = """
            flow: goodbye
            command: stop
            steps:
              sure:
                when: { 'certainty == "probable"': ask }
                then: bye
              ask:
                say: { en: Shall we stop? }
                choose:
                  yes: { withdraw: all, then: bye, label: { en: Stop } }
                  go: { end: kept, label: { en: Go on } }
                unclear: { times: 1, then: silent }
                after: { 1 day: silent }
              silent: { withdraw: all, end: stopped }
              bye: { say: { en: You will receive no more messages. }, end: stopped }
            """
        let workspace = try CheckedWorkspace(
            main,
            stop: stop,
            settings: settings,
            texts: "messages: {}"
        )
        let report = workspace.report()
        #expect(report.situations > 0)
        #expect(!report.findings(of: .noDeadEnd).isEmpty)
    }

    @Test func `what is said on one way to a yes does not stand for another`() throws {
        func steps(_ short: String) -> String {
            """
            steps:
              which:
                say: { en: Shall we tell you more? }
                choose:
                  more: { then: long, label: { en: Tell me } }
                  go: { then: short, label: { en: Go on } }
                unclear: { times: 1, then: gone }
                after: { 1 day: gone }
              long: { say: { en: "We are {controller}." }, then: offer }
              short: { say: { en: "\(short)" }, then: offer }
              offer:
                say: { en: Would you like our news? }
                choose:
                  accept: { request: news, then: sure, label: { en: Yes please } }
                  never: { decline: news, end: refused, label: { en: Never } }
                unclear: { times: 1, then: gone }
                after: { 1 day: gone }
              sure:
                notice: plain
                choose:
                  agree: { confirm: news, end: given, label: { en: I agree } }
                  decline: { decline: news, end: refused, label: { en: No } }
                unclear: { times: 1, then: gone }
                after: { 1 day: gone }
              gone: { lapse: news, end: lapsed }
            """
        }
        let settings = """
            controller: { name: Acme, address: Street 1, contact: a@acme.example, country: DE }
            locales: [en]
            purposes:
              news: { opt-in: double, notice: plain, confirm-within: 3 days }
              orders: { opt-in: single, notice: plain }
            notices:
              plain: { version: 2026-03 }
            channels:
              chat: { provider: test, flow: main, window: 24 hours }
            """
        let texts = [("As you like.", false), ("This is {controller}.", true)]
        for (short, isNamed) in texts {
            let workspace = try CheckedWorkspace(
                steps(short),
                settings: settings,
                notice: "plain@2026-03: You can end it at any time."
            )
            let findings = workspace.report().findings(of: .consentTextsNameTheirTerms)
            #expect(findings.contains { $0.sentence.hasPrefix("who asks for news") } != isNamed)
        }
    }

    @Test func `whoever writes in time keeps a long wait alive`() throws {
        let settings = CheckedWorkspace.settings + "\nretention: { session-idle: 2 days }\n"
        let main = """
            steps:
              rest: { wait: 3 days, then: late }
              late: { say: { en: News. }, for: news, end: done }
            """
        let report = try CheckedWorkspace(main, settings: settings).report()
        #expect(!report.findings(of: .sentOnlyWhenAgreed).isEmpty)
    }
}
