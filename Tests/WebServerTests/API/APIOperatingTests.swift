import Audit
import Clocks
import ConversationRuntime
import Encryption
import JSONCoding
import RawHTTP
import Storage
import Testing
import TransparencyLog
import WebServer

/// The log, deliveries, flows, channels and keys through the interface.
struct APIOperatingTests {
    @Test func `the log is read leaf by leaf, as it is hashed`() async throws {
        let api = try ServedAPI()
        try await api.say("hello")
        let key = try api.key([.readAudit])
        let expected = try api.log()
        let pages = try await api.serve { client in
            var pages: [JSONValue] = []
            var next = ""
            while pages.count < 50 {
                let page = try client.get("/v1/audit/leaves?limit=3\(next)", key: key).json
                pages.append(page)
                guard let after = page["next"]?.integer else { break }
                next = "&after=\(after)"
            }
            return pages
        }
        let leaves = pages.flatMap { $0["leaves"]?.elements ?? [] }
        #expect(leaves.compactMap { $0["index"]?.integer } == (0..<leaves.count).map(Int64.init))
        #expect(leaves.prefix(expected.count).compactMap { $0["leaf"]?.text } == expected)
        #expect(pages.last?["next"] == .null)
    }

    @Test func `a page beyond the end is empty`() async throws {
        let api = try ServedAPI()
        let key = try api.key([.readAudit])
        let page = try await api.serve {
            try $0.get("/v1/audit/leaves?after=9007199254740991", key: key)
        }
        #expect(page.status == 200 && page.json == ["leaves": [], "next": .null])
    }

    @Test func `a checkpoint and a proof are checked without us`() async throws {
        let api = try ServedAPI()
        try await api.say("hello")
        let key = try api.key([.readAudit])
        let clock = api.clock
        let log = api.engine.log
        let (none, unsigned, checkpoint, proof, late, beyond) = try await api.serve { client in
            let none = try client.get("/v1/audit/checkpoint", key: key)
            let unsigned = try client.get("/v1/audit/proofs/0", key: key)
            let size = try #require(try log.checkpoint(at: clock.now())).checkpoint.size
            return (
                none, unsigned, try client.get("/v1/audit/checkpoint", key: key),
                try client.get("/v1/audit/proofs/1", key: key),
                try client.get("/v1/audit/proofs/\(size)", key: key),
                try client.get("/v1/audit/proofs/100000", key: key)
            )
        }
        #expect(none.status == 404 && none.problem == "log-unsigned")
        #expect(unsigned.problem == "leaf-unsigned" && late.problem == "leaf-unsigned")
        #expect(beyond.problem == "leaf-unknown")
        #expect(checkpoint.fields["content-type"]?.hasPrefix("text/plain") == true)
        let signed = try SignedCheckpoint(bytes: checkpoint.body)
        let receipt = try TLogProof(bytes: proof.body)
        #expect(receipt.index == 1 && receipt.checkpoint == signed)
        #expect(receipt.holds(for: MerkleTree.leafHash([UInt8](try api.log()[1].utf8))))
    }

    @Test func `a dead letter is listed without its words, and waits again`() async throws {
        let api = try ServedAPI()
        let id = try await api.buried()
        let key = try api.key([.readDeliveries, .writeDeliveries])
        let (listed, requeued, empty, again) = try await api.serve { client in
            (
                try client.get("/v1/dead-letters", key: key),
                try client.post("/v1/dead-letters/\(id)/requeue", key: key),
                try client.get("/v1/dead-letters", key: key),
                try client.post("/v1/dead-letters/\(id)/requeue", key: key)
            )
        }
        let letter = try #require(listed.json["deadLetters"]?.elements.first)
        #expect(letter["id"]?.integer == id && letter["code"]?.text == "131026")
        #expect(letter["purpose"] == .null && !listed.text.contains("newsletter?"))
        #expect(requeued.status == 200 && requeued.json == letter)
        #expect(empty.json["deadLetters"]?.elements.isEmpty == true)
        #expect(again.status == 404 && again.problem == "dead-letter-unknown")
        let contact = try #require(letter["contact"]?.text.flatMap { Hexadecimal.contact($0) })
        #expect(try api.store.queued(for: contact).map(\.id) == [id])
        #expect(try api.log().count { $0.contains("message.requeued") } == 1)
        #expect(try api.holds())
    }

