import Clocks
import FlowInterpreter
import FlowProgram
import Testing

struct TimeTests {
    private static let reminding = """
        steps:
          ask:
            say: { en: Well? }
            choose: { left: { end: left } }
            after: { 1 hour: remind, 5 hours: remind, 1 day: over }
          remind: { say: { en: A reminder. }, then: ask }
          over: { say: { en: Over. }, end: over }
        """

    @Test func `several deadlines pass one by one, counted from the question`() throws {
        var talk = try Talk(main: Self.reminding)
        #expect(talk.acts.last == "set ask ×3")
        try talk.pass("59 minutes")
        #expect(talk.effects == [])
        try talk.pass("1 minute")
        #expect(
            talk.lines == [
                "fired ask", "go ask → remind (after:1 hour)", "say A reminder.",
                "go remind → ask (then)", "say Well? [To the left]",
            ]
        )
        try talk.pass("4 hours")
        #expect(talk.moves.first == "ask → remind (after:5 hours)")
        try talk.pass("18 hours")
        #expect(talk.effects == [])
        try talk.pass("1 hour")
        #expect(talk.said == ["Over."])
        #expect(talk.session == nil)
    }

    @Test func `an unclear reply stops no deadline, an answer all`() throws {
        var talk = try Talk(main: Self.reminding)
        let due = talk.session?.top.deadlines
        try talk.write("??")
        #expect(talk.session?.top.deadlines == due)
        try talk.tap("left")
        #expect(talk.acts == ["cancelled ask ×3", "end main: left (then)"])
    }

    @Test func `a deadline that leads to another question cancels the others`() throws {
        var talk = try Talk(
            main: """
                steps:
                  ask:
                    say: { en: Well? }
                    choose: { left: { end: left } }
                    after: { 1 hour: other, 1 day: over }
                  other: { say: { en: Or this? }, choose: { right: { end: right } } }
                  over: { end: over }
                """
        )
        try talk.pass("1 hour")
        #expect(talk.acts == ["fired ask", "cancelled ask ×1"])
        try talk.pass("1 day")
        #expect(talk.effects == [])
    }

    @Test func `a detour neither stops nor restarts a deadline, and repeats the question`() throws {
        let help =
            "flow: help\ncommand: help\nsteps:\n  help: { say: { en: Help. }, end: helped }\n"
        var talk = Talk(try FlowFixture.program(["flow: main\n" + Self.reminding, help]))
        try talk.start("main")
        let due = talk.session?.top.deadlines
        try talk.interrupt(with: "help")
        #expect(talk.said == ["Help.", "Well? [To the left]"])
        #expect(talk.session?.top.deadlines == due)
        #expect(!talk.acts.contains { $0.hasPrefix("set") || $0.hasPrefix("cancelled") })
        try talk.pass("1 hour")
        #expect(talk.moves.first == "ask → remind (after:1 hour)")
    }

    /// A command flow that waits, so that deadlines beneath it can pass.
    private static let asking = """
        flow: help
        command: help
        steps:
          help:
            say: { en: What about? }
            choose: { right: { end: helped } }
            after: { 1 day: over }
          over: { end: helped }
        """

    @Test func `a deadline beneath a detour ends the detour`() throws {
        var talk = Talk(try FlowFixture.program(["flow: main\n" + Self.reminding, Self.asking]))
        try talk.start("main")
        try talk.interrupt(with: "help")
        #expect(talk.place == "main.ask > help.help")
        try talk.pass("1 hour")
        #expect(
            talk.acts == ["cancelled help ×1", "end help: none (interrupted)", "fired ask"]
        )
        #expect(talk.place == "main.ask")
    }

    @Test func `the same command again does not go deeper`() throws {
        var talk = Talk(try FlowFixture.program(["flow: main\n" + Self.reminding, Self.asking]))
        try talk.start("main")
        for _ in 0..<20 {
            try talk.interrupt(with: "help")
            #expect(talk.place == "main.ask > help.help")
        }
        try talk.tap("right")
        #expect(talk.said == ["Well? [To the left]"])
    }

    @Test func `a reminder that calls another flow leaves the later deadlines to their question`()
        throws
    {
        let other = """
            flow: other
            steps:
              ask: { say: { en: Other? }, choose: { right: { end: done } } }
            """
        let main = """
            flow: main
            steps:
              ask:
                say: { en: Well? }
                choose: { left: { end: left } }
                after: { 1 hour: remind, 1 day: over }
              remind: { call: other, then: ask }
              over: { say: { en: Over. }, end: over }
            """
        var talk = Talk(try FlowFixture.program([main, other]))
        try talk.start("main")
        try talk.pass("1 hour")
        #expect(talk.place == "main.remind > other.ask")
        try talk.pass("23 hours")
        #expect(talk.said == ["Over."])
        #expect(talk.moves == ["remind → over (after:1 day)"])
    }

    @Test func `a wait passes by itself, and messages meanwhile are unclear`() throws {
        var talk = try Talk(
            main: """
                steps:
                  pause: { say: { en: One moment. }, wait: 2 hours, then: done }
                  done: { say: { en: Done. }, end: done }
                """
        )
        try talk.write("hello?")
        #expect(talk.said == ["One moment."])
        try talk.pass("119 minutes")
        #expect(talk.effects == [])
        try talk.pass("1 minute")
        #expect(
            talk.lines == [
                "fired pause", "go pause → done (wait-over)", "say Done.", "end main: done (then)",
            ]
        )
    }

    @Test func `a conversation nobody answers ends, with every flow of it`() throws {
        let help = Self.asking.replacing("\n    after: { 1 day: over }", with: "")
            .replacing("\n  over: { end: helped }", with: "")
        let waiting = "flow: main\n" + UnrelatedFlow.text
        var talk = Talk(try FlowFixture.program([waiting, help]))
        try talk.start("main")
        try talk.interrupt(with: "help")
        try talk.pass("29 days")
        #expect(talk.effects == [])
        try talk.pass("1 day")
        #expect(talk.acts == ["end help: none (idle)", "end main: none (idle)"])
        #expect(talk.session == nil)
    }

    @Test func `the next instant is the earliest of deadline, slot and idle end`() throws {
        var talk = try Talk(
            main: """
                slots: { n: { type: number, keep: 30 minutes } }
                steps:
                  ask: { ask: n, say: { en: n? }, then: rest }
                  rest: { say: { en: "{n}" }, choose: { left: ask }, after: { 1 hour: ask } }
                """
        )
        let idle = talk.program.sessionIdle
        #expect(talk.session?.nextDue(idle: idle) == talk.now.adding(.days(30)))
        try talk.write("5")
        #expect(talk.session?.nextDue(idle: idle) == talk.now.adding(.minutes(30)))
        try talk.pass("30 minutes")
        #expect(talk.acts == ["forgot n"])
        #expect(talk.value("n") == nil)
        #expect(talk.session?.nextDue(idle: idle) == talk.now.adding(.minutes(30)))
    }
}
