import Audit
import Clocks
import Consent
import Conversations
import FlowInterpreter
import Testing

struct StopTests {
    /// What to write from the start to reach every kind of wait.
    static let waits: [[String]] = [
        [], ["hello"], ["hello", "yes"], ["hello", "yes", "yes"], ["hello", "yes", "yes", "Ann"],
        ["hello", "no"], ["hello", "yes", "HELP"], ["hello", "yes", "yes", "Ann", "bye"],
    ]

    @Test(arguments: waits, ["STOP", "stop", "Stopp!", "UNSUBSCRIBE", "arrêt", "توقف"])
    func `STOP works in every waiting state and language`(path: [String], word: String) throws {
        var contact = try WorkspaceFixture.contact()
        for text in path { contact.write(text) }
        let wasSubscribed = contact.consent().isValid
        contact.write(word)
        #expect(contact.state.ledger.isOptedOut)
        #expect(contact.state.session == nil)
        #expect(!contact.consent().isValid)
        if wasSubscribed { #expect(contact.consent() == .withdrawn) }
        #expect(contact.outcome?.cancellation == .all)
        #expect(contact.said == ["You will hear no more."])
        #expect(contact.lines.contains("opt-out-confirmation: You will hear no more."))
        #expect(contact.events.contains("contact.suppressed opt-out"))
        // Nothing is left to happen but that the contact is erased in the end.
        #expect(contact.outcome?.nextDue == contact.deletionDue)
    }

    @Test func `a second STOP, and whatever else is written, meets silence`() throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.write("STOP")
        for text in ["STOP", "stop now", "hello", "news", "what?", "", "latest", "no"] {
            contact.write(text)
            #expect(contact.lines == ["silence"])
            #expect(contact.said == [])
            #expect(contact.state.session == nil)
            #expect(contact.consent() == .withdrawn)
        }
        contact.pass(.months(1))
        #expect(contact.said == [])
    }

    @Test func `a second STOP cancels what was queued since the first`() throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.write("STOP")
        contact.write("START")
        #expect(contact.said == ["What would you like?"])
        contact.write("STOP")
        #expect(contact.outcome?.cancellation == .all)
        #expect(contact.said == [])
    }

    @Test func `a button titled STOP is a STOP`() throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.tap("leave", title: "Stop")
        #expect(contact.state.ledger.isOptedOut)
    }

    @Test func `STOP stops although a deadline that is due cannot run`() throws {
        var contact = try WorkspaceFixture.contact(["flows/main.yaml": Self.overflowing])
        contact.write("hello")
        contact.wait(.days(2))
        contact.write("STOP")
        #expect(contact.state.ledger.isOptedOut)
        #expect(contact.state.session == nil)
    }

    private static let overflowing = """
        flow: main
        starts-with: [hello]
        slots: { n: { type: number } }
        steps:
          one:
            set: { n: 999999999999 }
            say: menu
            choose: { leave: { end: done } }
            after: { 1 day: two }
          two: { set: { n: n * n }, then: three }
          three:
            when:
              n > 5: four
            then: four
          four: { end: done }
        """

    @Test func `STOP stops although the stop flow cannot run`() throws {
        let stop = """
            flow: stop-opt-out
            command: stop
            slots: { n: { type: number } }
            steps:
              one: { set: { n: 999999999999 }, then: two }
              two: { set: { n: n * n }, then: three }
              three:
                when:
                  n > 5: four
                then: four
              four: { say: stopped, end: stopped }
            """
        var contact = try WorkspaceFixture.contact(
            ["flows/stop-opt-out.yaml": stop],
            subscribed: true
        )
        contact.write("STOP")
        #expect(contact.state.ledger.isOptedOut)
        #expect(contact.consent() == .withdrawn)
        #expect(contact.state.session == nil)
    }

    @Test func `START asks anew, and only the confirmation lifts the opt-out`() throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.write("STOP")
        contact.write("START")
        #expect(contact.lines == ["command-answer: What would you like? [Newsletter] [Nothing]"])
        #expect(contact.state.ledger.isOptedOut)
        contact.tap("newsletter", title: "Newsletter")
        #expect(contact.consent() == .requested)
        #expect(contact.state.ledger.isOptedOut)
        contact.write("yes")
        #expect(contact.consent() == .renewed)
        #expect(!contact.state.ledger.isOptedOut)
        #expect(contact.lines.contains("opted in"))
        #expect(contact.events.contains("contact.unsuppressed confirm"))
    }

    @Test func `START gives up what goes on, and what was requested there lapses`() throws {
        var contact = try WorkspaceFixture.contact()
        contact.write("hello")
        contact.tap("accept")
        #expect(contact.consent() == .requested)
        contact.wait(.hours(20))
        contact.write("START")
        #expect(contact.consent() == .deferred)
        #expect(contact.state.session?.frames.count == 1)
        #expect(contact.events.contains("flow.ended command:start"))
        // The request is a new one: its day has just begun.
        contact.tap("newsletter", title: "Newsletter")
        contact.wait(.hours(20))
        contact.write("yes")
        #expect(contact.consent() == .given)
    }

    @Test func `yes asks for START only while opted out`() throws {
        var contact = try WorkspaceFixture.contact()
        contact.write("YES")
        #expect(contact.said == ["Would you like our newsletter?"])
        contact.write("STOP")
        contact.write("YES")
        #expect(contact.said == ["What would you like?"])
    }

    @Test func `STOP within START withdraws the request made there`() throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.write("STOP")
        contact.write("START")
        contact.tap("newsletter", title: "Newsletter")
        contact.write("STOP")
        #expect(contact.said == [])
        #expect(contact.consent() == .withdrawn)
        #expect(contact.state.session == nil)
        // Its conversation and timers ended, and the log says so.
        #expect(contact.events.contains("flow.ended command:stop"))
        #expect(contact.events.contains("timer.cancelled"))
    }

    @Test func `HELP is answered to everybody, and the question comes back`() throws {
        var contact = try WorkspaceFixture.contact()
        contact.write("HELP")
        #expect(contact.lines.first == "command-answer: This is Acme.")
        contact.write("hello")
        contact.write("HELP")
        #expect(
            contact.lines.filter { !$0.hasPrefix("end") } == [
                "command-answer: This is Acme.",
                "reply: Would you like our newsletter? [Yes, please] [No, thanks]",
            ]
        )
        contact.write("STOP")
        contact.write("HELP")
        #expect(contact.lines.first == "command-answer: This is Acme.")
    }
}
