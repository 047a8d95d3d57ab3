import Channels
import Clocks
import Conversations
import Testing

/// Everything in a webhook is read, whatever lies beside it.
struct WhatsAppDecodingTests {
    private typealias Samples = WhatsAppSamples

    private func text(_ body: String, from ids: String, id: String) -> String {
        """
        {\(ids),"id":"\(id)","timestamp":"1793520000","type":"text","text":{"body":"\(body)"}}
        """
    }

    private func said(
        _ body: String,
        _ id: String,
        by addresses: ContactAddress...
    ) -> InboundEvent {
        .message(
            Samples.inbound(.text(body), from: addresses[0], id: id),
            aliases: Array(addresses.dropFirst())
        )
    }

    @Test func `every entry, change and message is read, and a broken one alone is lost`() throws {
        let mia = #""from":"491700000001""#
        let ole = #""from":"491700000002""#
        let first = Samples.change(
            "messages",
            Samples.value(
                """
                "messages":[\(text("eins", from: mia, id: "w1")),\
                \(text("zwei", from: ole, id: "w2")),"no message",\
                {\(mia),"timestamp":"1793520000","type":"text","text":{"body":"ohne id"}},\
                \(text("drei", from: #""from":"0""#, id: "w3")),\
                \(text("vier", from: mia, id: "w4"))]
                """
            )
        )
        let second = Samples.change(
            "messages",
            Samples.value(
                #""statuses":[{"id":"w5","status":"read"},{"status":"read"},{"id":"w6"}]"#
            )
        )
        let third = Samples.change(
            "messages",
            Samples.value("\"messages\":[\(text("fünf", from: mia, id: "w7"))]")
        )
        let body = """
            {"object":"whatsapp_business_account","entry":[{"id":"1001","changes":[\(first),\
            "no change",\(second)]},7,{"id":"1001","changes":{}},{"id":"1001","changes":[\(third),\
            {"field":"messages"},{"value":{}}]}]}
            """
        let status = MessageStatus(
            messageID: "w5",
            report: .reached(.read),
            recipient: nil,
            at: Samples.now
        )
        let other = Samples.address("+491700000002")
        let value = "entry[0].changes[0].value"
        #expect(
            try Samples.decode(body) == [
                said("eins", "w1", by: Samples.phone), said("zwei", "w2", by: other),
                .broken(place: "\(value).messages[2]", why: "it is no object"),
                .broken(place: "\(value).messages[3].id", why: "it is no id"),
                .broken(place: "\(value).messages[4].from", why: "it names nobody"),
                said("vier", "w4", by: Samples.phone),
                .broken(place: "entry[0].changes[1].field", why: "it is no text"),
                .status(status),
                .broken(place: "entry[0].changes[2].value.statuses[1].id", why: "it is no id"),
                .broken(
                    place: "entry[0].changes[2].value.statuses[2].status",
                    why: "it is no text"
                ),
                .broken(place: "entry[1].changes", why: "it is no list"),
                .broken(place: "entry[2].changes", why: "it is no list"),
                said("fünf", "w7", by: Samples.phone),
                .broken(place: "entry[3].changes[1].value", why: "it is no object"),
                .broken(place: "entry[3].changes[2].field", why: "it is no text"),
            ]
        )
    }

    @Test func `contacts are found by their ids and never by their place`() throws {
        let members = """
            "contacts":[{"wa_id":"491700000002","user_id":"DE.2"},\
            {"wa_id":"491700000001","user_id":"DE.1","parent_user_id":"DE.ENT.1"},\
            {"user_id":"DE.3"},"no contact",{}],\
            "messages":[\(text("eins", from: #""from":"491700000001""#, id: "w1")),\
            \(text("zwei", from: #""from_user_id":"DE.2""#, id: "w2")),\
            \(text("drei", from: #""from_user_id":"DE.3""#, id: "w3")),\
            \(text("vier", from: #""from":"491700000004""#, id: "w4"))]
            """
        let body = Samples.entry(Samples.change("messages", Samples.value(members)))
        #expect(
            try Samples.decode(body) == [
                said(
                    "eins",
                    "w1",
                    by: Samples.phone,
                    Samples.address("DE.1"),
                    Samples.address("DE.ENT.1")
                ),
                said("zwei", "w2", by: Samples.address("+491700000002"), Samples.address("DE.2")),
                said("drei", "w3", by: Samples.address("DE.3")),
                said("vier", "w4", by: Samples.address("+491700000004")),
            ]
        )
    }

    @Test func `who shows no number is known by their id`() throws {
        let ids = #""from_user_id":"DE.70112233","from_parent_user_id":"DE.ENT.9001""#
        let message = text("hallo", from: ids, id: "w1")
        let contact = #""contacts":[{"profile":{"username":"@mia"},"user_id":"DE.70112233"}]"#
        let members = "\(contact),\"messages\":[\(message)]"
        let body = Samples.entry(Samples.change("messages", Samples.value(members)))
        #expect(
            try Samples.decode(body)
                == [said("hallo", "w1", by: Samples.businessID, Samples.parentID)]
        )
    }

    @Test func `one number with two ids is not one person`() throws {
        let ids = #""from":"491700000001","from_user_id":"DE.1""#
        let contact = #"{"wa_id":"491700000001","user_id":"DE.2","parent_user_id":"DE.ENT.2"}"#
        let message = text("hallo", from: ids, id: "w1")
        let members = "\"contacts\":[\(contact)],\"messages\":[\(message)]"
        let body = Samples.entry(Samples.change("messages", Samples.value(members)))
        #expect(
            try Samples.decode(body)
                == [said("hallo", "w1", by: Samples.phone, Samples.address("DE.1"))]
        )
    }

    @Test func `a number and the id made of it may differ`() throws {
        let ids = #""from":"5511987654321","from_user_id":"BR.1""#
        let contact = #""contacts":[{"wa_id":"551187654321","user_id":"BR.1"}]"#
        let members = "\(contact),\"messages\":[\(text("oi", from: ids, id: "w1"))]"
        let body = Samples.entry(Samples.change("messages", Samples.value(members)))
        let addresses = ["+5511987654321", "+551187654321", "BR.1"].map(Samples.address)
        #expect(
            try Samples.decode(body)
                == [said("oi", "w1", by: addresses[0], addresses[1], addresses[2])]
        )
    }

    @Test(arguments: [
        ("\"1793520000\"", WhatsAppSamples.sent), ("1793520000", WhatsAppSamples.sent),
        ("\"1793520060\"", WhatsAppSamples.now), ("\"1793520061\"", WhatsAppSamples.now),
        ("\"1793520000000\"", WhatsAppSamples.now), ("\"0\"", WhatsAppSamples.now),
        ("-1793520000", WhatsAppSamples.now), ("\"soon\"", WhatsAppSamples.now),
        ("null", WhatsAppSamples.now), ("1793520000.5", WhatsAppSamples.now),
        ("9223372036854775807", WhatsAppSamples.now), ("{}", WhatsAppSamples.now),
    ])
    func `a time that cannot be is now`(timestamp: String, wanted: Timestamp) throws {
        let body = Samples.message(#""type":"text","text":{"body":"x"}"#)
            .replacing("\"timestamp\":\"1793520000\"", with: "\"timestamp\":\(timestamp)")
        guard case .message(let message, _)? = try Samples.decode(body).first else {
            Issue.record("no message")
            return
        }
        #expect(message.receivedAt == wanted)
    }

    @Test func `another account's entries are passed over when ours is named`() throws {
        let body = Samples.message(#""type":"text","text":{"body":"x"}"#)
        #expect(try Samples.decode(body, account: "1001") == [Samples.said(.text("x"))])
        #expect(try Samples.decode(body, account: "1002") == [.unknown(kind: "foreign-account")])
    }

    @Test func `what was said to another number of the account is not ours to answer`() throws {
        let message = text("x", from: #""from":"491700000001""#, id: "w1")
        let value = Samples.value("\"messages\":[\(message)]", number: "2003")
        let body = Samples.entry(Samples.change("messages", value))
        #expect(try Samples.decode(body) == [.unknown(kind: "foreign-number")])
    }

    @Test func `a value that tells of nothing is told of`() throws {
        let body = Samples.entry(Samples.change("messages", Samples.value("\"groups\":[]")))
        #expect(try Samples.decode(body) == [.unknown(kind: "messages")])
    }

    @Test(arguments: [
        ("", WebhookFault.notJSON), ("{", .notJSON), ("null", .foreignShape), ("[]", .foreignShape),
        ("{}", .foreignShape), (#"{"object":"page","entry":[]}"#, .foreignShape),
        (#"{"object":"whatsapp_business_account"}"#, .foreignShape),
        (#"{"object":"whatsapp_business_account","entry":{}}"#, .foreignShape),
        (#"{"object":["whatsapp_business_account"],"entry":[]}"#, .foreignShape),
    ])
    func `what is no webhook is a fault`(body: String, fault: WebhookFault) {
        #expect(throws: fault) { try Samples.decode(body) }
    }

    @Test func `a webhook tells of so many things and no more`() throws {
        let ids = #""from":"491700000001""#
        let most = (0..<InboundEvent.limit).map { text("x", from: ids, id: "w\($0)") }
        let body = { (messages: [String]) in
            Samples.entry(
                Samples.change(
                    "messages",
                    Samples.value("\"messages\":[\(messages.joined(separator: ","))]")
                )
            )
        }
        #expect(try Samples.decode(body(most)).count == InboundEvent.limit)
        #expect(throws: WebhookFault.tooManyEvents) {
            try Samples.decode(body(most + [text("x", from: ids, id: "more")]))
        }
    }

    @Test func `an id has so many bytes and no more`() throws {
        let members = #""type":"text","text":{"body":"x"}"#
        let most = String(repeating: "a", count: WhatsAppLimits.idBytes)
        let wanted = Samples.said(.text("x"), id: most)
        #expect(try Samples.decode(Samples.message(members, id: most)) == [wanted])
        for id in [most + "a", "", "a b", "a\\u0000", "é"] {
            #expect(
                try Samples.decode(Samples.message(members, id: id)) == [
                    .broken(place: "entry[0].changes[0].value.messages[0].id", why: "it is no id")
                ]
            )
        }
    }

    @Test func `names of Meta's are cut down to what a log may hold`() throws {
        let long = String(repeating: "x", count: 1000)
        let events = try Samples.decode(Samples.entry(Samples.change(long, "{}")))
        #expect(events == [.unknown(kind: String(repeating: "x", count: 64))])
        let odd = Samples.entry(Samples.change("+49 170 🛑", "{}"))
        #expect(try Samples.decode(odd) == [.unknown(kind: "49170")])
    }
}