    @Test func `a dead letter that is discarded is gone`() async throws {
        let api = try ServedAPI()
        let id = try await api.buried()
        let key = try api.key([.writeDeliveries])
        let (gone, again) = try await api.serve { client in
            (
                try client.delete("/v1/dead-letters/\(id)", key: key),
                try client.delete("/v1/dead-letters/\(id)", key: key)
            )
        }
        #expect(gone.status == 200 && again.status == 404)
        #expect(try api.store.outboxCounts() == OutboxCounts())
        #expect(try api.log().count { $0.contains("message.discarded") } == 1)
        #expect(try api.holds())
    }

    @Test func `flows come with the conversations that are going on`() async throws {
        let api = try ServedAPI()
        for number in 0..<3 { try await api.say("hello", from: "+49151000000\(number)") }
        _ = try await api.say("no", from: "+491510000000")
        let key = try api.key([.readFlows])
        let answer = try await api.serve { try $0.get("/v1/flows", key: key).json }
        let flows = answer["flows"]?.elements ?? []
        let main = try #require(flows.first { $0["name"]?.text == "main" })
        #expect(main["sessions"]?.integer == 2 && main["revision"]?.integer == 3)
        #expect(main["digest"]?.text?.count == 64)
        let counted: JSONValue = [
            "contacts": .number("3"), "isComplete": .boolean(true), "stuck": .number("0"),
        ]
        #expect(answer["counted"] == counted)
    }

    @Test func `counting stops at its bound, and says so`() async throws {
        let api = try ServedAPI()
        for number in 0..<3 { try await api.say("hello", from: "+49151000000\(number)") }
        let some = try await api.engine.countSessions(limit: 2)
        #expect(some.contacts == 2 && !some.isComplete && some.byFlow == ["main": 2])
        let all = try await api.engine.countSessions(limit: 3)
        #expect(all.contacts == 3 && all.isComplete)
    }

    @Test func `channels say whether they pause`() async throws {
        var api = try ServedAPI()
        let until = api.clock.now().adding(.minutes(1))
        api.paused = ["chat": until]
        let key = try api.key([.readFlows])
        let answer = try await api.serve { try $0.get("/v1/channels", key: key).json }
        #expect(
            answer["channels"]?.elements.first
                == ["name": "chat", "provider": "test", "pausedUntil": .text(until.text)]
        )
    }

    @Test func `a key is made, used, listed and revoked by another`() async throws {
        let api = try ServedAPI()
        let admin = try api.key([.administerKeys])
        let (made, used, listed, revoked, refused) = try await api.serve { client in
            let body = #"{"name":"shop","scopes":["flows:read"],"expiresInDays":30}"#
            let made = try client.post("/v1/keys", body, key: admin)
            let key = try #require(made.json["key"]?.text)
            let id = try #require(made.json["id"]?.text)
            return (
                made, try client.get("/v1/channels", key: key),
                try client.get("/v1/keys", key: admin),
                try client.delete("/v1/keys/\(id)", key: admin),
                try client.get("/v1/channels", key: key)
            )
        }
        #expect(made.status == 201 && made.json["scopes"] == ["flows:read"])
        #expect(made.json["expiresAt"]?.text == api.clock.now().adding(.days(30)).text)
        #expect(used.status == 200 && refused.status == 401)
        let secret = try #require(made.json["key"]?.text)
        #expect(listed.json["keys"]?.elements.count == 2 && !listed.text.contains(secret))
        #expect(revoked.json["revokedAt"]?.text == api.clock.now().text)
        let actor = try APIKeys.actor(#require(APIKeyText(admin)).id)
        let log = try api.log()
        #expect(log.contains { $0.contains("api.key-created") && $0.contains(actor) })
        #expect(log.contains { $0.contains("api.key-revoked") && $0.contains(actor) })
        #expect(!log.joined().contains("shop"))
    }

    @Test func `a key does not revoke itself, nor one that is not there`() async throws {
        let api = try ServedAPI()
        let admin = try api.key([.administerKeys])
        let id = try #require(APIKeyText(admin)).id
        let answers = try await api.serve { client in
            [
                try client.delete("/v1/keys/\(id)", key: admin),
                try client.delete("/v1/keys/abcdefgh", key: admin),
                try client.get("/v1/whoami", key: admin),
            ]
        }
        #expect(answers.map(\.status) == [409, 404, 200])
        #expect(answers[0].problem == "own-key" && answers[1].problem == "key-unknown")
    }
}
