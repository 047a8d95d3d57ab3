import Clocks
import Consent
import FlowInterpreter
import FlowProgram
import ModelChecker
import Testing

/// V13 beside the questions, and the conversations that are counted.
struct LiveSettingTests {
    @Test func `conversations that end sooner are a finding where a question is open for longer`()
        throws
    {
        let ten = Edition.base.with("parley.yaml", "session-idle: 30", "session-idle: 10")
        #expect(try ten.change().holds)
        let five = Edition.base.with("parley.yaml", "session-idle: 30", "session-idle: 5")
        let change = try five.change(live: [Self.wait("sign-up", "ask-size", goesOn: true): 4])
        #expect(change.places(.safeForLiveSessions) == ["parley.yaml"])
        #expect(change.findings.first?.sentence.contains("`sign-up.ask-size`") == true)
        #expect(change.findings.first?.live == 4)
        #expect(try Edition.base.change(from: five).holds)
    }

    @Test func `a channel that is gone is a finding, a new one is none`() throws {
        let other = "  letters: { provider: twilio }"
        let more = Edition.base.with("parley.yaml", "channels:\n", "channels:\n\(other)\n")
        #expect(try more.change().holds)
        let change = try Edition.base.change(from: more)
        #expect(change.places(.safeForLiveSessions) == ["parley.yaml"])
        #expect(change.findings.first?.sentence.contains("`letters`") == true)
    }

    @Test func `a kept slot of another type is a finding, one that is not kept is none`() throws {
        let number = Edition.base.with(
            "flows/sign-up.yaml",
            "type: choice, options: [small, large], keep: 30 days",
            "type: number, keep: 30 days"
        )
        let change = try number.change()
        #expect(change.places(.safeForLiveSessions) == ["flows/sign-up.yaml"])
        #expect(change.findings.first?.sentence.contains("as a text") == true)
        let forgotten = number.with("flows/sign-up.yaml", ", keep: 30 days", "")
        #expect(try forgotten.change().holds)
    }

    @Test func `the engine decides which conversations go on`() throws {
        let old = try Edition.base.program()
        let session = try Self.session(old)
        let reworded = try Edition.base.with("locales/en.yaml", "Bye", "Goodbye").program()
        let wait = LiveWait(session, from: old, to: reworded)
        #expect(wait.goesOn)
        #expect(wait.places.map(\.text) == ["sign-up.opt-in", "opt-in.offer"])
        let later = try Edition.base.with("flows/sign-up.yaml", "keep: 30", "keep: 31").program()
        #expect(!LiveWait(session, from: old, to: later).goesOn)
        // What is said of places is what becomes of the conversation.
        let change = ProgramChange(from: old, to: later)
        #expect(change.goingOn.contains(WaitingPlace(flow: "opt-in", step: "offer")))
        #expect(change.staying.contains(WaitingPlace(flow: "sign-up", step: "opt-in")))
    }

    @Test func `conversations are counted at every place they rest`() throws {
        let edition = Edition.base.raising("terms", "2026-01", "2026-09")
            .with("flows/sign-up.yaml", "keep: 30 days", "keep: 31 days")
        let live: [LiveWait: Int] = [
            Self.wait("deal", "ask", goesOn: true): 3,
            LiveWait(
                places: [
                    WaitingPlace(flow: "sign-up", step: "opt-in"),
                    WaitingPlace(flow: "opt-in", step: "offer"),
                ],
                goesOn: false
            ): 2,
        ]
        let change = try edition.change(live: live)
        #expect(change.findings.first?.live == 3)
        #expect(
            change.summary.last
                == "of 5 conversations, 3 go on in the new edition and 2 stay with the old one"
        )
        #expect(try edition.change().findings.first?.live == nil)
        #expect(try edition.change(live: [:]).findings.first?.live == 0)
    }

    private static func wait(_ flow: String, _ step: String, goesOn: Bool) -> LiveWait {
        LiveWait(places: [WaitingPlace(flow: flow, step: step)], goesOn: goesOn)
    }

    /// A conversation that waits in the called flow.
    private static func session(_ program: Program) throws -> Session {
        let flow = try #require(program.flow(named: "sign-up"))
        let context = TurnContext(
            now: Timestamp(milliseconds: 0),
            turn: 1,
            locale: .source,
            channel: "sms",
            kept: []
        )
        let result = try Interpreter(program: program).start(
            flow,
            id: [UInt8](repeating: 7, count: 16),
            seed: 1,
            ledger: ConsentLedger(),
            in: context
        )
        return try #require(result.session)
    }
}
