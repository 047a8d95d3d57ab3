import ConversationRuntime
import JSONCoding
import RawHTTP
import Testing
import WebServer

/// The document is what the server does: every route is in it, and nothing else is.
struct APIDocumentTests {
    @Test func `every operation is in the document, and nothing else is`() async throws {
        let api = try ServedAPI()
        let answer = try await api.serve { try $0.get("/v1/openapi.json") }
        #expect(answer.status == 200)
        #expect(answer.fields["content-type"] == "application/json")
        let document = answer.json
        #expect(document["openapi"]?.text == "3.1.0")
        var written: Set<String> = []
        for (path, operations) in Self.members(document["paths"]) {
            for (method, operation) in Self.members(operations) {
                let id = try #require(operation["operationId"]?.text)
                written.insert("\(id) \(method.uppercased()) \(path)")
            }
        }
        let known = APIOperation.allCases.map {
            "\($0.rawValue) \($0.route.method) \($0.route.path)"
        }
        #expect(written == Set(known) && written.count == known.count)
    }

    @Test func `every route in the document answers, and with no other method`() async throws {
        let api = try ServedAPI()
        let paths = Set(APIOperation.allCases.map(\.route.path)).sorted()
        let answers = try await api.serve { client in
            try paths.map { path in
                try ["GET", "POST", "DELETE", "PUT", "PATCH", "OPTIONS", "TRACE", "QUERY"].map {
                    ($0, try client.send($0, APIOperation.filled(path)))
                }
            }
        }
        for (path, answers) in zip(paths, answers) {
            let methods = APIOperation.allCases.filter { $0.route.path == path }
                .map(\.route.method).sorted()
            for (method, answer) in answers {
                if methods.contains(method) {
                    #expect([200, 401].contains(answer.status), "\(method) \(path)")
                } else {
                    #expect(answer.status == 405, "\(method) \(path)")
                    #expect(answer.problem == "method-not-allowed")
                    #expect(answer.fields["allow"] == methods.joined(separator: ", "))
                }
            }
        }
    }

    @Test func `what is no route is a problem, and spelt in one way only`() async throws {
        let api = try ServedAPI()
        let key = try api.key()
        let paths = [
            "/v1", "/v1/", "/v1/nothing", "/v1/contacts/", "/v1//contacts", "/v1/contacts/lookup/x",
            "/v1/Contacts", "/v1/contacts/../keys/..",
        ]
        let answers = try await api.serve { client in
            try paths.map { try client.get($0, key: key) }
        }
        for (path, answer) in zip(paths, answers) {
            #expect(answer.status == 404 && answer.problem == "not-found", "\(path)")
        }
    }

    @Test func `an answer to HEAD has no body`() async throws {
        let api = try ServedAPI()
        let answer = try await api.serve { client in
            let connection = try RawConnection(port: client.port)
            connection.send("HEAD /v1/whoami HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            return connection.receiveToEnd(withinMilliseconds: 20_000)
                .map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(answer?.hasPrefix("HTTP/1.1 405") == true)
        #expect(answer?.hasSuffix("\r\n\r\n") == true)
    }

    @Test func `each operation names its key, its scope and what may go wrong`() async throws {
        let api = try ServedAPI()
        let document = try await api.serve { try $0.get("/v1/openapi.json").json }
        for (path, operations) in Self.members(document["paths"]) {
            for (method, operation) in Self.members(operations) {
                let responses = Self.members(operation["responses"]).map(\.0)
                let isOpen = operation["security"]?.elements.isEmpty == true
                #expect(isOpen == (path == "/v1/openapi.json"))
                #expect(isOpen || responses.contains("401"), "\(method) \(path)")
                #expect((method == "post") == (operation["requestBody"] != nil), "\(path)")
                #expect(operation["summary"]?.text?.isEmpty == false)
                for place in path.split(separator: "/") where place.hasPrefix("{") {
                    let names = operation["parameters"]?.elements.compactMap { $0["name"]?.text }
                    #expect(names?.contains(String(place.dropFirst().dropLast())) == true)
                }
            }
        }
    }

    @Test func `every reference in the document leads somewhere`() async throws {
        let api = try ServedAPI()
        let document = try await api.serve { try $0.get("/v1/openapi.json").json }
        let references = Self.references(in: document)
        #expect(references.count > 100)
        for reference in Set(references) {
            var place: JSONValue? = document
            for part in reference.split(separator: "/").dropFirst() {
                place = place?[String(part)]
            }
            #expect(place != nil, "\(reference)")
        }
    }

    private static func members(_ value: JSONValue?) -> [(String, JSONValue)] {
        guard case .object(let members) = value else { return [] }
        return members.map { ($0.name, $0.value) }
    }

    private static func references(in value: JSONValue) -> [String] {
        switch value {
        case .object(let members):
            members.flatMap { member in
                member.name == "$ref"
                    ? [member.value.text ?? ""] : references(in: member.value)
            }
        case .list(let elements): elements.flatMap(references)
        case .null, .boolean, .number, .text: []
        }
    }
}
