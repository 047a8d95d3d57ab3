import Consent
import ConsentRecords
import ConversationRuntime
import Conversations
import Encryption
import JSONCoding
import RawHTTP
import Storage
import Testing
import WebServer

/// Contacts through the interface: finding, reading, correcting.
struct APIContactTests {
    private static let nobody = String(repeating: "0", count: 32)

    @Test func `a contact is found by address, and only in a body`() async throws {
        let api = try ServedAPI()
        let contact = try await api.say("hello")
        let key = try api.key([.readContacts])
        let (found, unknown, elsewhere) = try await api.serve { client in
            func find(_ channel: String, _ address: String) throws -> RawAnswer {
                let body = #"{"channel":"\#(channel)","address":"\#(address)"}"#
                return try client.post("/v1/contacts/lookup", body, key: key)
            }
            return (
                try find("chat", ServedAPI.phone), try find("chat", "+491510000002"),
                try find("mail", ServedAPI.phone)
            )
        }
        #expect(found.status == 200 && found.json == ["contact": .text(contact)])
        #expect(unknown.status == 404 && unknown.problem == "contact-unknown")
        #expect(elsewhere.status == 404)
        // Whom a lookup led to stands in the log; where it led to nobody there is no name.
        let calls = try api.log().filter { $0.contains("contacts.lookup") }
        #expect(calls.map { $0.contains(contact) } == [true, false, false])
        #expect(try api.store.contacts(after: nil, limit: 10).count == 1)
    }

    @Test func `contacts are listed page by page, each once`() async throws {
        let api = try ServedAPI()
        var all: Set<String> = []
        for number in 0..<5 {
            all.insert(try await api.say("hello", from: "+49151000000\(number)"))
        }
        let key = try api.key([.readContacts])
        let pages = try await api.serve { client in
            var pages: [[String]] = []
            var next: String? = ""
            while let cursor = next, pages.count < 10 {
                let query = cursor.isEmpty ? "" : "&cursor=\(cursor)"
                let page = try client.get("/v1/contacts?limit=2\(query)", key: key).json
                pages.append(page["contacts"]?.elements.compactMap(\.text) ?? [])
                next = page["next"]?.text
            }
            return pages
        }
        #expect(pages.map(\.count) == [2, 2, 1])
        #expect(Set(pages.joined()) == all && pages.joined().count == all.count)
    }

    @Test func `what is kept is shown with addresses masked, and written down as shown`()
        async throws
    {
        let api = try ServedAPI()
        let contact = try await api.say("hello", "yes", "agree", "Ada")
        let key = try api.key([.readContacts])
        let answer = try await api.serve { try $0.get("/v1/contacts/\(contact)", key: key) }
        #expect(answer.status == 200)
        #expect(!answer.text.contains(ServedAPI.phone))
        #expect(answer.json["addresses"]?.elements.first?["address"]?.text == "+49…01")
        #expect(answer.json["values"]?.elements.first?["value"]?.text == "Ada")
        let leaves = try api.log().filter { $0.contains(contact) }
        #expect(leaves.last?.contains(#""cause":"shown""#) == true)
        #expect(try api.holds())
    }

    @Test func `consents stand with their state and their notice`() async throws {
        let api = try ServedAPI()
        let contact = try await api.subscribed()
        let key = try api.key([.readConsent])
        let answer = try await api.serve {
            try $0.get("/v1/contacts/\(contact)/consents", key: key)
        }
        let consent = try #require(answer.json["consents"]?.elements.first)
        #expect(consent["purpose"]?.text == "newsletter" && consent["state"]?.text == "given")
        #expect(consent["notice"]?.text == "privacy@2026-03")
        #expect(answer.json["optedOutAt"] == .null)
        #expect(answer.json["isRestricted"]?.truth == false)
    }

