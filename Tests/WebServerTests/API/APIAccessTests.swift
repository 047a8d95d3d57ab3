import Clocks
import ConversationRuntime
import JSONCoding
import RawHTTP
import Testing
import WebServer

/// Who may call the interface, and how often.
struct APIAccessTests {
    @Test func `without a key there is nothing but the document`() async throws {
        let api = try ServedAPI()
        let answers = try await api.serve { client in
            try APIOperation.allCases.filter { $0 != .readDocument }.map { operation in
                let path = APIOperation.filled(operation.route.path)
                return try client.send(operation.route.method, path)
            }
        }
        for answer in answers {
            #expect(answer.status == 401 && answer.problem == "unauthorized")
            #expect(answer.fields["www-authenticate"] == "Bearer realm=\"parley\"")
            #expect(answer.json["detail"]?.text?.isEmpty == false)
        }
        #expect(try api.log().isEmpty)
        #expect(Set(api.refusals.all) == ["no-key"])
    }

    @Test func `wrong keys of every kind look alike`() async throws {
        let api = try ServedAPI()
        let revoked = try api.key()
        let id = try #require(APIKeyText(revoked)?.id)
        _ = try api.keys.revoke(id, at: api.clock.now())
        let unknown = try ServedAPI().key()
        let expiring = try api.keys.create(
            name: #require(APIKeyName("short")),
            scopes: [.readAudit],
            expires: api.clock.now().adding(.days(1)),
            at: api.clock.now()
        ).text.text
        api.clock.advance(to: api.clock.now().adding(.days(2)))
        let mistyped = String(unknown.dropLast()) + (unknown.hasSuffix("0") ? "1" : "0")
        let tokens = [revoked, unknown, expiring, mistyped, "x", "parley_"]
        let before = try api.log().count
        let answers = try await api.serve { client in
            try tokens.map { try client.get("/v1/whoami", key: $0) }
        }
        #expect(Set(answers.map(\.status)) == [401])
        #expect(Set(answers.map(\.body)).count == 1)
        let challenge = "Bearer realm=\"parley\", error=\"invalid_token\""
        #expect(Set(answers.map { $0.fields["www-authenticate"] }) == [challenge])
        #expect(try api.log().count == before)
        #expect(api.refusals.all == Array(repeating: "wrong-key", count: tokens.count))
    }

    @Test func `a key counts in the header alone, once, and as a bearer token`() async throws {
        let api = try ServedAPI()
        let key = try api.key()
        let answers = try await api.serve { client in
            [
                try client.send("GET", "/v1/whoami", fields: ["Authorization: bearer \(key)"]),
                try client.send("GET", "/v1/whoami", fields: ["Authorization: Basic \(key)"]),
                try client.send("GET", "/v1/whoami", fields: ["Authorization: \(key)"]),
                try client.send("GET", "/v1/whoami?access_token=\(key)"),
                try client.send(
                    "GET",
                    "/v1/whoami",
                    fields: ["Authorization: Bearer x", "Authorization: Bearer \(key)"]
                ),
            ]
        }
        #expect(answers.map(\.status) == [200, 401, 401, 401, 401])
    }

    @Test func `a key says what it is, and not its secret`() async throws {
        let api = try ServedAPI()
        let key = try api.key([.readAudit, .readContacts])
        let answer = try await api.serve { try $0.get("/v1/whoami", key: key) }
        #expect(answer.json["id"]?.text == APIKeyText(key)?.id)
        #expect(answer.json["scopes"] == ["contacts:read", "audit:read"])
        #expect(answer.json["expiresAt"] == .null)
        #expect(!answer.text.contains(key.split(separator: "_")[2]))
    }

