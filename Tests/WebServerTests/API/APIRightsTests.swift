import Consent
import ConversationRuntime
import Conversations
import JSONCoding
import RawHTTP
import Storage
import Testing
import WebServer

/// Rights of the person, exercised through the interface.
struct APIRightsTests {
    private func state(_ api: ServedAPI) throws -> Bool? {
        try api.engine.state(of: ServedAPI.address())?.isRestricted
    }

    @Test func `an export is whole, and is written down`() async throws {
        let api = try ServedAPI()
        let contact = try await api.subscribed()
        let key = try api.key([.executeRights])
        let (access, portable) = try await api.serve { client in
            let path = "/v1/contacts/\(contact)/export"
            return (
                try client.post(path, #"{"right":"access"}"#, key: key),
                try client.post(path, #"{"right":"portability"}"#, key: key)
            )
        }
        #expect(access.json["format"]?.text == "parley-contact-export")
        #expect(access.text.contains(ServedAPI.phone))
        #expect(access.json["processing"] != nil && access.json["data"]?["record"] != nil)
        #expect(portable.json["processing"] == nil && portable.json["data"]?["record"] == nil)
        #expect(try api.log().count { $0.contains(#""cause":"exported""#) } == 2)
    }

    @Test func `a restriction holds, with its last day`() async throws {
        let api = try ServedAPI()
        let contact = try await api.subscribed()
        let key = try api.key([.executeRights])
        let answer = try await api.serve {
            try $0.post("/v1/contacts/\(contact)/restrict", key: key)
        }
        #expect(answer.status == 200)
        #expect(answer.json["dueAt"]?.text?.hasPrefix("2026-") == true)
        #expect(try state(api) == true)
    }

    @Test func `an objection withdraws marketing`() async throws {
        let api = try ServedAPI()
        let contact = try await api.subscribed()
        let key = try api.key([.executeRights])
        let answer = try await api.serve {
            try $0.send("POST", "/v1/contacts/\(contact)/object", key: key)
        }
        let change = try #require(answer.json["consents"]?.elements.first)
        #expect(change["from"]?.text == "given" && change["to"]?.text == "withdrawn")
    }

    @Test func `a STOP by another way is a STOP`() async throws {
        let api = try ServedAPI()
        let contact = try await api.subscribed()
        let key = try api.key([.executeRights])
        let id = try #require(Hexadecimal.contact(contact))
        #expect(try !api.store.queued(for: id).isEmpty)
        let answer = try await api.serve {
            try $0.post("/v1/contacts/\(contact)/opt-out", key: key)
        }
        #expect(answer.json["consents"]?.elements.count == 1)
        #expect(try api.engine.state(of: ServedAPI.address())?.ledger.isOptedOut == true)
        #expect(try api.store.queued(for: id).isEmpty)
        #expect(try api.holds())
    }

    @Test func `an erasure leaves a proof, and nobody`() async throws {
        let api = try ServedAPI()
        let contact = try await api.subscribed()
        let key = try api.key()
        let (erased, gone, again, lookup) = try await api.serve { client in
            let path = "/v1/contacts/\(contact)"
            let body = #"{"channel":"chat","address":"\#(ServedAPI.phone)"}"#
            return (
                try client.delete(path, key: key), try client.get(path, key: key),
                try client.delete(path, key: key),
                try client.post("/v1/contacts/lookup", body, key: key)
            )
        }
        #expect(erased.status == 200)
        #expect(erased.json["cause"]?.text == "request")
        #expect(erased.json["destroyed"]?["contacts"]?.integer == 1)
        #expect(erased.json["toBeTold"] == ["carrier"])
        let leaf = try #require(erased.json["log"]?["leaf"]?.integer)
        #expect(try api.log()[Int(leaf)].contains("erasure.completed"))
        for answer in [gone, again, lookup] {
            #expect(answer.status == 404 && answer.problem == "contact-unknown")
        }
        // After the erasure no leaf names the pseudonym any more.
        #expect(try api.log().dropFirst(Int(leaf) + 1).allSatisfy { !$0.contains(contact) })
        #expect(try api.holds())
    }

    @Test func `a body that nothing is read from must be empty`() async throws {
        let api = try ServedAPI()
        let contact = try await api.subscribed()
        let key = try api.key([.executeRights])
        let answer = try await api.serve {
            try $0.post("/v1/contacts/\(contact)/restrict", #"{"until":"2027"}"#, key: key)
        }
        #expect(answer.status == 422)
        #expect(try state(api) == false)
    }
}

/// A contact's pseudonym as programs write it, read back.
enum Hexadecimal {
    static func contact(_ text: String) -> ContactID? {
        let digits = Array(text)
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
        return ContactID(bytes: bytes)
    }
}
