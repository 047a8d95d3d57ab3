import Clocks
import ConversationRuntime
import Conversations
import JSONCoding
import RawHTTP
import Storage
import Testing
import WebServer

/// `Idempotency-Key`: what was done once is not done again.
struct APIRepetitionTests {
    private static let field = "Idempotency-Key: 7f0c4a"

    @Test func `a repetition is answered as before and does nothing`() async throws {
        let api = try ServedAPI()
        let contact = try await api.subscribed()
        let key = try api.key()
        let answers = try await api.serve { client in
            try (0..<3).map { _ in
                try client.post(
                    "/v1/contacts/\(contact)/object",
                    key: key,
                    fields: [Self.field]
                )
            }
        }
        #expect(answers.map(\.status) == [200, 200, 200])
        #expect(Set(answers.map(\.body)).count == 1)
        #expect(answers[2].json["consents"]?.elements.count == 1)
        #expect(try api.log().count { $0.contains("rights.requested") } == 1)
        // Who asked again stands in the log all the same.
        #expect(try api.log().count { $0.contains("contacts.object") } == 3)
    }

    @Test func `without a key a repetition is a second request`() async throws {
        let api = try ServedAPI()
        let contact = try await api.subscribed()
        let key = try api.key()
        _ = try await api.serve { client in
            try (0..<2).map { _ in try client.post("/v1/contacts/\(contact)/object", key: key) }
        }
        #expect(try api.log().count { $0.contains("rights.requested") } == 2)
    }

    @Test func `another request under the same key is refused`() async throws {
        let api = try ServedAPI()
        let contact = try await api.say("hello", "yes", "agree", "Ada")
        let key = try api.key()
        let (first, spaced, other, elsewhere) = try await api.serve { client in
            func correct(_ body: String) throws -> RawAnswer {
                try client.post(
                    "/v1/contacts/\(contact)/rectify",
                    body,
                    key: key,
                    fields: [Self.field]
                )
            }
            return (
                try correct(#"{"flow":"main","slot":"first-name","value":"Bea"}"#),
                try correct(#"{ "flow":"main", "slot":"first-name", "value":"Bea" }"#),
                try correct(#"{"flow":"main","slot":"first-name","value":"Eve"}"#),
                try client.post(
                    "/v1/contacts/\(contact)/restrict",
                    key: key,
                    fields: [Self.field]
                )
            )
        }
        #expect(first.status == 200 && spaced.body == first.body)
        #expect(other.status == 422 && other.problem == "idempotency-mismatch")
        #expect(elsewhere.status == 422 && elsewhere.problem == "idempotency-mismatch")
        #expect(try api.log().count { $0.contains("data.rectified") } == 1)
    }

    @Test func `the same word from another key is another request`() async throws {
        let api = try ServedAPI()
        let contact = try await api.subscribed()
        let keys = [try api.key(), try api.key()]
        let answers = try await api.serve { client in
            try keys.map {
                try client.post("/v1/contacts/\(contact)/object", key: $0, fields: [Self.field])
            }
        }
        #expect(answers.map(\.status) == [200, 200])
        #expect(try api.log().count { $0.contains("rights.requested") } == 2)
    }

    @Test func `a request that was refused may come again`() async throws {
        let api = try ServedAPI()
        let key = try api.key()
        let letter = try await api.buried()
        let answers = try await api.serve { client in
            let path = "/v1/dead-letters"
            return [
                try client.post("\(path)/999/requeue", key: key, fields: [Self.field]),
                try client.post("\(path)/\(letter)/requeue", key: key, fields: [Self.field]),
                try client.post("\(path)/\(letter)/requeue", key: key, fields: [Self.field]),
            ]
        }
        #expect(answers.map(\.status) == [404, 200, 200])
    }

    @Test func `after a day the word is free again`() async throws {
        let api = try ServedAPI()
        let contact = try await api.subscribed()
        let key = try api.key()
        let clock = api.clock
        let answers = try await api.serve { client in
            let path = "/v1/contacts/\(contact)"
            let first = try client.post("\(path)/object", key: key, fields: [Self.field])
            clock.advance(to: clock.now().adding(.hours(25)))
            return [first, try client.post("\(path)/restrict", key: key, fields: [Self.field])]
        }
        #expect(answers.map(\.status) == [200, 200])
    }

    @Test func `what is remembered names nobody`() async throws {
        let api = try ServedAPI()
        let contact = try await api.say("hello", "yes", "agree", "Ada")
        let key = try api.key()
        _ = try await api.serve { client in
            try client.post(
                "/v1/contacts/\(contact)/rectify",
                #"{"flow":"main","slot":"first-name","value":"Grace"}"#,
                key: key,
                fields: [Self.field]
            )
        }
        let name = api.engine.directory.inboxKey(
            channel: "api\u{0}answer",
            providerID: "\(try #require(APIKeyText(key)).id)\u{0}7f0c4a"
        )
        let stored = try #require(try api.store.answer(for: name))
        let text = String(decoding: stored.sealed, as: UTF8.self)
        #expect(!text.contains("Grace") && !text.contains("+49") && text.contains(contact))
        #expect(stored.request.count == 16)
    }

    @Test(arguments: ["", "a b", "ä", String(repeating: "x", count: 129)])
    func `a word that is none is refused`(word: String) async throws {
        let api = try ServedAPI()
        let contact = try await api.subscribed()
        let key = try api.key()
        let answer = try await api.serve {
            try $0.post(
                "/v1/contacts/\(contact)/restrict",
                key: key,
                fields: ["Idempotency-Key: \(word)"]
            )
        }
        #expect(answer.status == 422 && answer.problem == "invalid-request")
        #expect(try api.engine.state(of: ServedAPI.address())?.isRestricted == false)
    }
}