    @Test func `a scope that is missing is named`() async throws {
        let api = try ServedAPI()
        let key = try api.key([.readContacts])
        let answer = try await api.serve { try $0.get("/v1/audit/leaves", key: key) }
        #expect(answer.status == 403 && answer.problem == "insufficient-scope")
        #expect(answer.json["scope"]?.text == "audit:read")
        let challenge = answer.fields["www-authenticate"]
        #expect(
            challenge
                == "Bearer realm=\"parley\", error=\"insufficient_scope\", scope=\"audit:read\""
        )
        #expect(try api.log().allSatisfy { !$0.contains("api.called") })
    }

    @Test func `each operation needs its own scope and no other opens it`() async throws {
        let api = try ServedAPI()
        let keys = try APIScope.allCases.map { try api.key([$0]) }
        let statuses = try await api.serve { client in
            try APIOperation.allCases.map { operation in
                let path = APIOperation.filled(operation.route.path)
                return try keys.map { key in
                    try client.send(operation.route.method, path, key: key).status
                }
            }
        }
        for (operation, statuses) in zip(APIOperation.allCases, statuses) {
            let opened = statuses.count { $0 != 403 }
            let isForAll = [.readDocument, .readOwnKey].contains(operation)
            #expect(opened == (isForAll ? statuses.count : 1), "\(operation.rawValue)")
        }
    }

    @Test func `whoever asks too often is told when to come back`() async throws {
        var api = try ServedAPI()
        api.budgets = try #require(APIBudgets(requestsPerMinute: 20))
        let key = try api.key()
        let clock = api.clock
        let (answers, other, later) = try await api.serve { client in
            let answers = try (0..<21).map { _ in try client.get("/v1/whoami", key: key) }
            let other = try client.get("/v1/keys", key: key)
            clock.advance(to: clock.now().adding(.minutes(1)))
            return (answers, other, try client.get("/v1/whoami", key: key))
        }
        #expect(answers.dropLast().allSatisfy { $0.status == 200 })
        #expect(answers[0].fields["ratelimit-policy"] == "\"read\";q=20;w=60")
        #expect(answers[0].fields["ratelimit"] == "\"read\";r=19;t=3")
        #expect(answers[20].status == 429 && answers[20].problem == "rate-limited")
        #expect(answers[20].fields["ratelimit"] == "\"read\";r=0;t=60")
        #expect(answers[20].fields["retry-after"] == "3")
        #expect(other.status == 429, "one budget for all that reads")
        #expect(later.status == 200)
        #expect(api.refusals.all == ["too-many-requests", "too-many-requests"])
    }

    @Test func `failures are limited by where they come from, and keys that are right are not`()
        async throws
    {
        var api = try ServedAPI()
        api.budgets = try #require(APIBudgets(requestsPerMinute: 30))
        let key = try api.key()
        let (wrong, none, right) = try await api.serve { client in
            let wrong = try (0..<4).map { _ in try client.get("/v1/whoami", key: "x").status }
            let none = try client.get("/v1/whoami").status
            return (wrong, none, try client.get("/v1/whoami", key: key).status)
        }
        #expect(wrong == [401, 401, 401, 429])
        #expect(none == 401)
        #expect(right == 200)
    }

    @Test func `every call that is done is a leaf before it is answered`() async throws {
        let api = try ServedAPI()
        let contact = try await api.say("hello")
        let key = try api.key()
        let id = try #require(APIKeyText(key)?.id)
        let before = try api.log().count
        _ = try await api.serve { client in
            _ = try client.get("/v1/contacts/\(contact)", key: key)
            _ = try client.get("/v1/contacts/\(String(repeating: "0", count: 32))", key: key)
            _ = try client.get("/v1/channels", key: key)
        }
        let log = try api.log().dropFirst(before)
        let calls = log.filter { $0.contains("api.called") }
        #expect(calls.count == 3)
        let whom = #""kind":"api.called","to":"\#(contact)","cause":"contacts.read""#
        #expect(calls.first?.contains(#"\#(whom),"actor":"api:\#(id)""#) == true)
        // Nobody's pseudonym may be anything that a client wrote.
        #expect(calls.dropFirst().allSatisfy { !$0.contains(#""to""#) })
        let shown = log.firstIndex { $0.contains("data.disclosed") }
        #expect(shown == log.firstIndex { $0.contains("api.called") }.map { $0 + 1 })
        #expect(try api.holds())
    }
}

extension APIOperation {
    /// A path with something in each place.
    static func filled(_ path: String) -> String {
        path.replacing("{contact}", with: String(repeating: "0", count: 32))
            .replacing("{index}", with: "0").replacing(
                "/dead-letters/{id}",
                with: "/dead-letters/1"
            )
            .replacing("{id}", with: "zzzzzzzz")
    }
}
