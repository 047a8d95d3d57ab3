import Clocks
import Consent
import Conversations
import Testing

// Messages stay on the contact's screen, and their buttons with them.

@Suite struct StaleButtonTests {
    @Test func `a button of an earlier question does not answer the one asked now`() throws {
        var contact = try WorkspaceFixture.contact()
        contact.write("hello")
        contact.write("yes")
        let agree = try contact.button("agree")
        contact.pass(.days(10))
        contact.pass(.days(40))
        #expect(contact.state.session == nil)
        contact.write("hello")
        contact.write("yes")
        let asked = try contact.button("agree")
        #expect(asked.id != agree.id)
        contact.tap(agree)
        #expect(!contact.consent().isValid)
    }

    @Test func `an id that was never on a button answers nothing`() throws {
        var contact = try WorkspaceFixture.contact()
        contact.write("hello")
        contact.write("yes")
        for id in ["agree", "agree.", ".2", "agree.x", "agree.2.2", "agree.99"] {
            contact.send(.button(id: id, title: "?"))
            #expect(!contact.consent().isValid, "\(id)")
        }
    }

    @Test func `the button of a question that was repeated still answers it`() throws {
        var contact = try WorkspaceFixture.contact()
        contact.write("hello")
        contact.write("yes")
        let agree = try contact.button("agree")
        contact.write("HELP")
        contact.tap(agree)
        #expect(contact.consent() == .given)
    }
}
