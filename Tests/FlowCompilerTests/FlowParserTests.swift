import Clocks
import FlowCompiler
import Testing

@Suite struct FlowParserTests {
    private func parse(
        _ marked: String,
        _ codes: [DiagnosticCode],
        sentences: [String] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        expect(marked, codes, sentences: sentences, sourceLocation: sourceLocation) {
            _ = FlowParser.parse($0, into: &$1)
        }
    }

    /// A flow with the given steps, each on lines indented by two.
    private func steps(
        _ marked: String,
        _ codes: [DiagnosticCode],
        sentences: [String] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        parse(
            "flow: test\nsteps:\n" + marked + "\n",
            codes,
            sentences: sentences,
            sourceLocation: sourceLocation
        )
    }

    private func flow(_ text: String) -> FlowSyntax? {
        var diagnostics = Diagnostics()
        let file = SourceFile(path: "flows/test.yaml", text: text)
        let flow = FlowParser.parse(file, into: &diagnostics)
        #expect(diagnostics.sorted.map(\.sentence).isEmpty)
        return flow
    }

    @Test func `a whole flow is read`() {
        let flow = flow(
            """
            flow: test
            revision: 3
            about: One sentence.
            starts-with: hello
            command: stop
            claims: [stop *]
            parameters: { purpose: purpose }
            slots:
              first-name: { type: text, max: 40, personal: true, keep: 30 days }
              born: { type: date, age: true }
              size: { type: choice, options: [small, large] }
            steps:
              offer:
                set: { size: "'small'" }
                request: newsletter
                notice: privacy
                say: { en: Hello, de: Hallo }
                for: newsletter
                choose:
                  agree: { confirm: newsletter, set: { size: size }, label: { en: Yes }, then: ask }
                  later: ask
                  never: { end: refused }
                match: { "(?<order>[0-9]+)": ask }
                unclear: { say: again, times: 0, then: out }
                after: { 1 day: out, 2 weeks: ask }
              ask: { ask: first-name, unclear: { skip: true }, then: branch }
              branch: { when: { has(first-name): out, size == "small": ask }, then: call }
              call: { call: other, with: { purpose: newsletter }, then: { done: out, no: ask } }
              chance: { random: { out: 3, ask: 1 } }
              coin: { random: [out, ask] }
              pause: { wait: 3 days, then: out }
              out: { exercise: access, end: done }
            """
        )
        #expect(flow?.claims.map(\.value) == ["stop *"])
        #expect(flow?.steps.last?.right?.value == "access")
        #expect(flow?.name.value == "test")
        #expect(flow?.revision == 3)
        #expect(flow?.startsWith.map(\.value) == ["hello"])
        #expect(flow?.command?.value == "stop")
        #expect(flow?.parameters.map(\.type.value) == ["purpose"])
        #expect(flow?.slots.map(\.isPersonal) == [true, false, false])
        #expect(flow?.slots.map(\.age?.value) == [nil, true, nil])
        #expect(flow?.slots.first?.keep?.value == .days(30))
        #expect(flow?.slots.last?.options.map(\.value) == ["small", "large"])
        let names = ["offer", "ask", "branch", "call", "chance", "coin", "pause", "out"]
        #expect(flow?.steps.map(\.name.value) == names)
        let offer = flow?.steps.first
        #expect(offer?.act?.kind == .request)
        #expect(offer?.servesPurpose?.value == "newsletter")
        #expect(offer?.deadlines.map(\.period.value) == [.days(1), .days(14)])
        #expect(offer?.unclear?.times == 0)
        guard case .choose(let choices, let patterns)? = offer?.exit else {
            Issue.record("no choices")
            return
        }
        #expect(choices.map(\.name.value) == ["agree", "later", "never"])
        #expect(choices.first?.act?.kind == .confirm)
        #expect(patterns.map(\.source.value) == ["(?<order>[0-9]+)"])
        let weights = flow?.steps.compactMap { step -> [Int]? in
            if case .random(let targets) = step.exit { targets.map(\.weight) } else { nil }
        }
        #expect(weights == [[3, 1], [1, 1]])
    }

    @Test func `unclear replies are answered twice unless the flow says otherwise`() {
        let flow = flow("flow: a\nsteps:\n  x: { ask: s, unclear: { say: k }, then: x }\n")
        #expect(flow?.steps.first?.unclear?.times == 2)
        #expect(flow?.revision == 1)
    }

    @Test func `keys are known and required`() {
        parse("1️⃣steps: 2️⃣{}\n", [.missingKey, .missingKey])
        parse(
            "flow: a\n1️⃣revison: 2\nsteps:\n  x: { end: y, 2️⃣wat: z }\n",
            [.unknownKey, .unknownKey],
            sentences: ["unknown key `revison` in a flow", "unknown key `wat` in step `x`"]
        )
        parse("1️⃣- a\n", [.wrongKind])
        parse("flow: a\nsteps:1️⃣\n", [.wrongKind])
        parse("flow: a\nrevision: 1️⃣0\nsteps: { x: { end: y } }\n", [.invalidValue])
        parse("flow: a\nrevision: 1️⃣010\nsteps: { x: { end: y } }\n", [.invalidValue])
        parse("flow: a\nabout: 1️⃣[b]\nsteps: { x: { end: y } }\n", [.wrongKind])
    }

