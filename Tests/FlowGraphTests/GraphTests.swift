import Consent
import FlowGraph
import FlowProgram
import Testing

/// What a picture shows of a flow.
@Suite struct GraphTests {
    private static let everything = """
        slots:
          size: { type: choice, options: [small, large] }
          order: { type: text, max: 8 }
        steps:
          offer:
            request: newsletter
            say: { en: "Hello from {controller}\\nsecond line" }
            choose:
              agree: { label: { en: Agree }, set: { order: '"1"' }, then: notice }
              refuse: { label: { en: Refuse }, decline: newsletter, end: refused }
            match:
              "(?<order>[0-9]{6,8})": called
            unclear: { times: 1, then: pause }
            after: { 20 hours: pause, 3 days: put-aside }
          notice:
            notice: privacy
            choose:
              yes-please: { label: { en: Yes }, confirm: newsletter, then: size }
            unclear: { times: 0, then: pause }
          size:
            ask: size
            say: { en: Which size? }
            unclear: { times: 3, skip: true }
            then: thanks
          thanks:
            when: { has(size): told }
            then: draw
          told: { say: { en: "Here it is, {size} {order}" }, for: newsletter, end: subscribed }
          draw: { random: { told: 3, pause: 1 } }
          pause: { wait: 2 hours, then: called }
          called:
            call: lines
            with: { which: newsletter }
            then: { given: told, refused: put-aside }
          put-aside: { lapse: newsletter, set: { order: '"9"' }, then: out }
          out: { end: lapsed }
        """

    @Test func `boxes say what a step does, in the order it does it`() throws {
        let graph = try GraphFixture(flow: Self.everything).graph()
        #expect(
            graph.outline == [
                "offer (chooses) | request newsletter | “Hello from {controller} …”",
                "notice (chooses) | notice privacy@2026-03",
                "size (asks) | “Which size?” | ask size (small, large)",
                "thanks (branches)",
                "told (says) | “Here it is, {size} {order}” | for newsletter",
                "draw (random)",
                "pause (waits)",
                "called (calls) | call lines | with which: newsletter",
                #"put-aside (acts) | set order: "9" | lapse newsletter"#,
                "out (ends)",
                "refused (outcome)",
                "subscribed (outcome)",
                "lapsed (outcome)",
            ]
        )
        #expect(graph.nodes.first?.line == 6)
        #expect(graph.nodes.last?.line == nil)
    }

    @Test func `every way on is an edge with its words`() throws {
        let graph = try GraphFixture(flow: Self.everything).graph()
        #expect(
            graph.ways == [
                #"offer -> notice: agree: set order: "1""#,
                "offer -> refused: refuse: decline newsletter",
                "offer -> called: /(?<order>[0-9]{6,8})/",
                "offer -> pause: after 20 hours",
                "offer -> put-aside: after 3 days",
                "offer -> pause: unclear, more than once",
                "notice -> size: yes-please: confirm newsletter",
                "notice -> pause: unclear",
                "size -> thanks: answer",
                "size -> thanks: unclear, more than 3×",
                "thanks -> told: has(size)",
                "thanks -> draw: otherwise",
                "told -> subscribed",
                "draw -> told: 3 in 4",
                "draw -> pause: 1 in 4",
                "pause -> called: after 2 hours",
                "called -> told: given",
                "called -> put-aside: refused",
                "put-aside -> out",
                "out -> lapsed",
            ]
        )
        let manners = Set(graph.edges.filter { $0.label.hasPrefix("after") }.map(\.manner))
        #expect(manners == [.time])
    }

    @Test(arguments: [
        "has(a)", "!has(a)", #"a == "x \" \\ y" || b < 1 && c"#, #"(a == "" || c) && has(b)"#,
        "!(c || has(a))", "(b + 1) * 2 >= -b - (1 - b)", "b - 1 - 2 != 3", "size(a) > 1",
        #"a.contains("x")"#, #"(a + "y").startsWith(a) && a.endsWith("z")"#,
        #"d < "2026-03-01""#, "years(d) <= 16", #"consent(newsletter) == "given""#,
        "cooling(newsletter)", "c ? has(a) : has(b) ? c : false", "(c ? b : 2) == 1.50",
    ])
    func `a guard reads as it was written`(written: String) throws {
        let graph = try GraphFixture(
            flow: """
                slots:
                  a: { type: text }
                  b: { type: number }
                  c: { type: yes-no }
                  d: { type: date }
                steps:
                  ask-a: { ask: a, say: { en: A }, then: ask-b }
                  ask-b: { ask: b, say: { en: B }, then: ask-c }
                  ask-c: { ask: c, say: { en: C }, then: ask-d }
                  ask-d: { ask: d, say: { en: D }, then: choice }
                  choice: { when: { '\(written)': one }, then: two }
                  one: { end: one }
                  two: { end: two }
                """
        ).graph()
        #expect(graph.ways.contains("choice -> one: \(written)"))
    }
}
