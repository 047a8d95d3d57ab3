import Clocks
import Consent
import FlowInterpreter
import FlowProgram
import Testing

struct CallTests {
    private static let main = """
        flow: main
        steps:
          one:
            call: opt-in
            with: { purpose: newsletter }
            then: { given: yes, refused: no, lapsed: nothing }
          yes: { say: { en: Given. }, end: done }
          no: { say: { en: Refused. }, end: done }
          nothing: { say: { en: Lapsed. }, end: done }
        """

    private static func talk() throws -> Talk {
        var talk = Talk(try FlowFixture.program([main, FlowFixture.optIn]))
        try talk.start("main")
        return talk
    }

    @Test func `a called flow is given its parameters and returns by its outcome`() throws {
        var talk = try Self.talk()
        #expect(talk.said == ["Would you like our newsletter? [Yes, please] [Rather not]"])
        #expect(talk.place == "main.one > opt-in.offer")
        try talk.tap("accept")
        try talk.tap("agree")
        #expect(talk.said == ["Given."])
        #expect(talk.moves == ["one → yes (returned:given)"])
        var refused = try Self.talk()
        try refused.tap("decline")
        #expect(refused.said == ["Refused."])
        var lapsed = try Self.talk()
        try lapsed.pass("1 day")
        #expect(lapsed.said == ["Lapsed."])
    }

    @Test func `a request in cool-down ends the conversation, and says why`() throws {
        let insisting = """
            flow: main
            steps:
              one: { say: { en: Hm? }, choose: { decline: { decline: newsletter, then: two } } }
              two: { request: newsletter, say: { en: Really? }, end: done }
            """
        var talk = Talk(try FlowFixture.program([insisting]))
        try talk.start("main")
        try talk.tap("decline")
        #expect(
            talk.acts == [
                "newsletter: unknown → refused", "newsletter: request refused, cooling-down",
                "end main: none (cooling-down)",
            ]
        )
        #expect(talk.said == [])
    }

    @Test func `a kept value outlives its flow, for as long as it is kept`() throws {
        var talk = try Talk(
            main: """
                slots: { name: { type: text, keep: 1 hour } }
                steps:
                  known:
                    when: { has(name): greet }
                    then: ask
                  ask: { ask: name, say: { en: Name? }, then: greet }
                  greet: { say: { en: "Hi {name}" }, end: done }
                """
        )
        try talk.write("Ann")
        #expect(talk.said == ["Hi Ann"])
        try talk.start("main")
        #expect(talk.said == ["Hi Ann"])
        talk.now = talk.now.adding(.minutes(60))
        try talk.start("main")
        #expect(talk.said == ["Name?"])
    }

    @Test func `a value that was kept before its slot got another type is as good as none`() throws
    {
        func main(_ slot: String, _ ask: String) -> String {
            """
            slots: { size: { type: \(slot), keep: 1 hour } }
            steps:
              known:
                when: { \(ask): greet }
                then: ask
              ask: { ask: size, say: { en: Size? }, then: greet }
              greet: { say: { en: Done }, end: done }
            """
        }
        var talk = try Talk(main: main("text", "has(size)"))
        try talk.write("small")
        var next = try Talk(main: main("number", "has(size) && size > 5"))
        next.kept = talk.kept
        try next.start("main")
        #expect(next.said == ["Size?"])
    }

    @Test func `a value kept by a flow is there when it runs again in the same turn`() throws {
        let named = """
            flow: named
            slots: { name: { type: text, keep: 1 hour } }
            steps:
              known:
                when: { has(name): greet }
                then: ask
              ask: { ask: name, say: { en: Name? }, then: greet }
              greet: { say: { en: "Hi {name}" }, end: done }
            """
        let main = """
            flow: main
            steps:
              one: { call: named, then: two }
              two: { call: named, then: three }
              three: { end: done }
            """
        var talk = Talk(try FlowFixture.program([main, named]))
        try talk.start("main")
        try talk.write("Ann")
        #expect(talk.said == ["Hi Ann", "Hi Ann"])
    }

    @Test func `a draw is the same for the same seed, and near its weights over many`() throws {
        let program = try FlowFixture.program(
            main: """
                steps:
                  draw: { random: { one: 1, two: 2, five: 5 } }
                  one: { say: { en: one }, end: done }
                  two: { say: { en: two }, end: done }
                  five: { say: { en: five }, end: done }
                """
        )
        var counts: [String: Int] = [:]
        for seed in 0..<4000 as Range<UInt64> {
            var talk = Talk(program)
            try talk.start("main", seed: seed)
            let first = talk.said
            try talk.start("main", seed: seed)
            #expect(talk.said == first)
            counts[first.joined(), default: 0] += 1
        }
        #expect((400...600).contains(counts["one"] ?? 0))
        #expect((880...1120).contains(counts["two"] ?? 0))
        #expect((2350...2650).contains(counts["five"] ?? 0))
    }
}