    @Test func `names have one form`() {
        parse(
            """
            flow: 1️⃣Order Updates
            parameters: { 2️⃣Who: text }
            slots: { 3️⃣first_name: { type: text } }
            steps:
              4️⃣Ask Name: { choose: { 5️⃣Ja: out } }
              6️⃣2nd: { end: 7️⃣Fertig! }
              8️⃣"": { end: x }
              out: { end: x }
            """,
            Array(repeating: .invalidName, count: 8)
        )
    }
}

// Ways on, and what may stand beside them.
extension FlowParserTests {
    @Test func `a step has exactly one way on`() {
        steps(
            "  1️⃣x: { say: y }\n  y: { end: z, 2️⃣ask: s, then: x }",
            [.exitCount, .exitCount],
            sentences: ["step `x` has no way on", "step `y` has 2 ways on: `end` and `ask`"]
        )
        steps("  x: { end: a, 1️⃣then: x }", [.exitCount])
        steps("  x: { random: [x, x], 1️⃣then: x }", [.exitCount])
        steps(
            "  x: { choose: { a: x }, 1️⃣then: x }",
            [.exitCount],
            sentences: ["step `x` has 2 ways on: `choose` and `then`"]
        )
        steps("  x: { choose: { a: x }, match: { b: x } }", [])
        steps("  x: { match: { b: x }, 1️⃣then: x }", [.exitCount])
    }

    @Test(arguments: ["ask: s", "when: { a: x }", "call: f", "wait: 1 day"])
    func `a way on that continues needs its then`(way: String) {
        steps("  x: { 1️⃣\(way) }", [.missingKey])
        steps("  x: { \(way), then: x }", [])
    }

    @Test func `a choice and a pattern have one way on`() {
        steps("  x: { choose: { 1️⃣a: { set: { s: 1 } } } }", [.exitCount])
        steps("  x: { choose: { a: { then: x, 1️⃣end: y } } }", [.exitCount])
        steps("  x: { match: { a: { end: y, 1️⃣then: x } } }", [.exitCount])
        steps("  x: { choose: 1️⃣{} }", [.missingKey])
        steps("  x: { choose: { a: 1️⃣[b] } }", [.wrongKind])
        steps("  x: { match: { a: { 1️⃣confirm: p, then: x } } }", [.misplacedKey])
    }

    @Test func `one act at most`() {
        steps("  x: { request: p, 1️⃣decline: q, end: z }", [.actCount])
        steps("  x: { choose: { a: { confirm: p, 1️⃣withdraw: q, then: x } } }", [.actCount])
    }

    @Test func `what goes with waiting stands on steps that wait`() {
        steps("  x: { end: y, 1️⃣after: { 1 day: x } }", [.misplacedKey])
        steps("  x: { then: x, 1️⃣unclear: { say: y } }", [.misplacedKey])
        steps("  x: { wait: 1 day, then: x, unclear: { say: y } }", [])
        steps("  x: { choose: { a: x }, unclear: { 1️⃣skip: true } }", [.misplacedKey])
        steps("  x: { ask: s, then: x, unclear: { 1️⃣skip: true, then: x } }", [.exitCount])
        steps("  x: { end: y, 1️⃣for: p }", [.misplacedKey])
        steps("  x: { ask: s, for: p, then: x }", [])
        steps("  x: { end: y, 1️⃣with: { a: b } }", [.misplacedKey])
    }

    @Test func `values have bounds`() {
        steps("  x: { ask: s, then: x, unclear: { times: 1️⃣6 } }", [.invalidValue])
        steps("  x: { ask: s, then: x, unclear: { skip: 1️⃣yes } }", [.invalidValue])
        steps("  x: { random: { x: 1️⃣0, y: 1000, z: 2️⃣1001 } }", [.invalidValue, .invalidValue])
        steps("  x: { random: 1️⃣[] }", [.missingKey])
        steps("  x: { ask: s, then: x, after: 1️⃣1 day }", [.wrongKind])
        steps("  x: { ask: s, then: x, after: 1️⃣soon }", [.wrongKind])
        steps("  x: { wait: 1️⃣soon, then: x }", [.invalidValue])
        steps("  x: { ask: s, then: x, after: { 1️⃣tomorrow: x } }", [.invalidValue])
        steps("  x: { say: 1️⃣[a], end: y }", [.wrongKind])
        steps("  x: { say: { en: 1️⃣}, end: y }", [.wrongKind])
    }

    @Test func `expressions are read where they stand`() {
        steps("  x: { set: { s: a 1️⃣= b }, end: y }", [.invalidExpression])
        steps("  x: { when: { \"a 1️⃣= b\": x }, then: x }", [.invalidExpression])
    }

    @Test func `one broken step does not hide the others`() {
        var diagnostics = Diagnostics()
        let file = SourceFile(
            path: "flows/a.yaml",
            text: "flow: a\nsteps:\n  x: [b]\n  y: {}\n  z: { end: w }\n"
        )
        let flow = FlowParser.parse(file, into: &diagnostics)
        #expect(flow?.steps.map(\.name.value) == ["x", "y", "z"])
        #expect(diagnostics.sorted.map(\.code) == [.wrongKind, .exitCount])
    }
}
