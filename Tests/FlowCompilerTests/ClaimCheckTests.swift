import Consent
import FlowCompiler
import FlowProgram
import Testing

/// Texts a flow has for itself although a command word is in them.
@Suite struct ClaimCheckTests {
    private static let steps = "steps: { one: { say: { en: A, de: B }, end: done } }\n"

    private func claiming(_ claims: String) -> [String] {
        findings(flow: "claims: \(claims)\n" + Self.steps)
    }

    @Test func `a longer text with a command word can be claimed`() {
        #expect(claiming("[stop *, stop order, cancel my appointment, 'stop 12345']") == [])
        #expect(claiming("stop *") == [])
    }

    @Test(arguments: ["stop", "STOP!", "unsubscribe", "stop please", "arrêt", "stop all"])
    func `nothing takes STOP from a contact`(text: String) {
        #expect(claiming("[1️⃣\"\(text)\"]") == ["1️⃣ claimed-command"])
    }

    @Test func `START and HELP cannot be claimed either`() {
        #expect(claiming("[1️⃣help, 2️⃣start]") == ["1️⃣ claimed-command", "2️⃣ claimed-command"])
    }

    @Test func `a text without a command word need not be claimed`() {
        #expect(
            claiming("[1️⃣order status, 2️⃣track *]") == ["1️⃣ needless-claim", "2️⃣ needless-claim"]
        )
    }

    @Test func `a claim has words and a length`() {
        #expect(
            claiming("[1️⃣'*', 2️⃣'...', 3️⃣' *', 4️⃣'stop * now', 5️⃣'stop*']")
                == (1...5).map { "\($0)\u{FE0F}\u{20E3} invalid-value" }
        )
        let long = "stop " + String(repeating: "a", count: 95)
        #expect(claiming("[\(long)]") == [])
        #expect(claiming("[1️⃣\(long)a]") == ["1️⃣ limit-exceeded"])
        let many = (1...21).map { "\($0 == 21 ? "1️⃣" : "")stop \($0)" }
        #expect(claiming("[\(many.joined(separator: ", "))]") == ["1️⃣ limit-exceeded"])
        #expect(claiming("1️⃣{ stop: 1 }") == ["1️⃣ wrong-kind"])
    }

    @Test func `claims come into the program as the matcher takes them`() throws {
        let sources = CheckFixture([
            "flows/main.yaml": "flow: main\nclaims: [stop order, stop *]\n" + Self.steps
        ]).sources
        let program = try #require(WorkspaceCompiler.compile(sources).program)
        let main = program[try #require(program.flow(named: "main"))]
        #expect(main.claims == [.exactly("stop order"), .beginning(with: "stop")])
        let context = CommandContext(declared: main.claims)
        let matcher = CommandMatcher.standard
        #expect(matcher.decide("Stop 12345").certainty == .probable)
        #expect(matcher.decide("Stop 12345", context: context).certainty == .none)
        #expect(matcher.decide("Stop!", context: context).certainty == .definite)
    }

    @Test func `a word the flow claims is not taken from its choices`() {
        func flow(_ claims: String) -> String {
            """
            \(claims)
            steps:
              one:
                say: { en: A, de: B }
                choose: { pause: { label: { en: 1️⃣Stop order, de: Pause }, then: two } }
              two: { end: done }
            """
        }
        #expect(findings(flow: flow("")) == ["1️⃣ shadowed-by-command"])
        #expect(findings(flow: flow("claims: [stop order]")) == [])
        #expect(findings(flow: flow("claims: [stop orders]")) == ["1️⃣ shadowed-by-command"])
        #expect(
            findings([
                "flows/apart.yaml": "flow: apart\n" + flow(""),
                "flows/main.yaml": "flow: main\n"
                    + flow("claims: [stop order]").replacing("1️⃣", with: ""),
            ]) == ["1️⃣ shadowed-by-command"]
        )
    }

    @Test func `claims are part of what a flow and a waiting session rely on`() throws {
        func flow(_ claims: String) throws -> Flow {
            let text = "flow: main\n\(claims)\n" + Self.steps
            let sources = CheckFixture(["flows/main.yaml": text]).sources
            let program = try #require(WorkspaceCompiler.compile(sources).program)
            return program[try #require(program.flow(named: "main"))]
        }
        let (without, with) = (try flow(""), try flow("claims: [stop *]"))
        #expect(without.digest != with.digest)
        #expect(without.steps[0].waitContract != with.steps[0].waitContract)
    }
}
