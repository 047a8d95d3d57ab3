import Consent
import FlowInterpreter
import FlowProgram
import Testing

struct SessionMigrationTests {
    /// A session at the notice of the opt-in, and what a new edition makes of it.
    private static func migration(_ edit: ([String]) -> [String]) throws -> Session.Migration {
        let flows: [String] = [SessionWalk.main, FlowFixture.optIn, SessionWalk.help]
        let old = try FlowFixture.program(flows)
        var talk = Talk(old)
        try talk.start("main")
        try talk.tap("accept")
        let session = try #require(talk.session)
        let new = try FlowFixture.program(edit(flows))
        let migration = session.migrated(from: old, to: new)
        if case .moved(let moved) = migration {
            #expect(moved.fits(new))
            var after = Talk(new)
            after.session = moved
            after.ledger = talk.ledger
            after.turn = talk.turn
            after.now = talk.now
            try after.tap("agree")
            #expect(after.acts.contains("newsletter: requested → given"))
        }
        return migration
    }

    private static func replacing(_ old: String, _ new: String) -> ([String]) -> [String] {
        { flows in flows.map { $0.replacing(old, with: new) } }
    }

    private static func isMoved(_ edit: ([String]) -> [String]) throws -> Bool {
        if case .moved = try migration(edit) { true } else { false }
    }

    @Test func `a new wording moves the session`() throws {
        #expect(try Self.isMoved(Self.replacing("Would you like", "Do you want")))
    }

    @Test func `a flow before it and a step before its own move the session too`() throws {
        #expect(try Self.isMoved { $0 + ["flow: aaa\n" + UnrelatedFlow.text] })
        let inserted = "steps:\n  first: { say: { en: Hi }, then: offer }\n  offer:"
        #expect(try Self.isMoved(Self.replacing("steps:\n  offer:", inserted)))
    }

    @Test(arguments: [
        ("2 hours: remind", "3 hours: remind"), ("20 hours: lapsed", "20 hours: remind"),
        ("agree: { confirm: purpose, end: given }", "agree: { confirm: purpose, then: all-set }"),
        (
            "    unclear: { times: 2, then: lapsed }\n    after: { 2 hours",
            "    unclear: { times: 3, then: lapsed }\n    after: { 2 hours"
        ),
    ])
    func `another contract of the wait keeps the session on its edition`(
        old: String,
        new: String
    ) throws {
        let finished = "lapsed: { lapse: purpose, end: lapsed }\n  all-set: { end: given }"
        #expect(
            try Self.migration { flows in
                Self.replacing(old, new)(flows).map {
                    $0.replacing("lapsed: { lapse: purpose, end: lapsed }", with: finished)
                }
            } == .contractChanged(flow: "opt-in", step: "notice")
        )
    }

    @Test func `so does another slot of a flow that waits beneath`() throws {
        #expect(
            try Self.migration(Self.replacing("max: 14", "max: 15"))
                == .contractChanged(flow: "main", step: "opt-in")
        )
    }

    @Test func `a step or flow that is gone keeps the session on its edition`() throws {
        let renamed = Self.replacing("notice:\n    notice", "show:\n    notice")
        #expect(
            try Self.migration {
                renamed($0.map { $0.replacing("then: notice", with: "then: show") })
            }
                == .contractChanged(flow: "opt-in", step: "notice")
        )
    }

    @Test func `a deadline still belongs to its question after a move`() throws {
        let flows: [String] = [SessionWalk.main, FlowFixture.optIn, SessionWalk.help]
        let old = try FlowFixture.program(flows)
        var talk = Talk(old)
        try talk.start("main")
        try talk.tap("decline")
        try talk.pass("20 hours")
        #expect(talk.place == "main.remind > help.help")
        // The menu's own later deadline leads elsewhere in the new edition.
        let new = try FlowFixture.program(
            flows.map { $0.replacing("3 days: gone", with: "3 days: pause") }
        )
        let session = try #require(talk.session)
        #expect(
            session.migrated(from: old, to: new) == .contractChanged(flow: "main", step: "menu")
        )
        let reworded = try FlowFixture.program(
            flows.map { $0.replacing("What next?", with: "And now?") }
        )
        guard case .moved(let moved) = session.migrated(from: old, to: reworded) else {
            Issue.record("a wording moves")
            return
        }
        #expect(moved.frames.first?.heldStep == session.frames.first?.heldStep)
    }
}