    @Test func `a receipt verifies with the store's key, and names nobody`() async throws {
        let api = try ServedAPI()
        let contact = try await api.subscribed()
        let key = try api.key([.readReceipts])
        let answer = try await api.serve {
            try $0.get("/v1/contacts/\(contact)/receipts", key: key)
        }
        let receipt = try #require(answer.json["receipts"]?.elements.first)
        let jws = try #require(receipt["jws"]?.text)
        let parts = jws.split(separator: ".").map(String.init)
        #expect(parts.count == 3 && receipt["purpose"]?.text == "newsletter")
        let payload = try #require(Base64.decodeURL(parts[1]))
        let text = String(decoding: payload, as: UTF8.self)
        #expect(text.contains(contact) && !text.contains("49151"))
        let signature = try #require(Base64.decodeURL(parts[2]))
        let signed = [UInt8]("\(parts[0]).\(parts[1])".utf8)
        let publicKey = try api.engine.signingKey().publicKey
        #expect(publicKey.verifies(signature, of: signed))
        #expect(answer.json["refused"]?.elements.isEmpty == true)
        #expect(try api.log().contains { $0.contains(#""cause":"receipt""#) })
    }

    @Test func `a kept value is corrected, and removed`() async throws {
        let api = try ServedAPI()
        let contact = try await api.say("hello", "yes", "agree", "Ada")
        let key = try api.key([.writeContacts, .readContacts])
        let path = "/v1/contacts/\(contact)/rectify"
        let (corrected, shown, removed, again) = try await api.serve { client in
            let body = #"{"flow":"main","slot":"first-name","value":"Ada L."}"#
            let none = #"{"flow":"main","slot":"first-name","value":null}"#
            return (
                try client.post(path, body, key: key),
                try client.get("/v1/contacts/\(contact)", key: key),
                try client.post(path, none, key: key), try client.post(path, none, key: key)
            )
        }
        #expect(corrected.status == 200 && corrected.json["contact"]?.text == contact)
        #expect(shown.json["values"]?.elements.first?["value"]?.text == "Ada L.")
        #expect(removed.status == 200)
        #expect(again.status == 404 && again.problem == "value-not-kept")
        #expect(try api.log().count { $0.contains("data.rectified") } == 2)
    }

    @Test func `a correction that does not fit says what would, and not what was sent`()
        async throws
    {
        let api = try ServedAPI()
        let contact = try await api.say("hello")
        let key = try api.key([.writeContacts])
        let long = String(repeating: "Jane", count: 11)
        let cases = [
            ("main", "first-name", long, 409, "value-unfit"),
            ("main", "order", "1", 404, "value-not-kept"),
            ("main", "nothing", "1", 404, "slot-unknown"),
            ("nothing", "first-name", "1", 404, "slot-unknown"),
        ]
        let answers = try await api.serve { client in
            try cases.map { flow, slot, value, _, _ in
                let body = #"{"flow":"\#(flow)","slot":"\#(slot)","value":"\#(value)"}"#
                return try client.post("/v1/contacts/\(contact)/rectify", body, key: key)
            }
        }
        for (testCase, answer) in zip(cases, answers) {
            #expect(answer.status == testCase.3 && answer.problem == testCase.4)
            #expect(!answer.text.contains("Jane"))
        }
        #expect(answers[0].json["wanted"]?.text == "a text of 1 to 40 characters")
    }

    @Test func `whoever became one with another leads to the other`() async throws {
        let api = try ServedAPI()
        let old = try await api.say("hello")
        let new = try await api.say("hello", from: "+491510000002")
        _ = try await api.engine.merge(
            ServedAPI.address(),
            into: ServedAPI.address("+491510000002"),
            by: .operator
        )
        let key = try api.key()
        let answers = try await api.serve { client in
            [
                try client.get("/v1/contacts/\(old)", key: key),
                try client.post("/v1/contacts/\(old)/opt-out", key: key),
                try client.delete("/v1/contacts/\(old)", key: key),
            ]
        }
        for answer in answers {
            #expect(answer.status == 404 && answer.problem == "contact-merged")
            #expect(answer.json["contact"]?.text == new)
        }
        #expect(try api.engine.state(of: ServedAPI.address())?.ledger.isOptedOut == false)
    }
}
