import Channels
import Conversations
import Testing

/// Requests that later parts of the program make: read marks, media, forms.
struct WhatsAppRequestTests {
    private typealias Samples = WhatsAppSamples
    private typealias Recordings = WhatsAppRecordings

    private func body(_ request: ProviderRequest) -> String {
        String(decoding: request.body, as: UTF8.self)
    }

    private func result(_ media: WhatsAppMedia) throws -> Result<String, EncodingFault> {
        let channel = try Samples.channel()
        return Result { () throws(EncodingFault) in
            body(try channel.request(media, to: Samples.phone, key: Recordings.key))
        }
    }

    private func result(_ flow: WhatsAppFlowMessage) throws -> Result<String, EncodingFault> {
        let channel = try Samples.channel()
        return Result { () throws(EncodingFault) in
            body(try channel.request(flow, to: Samples.businessID, key: Recordings.key))
        }
    }

    @Test func `a message is marked as read, and an answer announced`() throws {
        let channel = try Samples.channel()
        let read = channel.request(WhatsAppReadMark(messageID: "wamid.A="))
        #expect(
            read
                == Recordings.request(
                    #"{"messaging_product":"whatsapp","status":"read","message_id":"wamid.A="}"#
                )
        )
        let typing = channel.request(WhatsAppReadMark(messageID: "wamid.A=", showsTyping: true))
        #expect(
            body(typing) == #"""
                {"messaging_product":"whatsapp","status":"read","message_id":"wamid.A=",\#
                "typing_indicator":{"type":"text"}}
                """#
        )
    }

    @Test(arguments: WhatsAppMedia.Kind.allCases)
    func `a medium goes by its link`(kind: WhatsAppMedia.Kind) throws {
        let media = WhatsAppMedia(kind: kind, link: "https://files.example/1")
        #expect(
            try result(media)
                == .success(Recordings.body(kind.rawValue, #"{"link":"https://files.example/1"}"#))
        )
    }

    @Test func `a document has words and a name`() throws {
        let media = WhatsAppMedia(
            kind: .document,
            link: "https://files.example/1",
            caption: "Ihr Beleg",
            filename: "beleg.pdf"
        )
        #expect(
            try result(media)
                == .success(
                    Recordings.body(
                        "document",
                        #"""
                        {"link":"https://files.example/1","caption":"Ihr Beleg",\#
                        "filename":"beleg.pdf"}
                        """#
                    )
                )
        )
    }

    @Test(arguments: [
        "", "https://", "http://files.example/1", "ftp://files.example", "https://a b",
        "https://a\n", "https://é.example",
    ])
    func `a link that Meta would not follow is refused`(link: String) throws {
        let media = WhatsAppMedia(kind: .image, link: link)
        #expect(try result(media) == .failure(.unsupported(part: "link")))
    }

    @Test func `a medium keeps Meta's limits`() throws {
        let link = "https://files.example/1"
        let caption = { (count: Int, kind: WhatsAppMedia.Kind) in
            let words = String(repeating: "x", count: count)
            return try result(WhatsAppMedia(kind: kind, link: link, caption: words))
        }
        #expect(throws: Never.self) { try caption(1024, .image).get() }
        #expect(try caption(1025, .image) == .failure(.tooLong(part: "caption", limit: 1024)))
        #expect(try caption(1, .audio) == .failure(.unsupported(part: "caption")))
        let named = WhatsAppMedia(kind: .image, link: link, filename: "a.png")
        #expect(try result(named) == .failure(.unsupported(part: "filename")))
        let long = "https://" + String(repeating: "a", count: WhatsAppLimits.linkBytes - 8)
        #expect(throws: Never.self) { try result(WhatsAppMedia(kind: .image, link: long)).get() }
        #expect(
            try result(WhatsAppMedia(kind: .image, link: long + "a"))
                == .failure(.tooLong(part: "link", limit: WhatsAppLimits.linkBytes))
        )
    }

    @Test func `a form is offered`() throws {
        let flow = WhatsAppFlowMessage(
            body: "Bitte ausfüllen",
            flowID: "700",
            callToAction: "Öffnen",
            token: "t1"
        )
        let content = { (more: String) in
            #"""
            {"type":"flow","body":{"text":"Bitte ausfüllen"},"action":{"name":"flow",\#
            "parameters":{"flow_message_version":"3","flow_id":"700","flow_cta":"Öffnen",\#
            "flow_token":"t1"\#(more)}}}
            """#
        }
        let wanted = { (more: String) in
            Recordings.body("interactive", content(more), to: #""recipient":"DE.70112233""#)
        }
        #expect(try result(flow) == .success(wanted("")))
        let asked = WhatsAppFlowMessage(
            body: flow.body,
            flowID: flow.flowID,
            callToAction: flow.callToAction,
            token: flow.token,
            opening: .endpoint
        )
        #expect(try result(asked) == .success(wanted(#","flow_action":"data_exchange""#)))
    }

    @Test func `a form keeps Meta's limits`() throws {
        let flow = { (body: Int, call: Int) in
            try result(
                WhatsAppFlowMessage(
                    body: String(repeating: "x", count: body),
                    flowID: "700",
                    callToAction: String(repeating: "x", count: call),
                    token: "t1"
                )
            )
        }
        #expect(throws: Never.self) { try flow(1024, 30).get() }
        #expect(try flow(1025, 30) == .failure(.tooLong(part: "interactive.body", limit: 1024)))
        #expect(try flow(1024, 31) == .failure(.tooLong(part: "flow_cta", limit: 30)))
    }

    @Test func `media and forms go to no other channel's contacts`() throws {
        let channel = try Samples.channel()
        let foreign = Samples.address("mia@example.org")
        let media = WhatsAppMedia(kind: .image, link: "https://files.example/1")
        #expect(throws: EncodingFault.foreignAddress) {
            _ = try channel.request(media, to: foreign, key: Recordings.key)
        }
    }
}
