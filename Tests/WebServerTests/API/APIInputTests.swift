import ConversationRuntime
import JSONCoding
import RawHTTP
import Testing
import WebServer

/// What strangers and careless programs send.
struct APIInputTests {
    private static let lookup = "/v1/contacts/lookup"

    @Test func `each wrong member is pointed to, and no value comes back`() async throws {
        let api = try ServedAPI()
        let key = try api.key()
        let cases: [(path: String, body: String, pointers: [String])] = [
            (Self.lookup, #"{}"#, ["/channel", "/address"]),
            (Self.lookup, #"{"channel":"chat"}"#, ["/address"]),
            (Self.lookup, #"{"channel":1,"address":"+49151"}"#, ["/channel"]),
            (Self.lookup, #"{"channel":"chat","address":"jane\u0000"}"#, ["/address"]),
            (Self.lookup, #"{"channel":"chat","address":"+4","jane@example.com":1}"#, [""]),
            (Self.lookup, #"["jane@example.com"]"#, [""]),
            (Self.lookup, #"null"#, [""]),
            ("/v1/keys", #"{"name":"x","scopes":[]}"#, ["/scopes"]),
            ("/v1/keys", #"{"name":"x","scopes":["jane"]}"#, ["/scopes/0"]),
            ("/v1/keys", #"{"name":"x","scopes":["audit:read","audit:read"]}"#, ["/scopes"]),
            ("/v1/keys", #"{"name":"","scopes":["audit:read"]}"#, ["/name"]),
            (
                "/v1/keys", #"{"name":"x","scopes":["audit:read"],"expiresInDays":0}"#,
                ["/expiresInDays"]
            ),
            (
                "/v1/keys", #"{"name":"x","scopes":["audit:read"],"expiresInDays":1.5}"#,
                ["/expiresInDays"]
            ),
        ]
        let bodies = cases.map { ($0.path, $0.body) }
        let answers = try await api.serve { client in
            try bodies.map { try client.post($0.0, $0.1, key: key) }
        }
        for (testCase, answer) in zip(cases, answers) {
            #expect(answer.status == 422 && answer.problem == "invalid-request")
            let errors = answer.json["errors"]?.elements ?? []
            #expect(errors.compactMap { $0["pointer"]?.text } == testCase.pointers)
            #expect(!answer.text.contains("jane"), "\(testCase.body)")
        }
        // What was refused was not done, and is no access.
        #expect(try api.log().allSatisfy { !$0.contains("api.called") })
    }

    @Test func `text that is no JSON, or JSON in two ways, is refused`() async throws {
        let api = try ServedAPI()
        let key = try api.key()
        let deep = String(repeating: "[", count: 100_0) + String(repeating: "]", count: 1000)
        let bodies: [[UInt8]] = [
            [], [UInt8]("{".utf8), [UInt8]("{} {}".utf8), [0xFF, 0xFE], [UInt8](deep.utf8),
            [UInt8](#"{"channel":"chat","channel":"chat","address":"+4"}"#.utf8),
            [UInt8](#"{"channel":"chat","address":"\ud800"}"#.utf8),
        ]
        let answers = try await api.serve { client in
            try bodies.map { body in
                try client.send(
                    "POST",
                    Self.lookup,
                    key: key,
                    fields: ["Content-Type: application/json"],
                    body: body
                )
            }
        }
        for answer in answers {
            #expect(answer.status == 400 && answer.problem == "malformed-json")
        }
    }

    @Test(arguments: [
        "Content-Type: text/plain", "Content-Type: application/x-www-form-urlencoded",
        "Content-Type: application/json; charset=latin1", "Content-Type: application/jsonp",
        "Content-Type: multipart/form-data", "X: y",
    ])
    func `another media type is not looked into`(field: String) async throws {
        let api = try ServedAPI()
        let key = try api.key()
        let body = [UInt8](#"{"channel":"chat","address":"+4"}"#.utf8)
        let answer = try await api.serve {
            try $0.send("POST", Self.lookup, key: key, fields: [field], body: body)
        }
        #expect(answer.status == 415 && answer.problem == "unsupported-media-type")
    }

    @Test func `JSON may say that it is in UTF-8`() async throws {
        let api = try ServedAPI()
        let key = try api.key()
        _ = try await api.say("hello")
        let body = [UInt8](#"{"channel":"chat","address":"\#(ServedAPI.phone)"}"#.utf8)
        let answer = try await api.serve {
            try $0.send(
                "POST",
                Self.lookup,
                key: key,
                fields: ["Content-Type: Application/JSON; charset=\"UTF-8\""],
                body: body
            )
        }
        #expect(answer.status == 200)
    }

    @Test func `a body over the limit is not waited for`() async throws {
        let api = try ServedAPI()
        let key = try api.key()
        let answer = try await api.serve { client in
            let connection = try RawConnection(port: client.port)
            connection.send(
                "POST \(Self.lookup) HTTP/1.1\r\nAuthorization: Bearer \(key)\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 65537\r\n\r\n"
            )
            return connection.receive(withinMilliseconds: 20_000).flatMap { RawAnswer($0) }
        }
        #expect(answer?.status == 413 && answer?.problem == "body-too-large")
        #expect(answer?.fields["connection"] == "close")
    }

    @Test(arguments: [
        "limit=0", "limit=1001", "limit=abc", "limit=1&limit=2", "limit=01", "limit=", "limit",
        "cursor=x", "cursor=\(String(repeating: "A", count: 32))", "jane=1", "limit=1%00",
    ])
    func `a query that is not what it has to be is refused`(query: String) async throws {
        let api = try ServedAPI()
        let key = try api.key()
        let answer = try await api.serve { try $0.get("/v1/contacts?\(query)", key: key) }
        #expect(answer.status == 422 && answer.problem == "invalid-request")
        #expect(answer.json["errors"]?.elements.first?["parameter"]?.text != nil)
        #expect(!answer.text.contains("jane"))
    }

    @Test(arguments: [
        ("/v1/contacts/jane", "contact-unknown"),
        ("/v1/contacts/0123456789ABCDEF0123456789ABCDEF", "contact-unknown"),
        ("/v1/contacts/%30123456789abcdef0123456789abcdef", "contact-unknown"),
        ("/v1/contacts/jane/consents", "contact-unknown"),
        ("/v1/audit/proofs/-1", "leaf-unknown"), ("/v1/audit/proofs/1e3", "leaf-unknown"),
        ("/v1/audit/proofs/99999999999999999999", "leaf-unknown"),
    ])
    func `a path that can name nothing names nothing`(path: String, problem: String) async throws {
        let api = try ServedAPI()
        let key = try api.key()
        let answer = try await api.serve { try $0.get(path, key: key) }
        #expect(answer.status == 404 && answer.problem == problem)
    }
}
