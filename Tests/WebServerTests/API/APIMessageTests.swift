import Clocks
import Consent
import ConversationRuntime
import Conversations
import JSONCoding
import RawHTTP
import Storage
import Testing
import WebServer

/// What programs set off: conversations and messages, each through the gate.
struct APIMessageTests {
    private static let newsletter = PurposeID("newsletter")

    private func form(at: String = "2026-03-01T08:59:00Z", purpose: String = "newsletter")
        -> String
    {
        #"{"purpose":"\#(purpose)","source":"https://shop.example/news","at":"\#(at)","#
            + #""wording":"Yes, send me news.","ip":"203.0.113.9"}"#
    }

    private func start(_ flow: String = "signup", evidence: String? = nil) -> String {
        let more = evidence.map { #","evidence":\#($0)"# } ?? ""
        return #"{"channel":"chat","address":"\#(ServedAPI.phone)","flow":"\#(flow)"\#(more)}"#
    }

    private func message(to contact: String, _ text: String = "The news.") -> String {
        #"{"contact":"\#(contact)","purpose":"newsletter","text":"\#(text)"}"#
    }

    private func state(_ api: ServedAPI) throws -> ConsentState? {
        try api.engine.state(of: ServedAPI.address())?.ledger
            .state(of: Self.newsletter, on: "chat")
    }

    // MARK: Conversations

    @Test func `a form is the first of two acts, and a reply the second`() async throws {
        let api = try ServedAPI()
        let key = try api.key([.sendMessages])
        let body = start(evidence: form())
        let answer = try await api.serve { try $0.post("/v1/conversations", body, key: key) }
        #expect(answer.status == 201 && answer.json["isRepeated"]?.truth == false)
        #expect(try state(api) == .requested)
        let contact = try await api.say("agree")
        #expect(answer.json["contact"]?.text == contact)
        #expect(try state(api) == .given)
        let proofs = try api.engine.evidence(of: ServedAPI.address())
        #expect(proofs.map(\.change.act) == [.request, .confirm])
        #expect(proofs[0].wordsShown == "Yes, send me news.")
        let cause = "form https://shop.example/news, 2026-03-01T08:59:00.000Z, from 203.0.113.9"
        #expect(proofs[0].cause == cause)
        let log = try api.log()
        #expect(!log.joined().contains("shop.example") && !log.joined().contains("203.0.113"))
        let id = try #require(APIKeyText(key)).id
        let called = try #require(log.first { $0.contains("api.called") })
        #expect(called.contains(#""subject":"\#(contact)""#))
        #expect(called.contains(#""cause":"conversations.start","actor":"api:\#(id)""#))
        #expect(try api.holds())
    }

    @Test func `a form alone is no consent`() async throws {
        let api = try ServedAPI()
        let key = try api.key([.sendMessages])
        let body = start(evidence: form())
        let refused = try await api.serve { client in
            let contact = try client.post("/v1/conversations", body, key: key).json["contact"]
            return try client.post("/v1/messages", message(to: contact?.text ?? ""), key: key)
        }
        #expect(refused.status == 403 && refused.problem == "consent-missing")
        #expect(refused.json["reason"]?.text == "not-confirmed")
    }

    @Test func `nobody is written to who did nothing`() async throws {
        let api = try ServedAPI()
        let key = try api.key([.sendMessages])
        let answer = try await api.serve { try $0.post("/v1/conversations", start(), key: key) }
        #expect(answer.status == 403 && answer.problem == "consent-missing")
        #expect(answer.json["reason"]?.text == "never-asked")
        #expect(try api.vault.contactCount() == 0)
        #expect(try api.log().count { $0.contains("conversations.start") } == 1)
        #expect(try api.holds())
    }

    @Test func `whoever wrote before may be asked again, once nothing else goes on`()
        async throws
    {
        let api = try ServedAPI()
        try await api.say("hello")
        let key = try api.key([.sendMessages])
        let busy = try await api.serve { try $0.post("/v1/conversations", start(), key: key) }
        try await api.say("no")
        let begun = try await api.serve { try $0.post("/v1/conversations", start(), key: key) }
        #expect(busy.status == 409 && busy.problem == "conversation-open")
        #expect(begun.status == 201)
        // Nothing in it is the contact's act, so nothing is requested.
        #expect(try state(api) == .refused)
        #expect(try api.holds())
    }

    @Test func `after a STOP no form and no flow leads back`() async throws {
        let api = try ServedAPI()
        try await api.say("hello", "stop")
        let key = try api.key([.sendMessages])
        let bodies = [start(), start(evidence: form())]
        let answers = try await api.serve { client in
            try bodies.map { try client.post("/v1/conversations", $0, key: key) }
        }
        for answer in answers {
            #expect(answer.status == 403 && answer.problem == "consent-missing")
            #expect(answer.json["reason"]?.text == "opted-out")
        }
        #expect(try api.engine.state(of: ServedAPI.address())?.ledger.isOptedOut == true)
    }

    @Test func `what cannot be begun says why`() async throws {
        let api = try ServedAPI()
        let key = try api.key([.sendMessages])
        let cases = [
            (start("nothing"), 404, "flow-unknown"),
            (start("stop", evidence: form()), 409, "command-flow"),
            (start(evidence: form(purpose: "nothing")), 404, "purpose-unknown"),
            (start(evidence: form(at: "2026-02-20T09:00:00Z")), 409, "form-out-of-time"),
            (start(evidence: form(at: "2026-03-01T09:00:01Z")), 409, "form-out-of-time"),
            (start(evidence: form(at: "2026-02-30T09:00:00Z")), 409, "form-out-of-time"),
            (start().replacing("chat", with: "mail"), 404, "channel-unknown"),
        ]
        let bodies = cases.map(\.0)
        let answers = try await api.serve { client in
            try bodies.map { try client.post("/v1/conversations", $0, key: key) }
        }
        for (testCase, answer) in zip(cases, answers) {
            #expect(answer.status == testCase.1 && answer.problem == testCase.2)
        }
        #expect(try api.vault.contactCount() == 0)
    }

    // MARK: Messages

    @Test func `a message for a purpose leaves while its consent is valid`() async throws {
        let api = try ServedAPI()
        let contact = try await api.subscribed()
        let key = try api.key([.sendMessages])
        let byAddress =
            #"{"channel":"chat","address":"\#(ServedAPI.phone)","purpose":"newsletter","#
            + #""text":"More."}"#
        let (first, second) = try await api.serve { client in
            (
                try client.post("/v1/messages", message(to: contact), key: key),
                try client.post("/v1/messages", byAddress, key: key)
            )
        }
        #expect(first.status == 202 && first.json["channel"]?.text == "chat")
        #expect(second.status == 202 && second.json["contact"]?.text == contact)
        let delivered = try await api.engine.deliver(to: ServedAPI.address())
        #expect(delivered.suffix(2).map(\.message.body) == ["The news.", "More."])
        let queued = try api.log().filter {
            $0.contains("message.enqueued") && $0.contains(#""purpose":"newsletter""#)
        }
        #expect(queued.count == 2)
        #expect(try api.holds())
    }

    @Test func `what the gate withholds is told with its reason, and is in the log`()
        async throws
    {
        let api = try ServedAPI()
        let contact = try await api.say("hello")
        let key = try api.key([.sendMessages])
        let body = message(to: contact)
        let never = try await api.serve { try $0.post("/v1/messages", body, key: key) }
        try await api.say("stop")
        let stopped = try await api.serve { try $0.post("/v1/messages", body, key: key) }
        for (answer, reason) in [(never, "never-asked"), (stopped, "opted-out")] {
            #expect(answer.status == 403 && answer.problem == "consent-missing")
            #expect(answer.json["reason"]?.text == reason)
            #expect(answer.json["purpose"]?.text == "newsletter")
            #expect(answer.fields["www-authenticate"] == nil)
        }
        #expect(try api.log().count { $0.contains("message.withheld") } == 2)
        #expect(try api.holds())
    }

    @Test func `a restriction is another reason`() async throws {
        let api = try ServedAPI()
        let contact = try await api.subscribed()
        let key = try api.key()
        let answer = try await api.serve { client in
            _ = try client.post("/v1/contacts/\(contact)/restrict", key: key)
            return try client.post("/v1/messages", message(to: contact), key: key)
        }
        #expect(answer.status == 403 && answer.problem == "message-withheld")
        #expect(answer.json["reason"]?.text == "restricted")
    }

    @Test func `a message under one idempotency key is said once, also when nobody remembers`()
        async throws
    {
        let api = try ServedAPI()
        let contact = try await api.subscribed()
        let key = try api.key([.sendMessages])
        let store = api.store
        let (first, again, forgotten) = try await api.serve { client in
            func send() throws -> RawAnswer {
                try client.post(
                    "/v1/messages",
                    message(to: contact),
                    key: key,
                    fields: ["Idempotency-Key: 7f0c4a"]
                )
            }
            let answers = (try send(), try send())
            // As after a crash between the turn and the answer.
            _ = try store.pruneAnswers(before: Timestamp(milliseconds: .max))
            return (answers.0, answers.1, try send())
        }
        #expect(first.status == 202 && again.body == first.body)
        #expect(forgotten.status == 202 && forgotten.json["isRepeated"]?.truth == true)
        let delivered = try await api.engine.deliver(to: ServedAPI.address())
        #expect(delivered.count { $0.message.body == "The news." } == 1)
        #expect(try api.holds())
    }

    @Test func `nobody is written to who is not there`() async throws {
        let api = try ServedAPI()
        let key = try api.key([.sendMessages])
        let nobody = String(repeating: "0", count: 32)
        let (unknown, purpose, both) = try await api.serve { client in
            (
                try client.post("/v1/messages", message(to: nobody), key: key),
                try client.post(
                    "/v1/messages",
                    message(to: nobody).replacing("newsletter", with: "nothing"),
                    key: key
                ),
                try client.post(
                    "/v1/messages",
                    #"{"contact":"\#(nobody)","channel":"chat","purpose":"x","text":"x"}"#,
                    key: key
                )
            )
        }
        #expect(unknown.status == 404 && unknown.problem == "contact-unknown")
        #expect(purpose.status == 404 && purpose.problem == "purpose-unknown")
        #expect(both.status == 422)
    }
}
