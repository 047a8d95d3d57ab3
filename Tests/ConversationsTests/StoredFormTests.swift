import ByteCoding
import Clocks
import Consent
import Conversations
import Testing

struct StoredFormTests {
    /// States of a whole life: opt-in, kept values, doubt, STOP, START.
    private static func states() throws -> [ContactState] {
        var contact = try WorkspaceFixture.contact()
        var states: [ContactState] = [contact.state]
        let texts: [String] = [
            "hello", "yes", "HELP", "yes", "Änne 👩‍👧", "news", "stpo", "no", "bye", "hello", "STOP",
            "START", "news", "agreed",
        ]
        for text in texts {
            contact.write(text)
            states.append(contact.state)
        }
        contact.pass(.hours(20))
        return states + [contact.state]
    }

    @Test func `every state of a life is read back as it was`() throws {
        for state in try Self.states() {
            #expect(try ContactState(bytes: state.bytes) == state)
        }
    }

    @Test func `a stored state cut anywhere, or with a byte too many, is refused`() throws {
        for state in try Self.states() {
            let bytes = state.bytes
            for length in bytes.indices {
                #expect(throws: ByteCodingError.self) {
                    try ContactState(bytes: Array(bytes[..<length]))
                }
            }
            #expect(throws: ByteCodingError.trailingBytes) { try ContactState(bytes: bytes + [0]) }
            #expect(throws: ByteCodingError.unknownVersion(4)) {
                try ContactState(bytes: [4] + bytes.dropFirst())
            }
        }
    }

    @Test func `a state of version 2 is read as one whose window nobody refused`() throws {
        for state in try Self.states() {
            let older = [2] + state.bytes.dropFirst().dropLast()
            #expect(try ContactState(bytes: Array(older)) == state)
        }
    }

    @Test func `a template comes back with the message it stands for`() throws {
        let address = try #require(ContactAddress(channel: "whatsapp", text: "+491700000001"))
        let template = OutboundMessage.Template(name: "t", locale: "de", parameters: ["Änne", ""])
        let message = OutboundMessage(
            address: address,
            body: "b",
            buttons: [],
            attachments: [],
            messageClass: .followUp,
            key: "k",
            isAnswer: false,
            template: template
        )
        #expect(try OutboundMessage(bytes: message.bytes) == message)
    }

    @Test func `messages and evidence are read back as they were`() throws {
        var contact = try WorkspaceFixture.contact()
        for text in ["hello", "yes", "yes", "Ann", "STOP", "START", "HELP"] {
            contact.write(text)
            for message in contact.outcome?.outbound ?? [] {
                #expect(try OutboundMessage(bytes: message.bytes) == message)
                let cut = Array(message.bytes.dropLast())
                #expect(throws: ByteCodingError.self) { try OutboundMessage(bytes: cut) }
            }
        }
        #expect(contact.evidence.count == 3)
        for evidence in contact.evidence {
            let read = try ConsentEvidence(bytes: evidence.bytes)
            #expect(read.bytes == evidence.bytes)
            #expect(read.cause == evidence.cause)
            #expect(read.wordsShown == evidence.wordsShown)
            #expect(read.change.to == evidence.change.to)
            for length in evidence.bytes.indices {
                #expect(throws: ByteCodingError.self) {
                    try ConsentEvidence(bytes: Array(evidence.bytes[..<length]))
                }
            }
        }
    }

    @Test func `the same turns give the same outcome`() throws {
        let program = try WorkspaceFixture.program()
        var first = try Contact(program)
        var second = try Contact(program)
        for text in ["hello", "yes", "stpo", "no", "yes", "Ann", "news", "STOP"] {
            first.write(text)
            second.write(text)
            #expect(first.outcome == second.outcome)
        }
    }
}
