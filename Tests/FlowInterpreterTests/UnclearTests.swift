import Clocks
import Consent
import FlowInterpreter
import FlowProgram
import Testing

struct UnclearTests {
    @Test func `a confirmation that does not count brings the notice back before the question`()
        throws
    {
        let main = """
            steps:
              offer:
                say: { en: Shall we? }
                choose:
                  accept: { request: newsletter, then: sure }
                  decline: { end: refused }
              sure:
                notice: privacy
                say: { en: Are you sure? }
                choose:
                  agree: { confirm: newsletter, end: given }
                  decline: { end: refused }
                unclear: { times: 2, then: offer }
            """
        var talk = try Talk(main: main)
        try talk.tap("accept")
        let asked = talk.said
        #expect(asked.count == 2)
        // The window of the request has closed.
        talk.now = talk.now.adding(.days(2))
        try talk.tap("agree")
        #expect(talk.said == asked)
        #expect(talk.ledger.state(of: PurposeID("newsletter"), on: "whatsapp") == .requested)
    }

    private static func said(_ unclear: String, replies: Int) throws -> [[String]] {
        var talk = try Talk(
            main: """
                slots: { n: { type: number } }
                steps:
                  ask: { ask: n, say: { en: How many? }, \(unclear) then: rest }
                  rest: { say: { en: Rest }, choose: { left: elsewhere } }
                  elsewhere: { say: { en: "Elsewhere {n}" }, choose: { left: ask } }
                """
        )
        return try (0..<replies).map { _ in
            try talk.write("??")
            return talk.said
        }
    }

    @Test func `without a word about it the question is repeated twice, then there is silence`()
        throws
    {
        #expect(try Self.said("", replies: 5) == [["How many?"], ["How many?"], [], [], []])
    }

    @Test func `a text of its own is said instead of the question, as often as it says`() throws {
        let unclear = "unclear: { say: { en: A number. }, times: 3 },"
        #expect(
            try Self.said(unclear, replies: 5)
                == [["A number."], ["A number."], ["A number."], [], []]
        )
    }

    @Test func `after that many it goes elsewhere`() throws {
        let unclear = "unclear: { times: 1, then: elsewhere },"
        #expect(
            try Self.said(unclear, replies: 2) == [["How many?"], ["Elsewhere ∅ [To the left]"]]
        )
    }

    @Test func `or goes on without a value`() throws {
        let unclear = "unclear: { times: 1, skip: true },"
        #expect(try Self.said(unclear, replies: 2) == [["How many?"], ["Rest [To the left]"]])
    }

    @Test func `zero times goes there at once`() throws {
        let unclear = "unclear: { times: 0, then: elsewhere },"
        #expect(try Self.said(unclear, replies: 1) == [["Elsewhere ∅ [To the left]"]])
    }

    @Test func `an answered question counts anew when it comes back`() throws {
        var talk = try Talk(
            main: """
                steps:
                  one: { say: { en: One }, choose: { left: two } }
                  two: { say: { en: Two }, choose: { left: one } }
                """
        )
        for _ in 0..<3 {
            for _ in 0..<2 {
                try talk.write("??")
                #expect(talk.said == ["One [To the left]"])
            }
            try talk.write("??")
            #expect(talk.said == [])
            try talk.tap("left")
            try talk.tap("left")
        }
    }

    @Test func `a confirm that does not count is asked again within the bound`() throws {
        var talk = try Talk(
            main: """
                steps:
                  offer:
                    say: { en: Shall we? }
                    choose: { agree: { confirm: offers, end: given } }
                    unclear: { times: 1, then: over }
                  over: { end: over }
                """
        )
        try talk.tap("agree")
        #expect(talk.acts == ["offers: confirm refused, not-requested"])
        #expect(talk.said == ["Shall we? [I agree]"])
        try talk.tap("agree")
        #expect(talk.session == nil)
        #expect(!talk.ledger.state(of: talk.program.laws[1].id, on: "whatsapp").isValid)
    }
}
