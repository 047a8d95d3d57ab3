import Channels
import Consent
import Conversations
import Testing

/// What Twilio's forms tell of, at their edges.
struct TwilioWebhookTests {
    private static let id = TwilioWorld.id(1)

    @Test(arguments: [
        (TwilioWorld.number, "+491700000001", "+491700000001"),
        (TwilioWorld.number, "rcs:+491700000001", "+491700000001"),
        (TwilioWorld.number, "whatsapp:+491700000001", "whatsapp:+491700000001"),
        (TwilioWorld.number, "messenger:7", "messenger:7"),
        (TwilioWorld.number, "22333", "22333"),
        (TwilioWorld.service, "rcs:+491700000001", "+491700000001"),
        (TwilioWorld.service, "whatsapp:+491700000001", "whatsapp:+491700000001"),
        ("rcs:some_agent", "rcs:+491700000001", "+491700000001"),
        ("whatsapp:+493012345678", "whatsapp:+491700000001", "+491700000001"),
        ("whatsapp:+493012345678", "whatsapp:DE.70112233", "DE.70112233"),
        ("whatsapp:+493012345678", "+491700000001", "sms:+491700000001"),
    ])
    func `a contact is known by the bare number on its own medium`(
        sender: String,
        from: String,
        wanted: String
    ) throws {
        let form = TwilioWorld.form(["MessageSid": Self.id, "From": from, "Body": "STOP"])
        let events = try TwilioWorld.events(form, sender: sender)
        #expect(events == [try TwilioWorld.message(.text("STOP"), from: wanted)])
    }

    @Test func `a number comes before an id, which changes with the number`() throws {
        let sender = "whatsapp:\(TwilioWorld.number)"
        let known = try TwilioWorld.events(
            TwilioWorld.form([
                "MessageSid": Self.id, "From": "whatsapp:DE.70112233", "WaId": "491700000001",
                "ExternalUserId": "whatsapp:DE.70112233", "Body": "Hallo",
            ]),
            sender: sender
        )
        #expect(
            known == [try TwilioWorld.message(.text("Hallo"), aliases: ["DE.70112233"])]
        )
        let hidden = try TwilioWorld.events(
            TwilioWorld.form([
                "MessageSid": Self.id, "ExternalUserIdentifier": "DE.70112233", "Body": "Hallo",
            ]),
            sender: sender
        )
        #expect(hidden == [try TwilioWorld.message(.text("Hallo"), from: "DE.70112233")])
    }

    @Test(arguments: [
        ("image/png", "image"), ("video/mp4", "video"), ("audio/ogg; codecs=opus", "audio"),
        ("text/vcard", "contacts"), ("application/pdf", "document"), ("", "document"),
    ])
    func `media has a kind for people`(type: String, kind: String) throws {
        let form = TwilioWorld.form([
            "MessageSid": Self.id, "From": TwilioWorld.contact, "NumMedia": "2",
            "MediaContentType0": type, "Body": "",
        ])
        let events = try TwilioWorld.events(form)
        #expect(events == [try TwilioWorld.message(.unreadable(kind: kind))])
    }

    @Test func `a choice is known by its id, and by its words where it has none`() throws {
        let cases: [(KeyValuePairs<String, String>, InboundMessage.Content)] = [
            (["ButtonText": "Ja"], .button(id: "Ja", title: "Ja")),
            (["ButtonPayload": "yes.1"], .button(id: "yes.1", title: "yes.1")),
            (["ListId": "no.1", "ListTitle": "Nein"], .button(id: "no.1", title: "Nein")),
            (["ListId": "no.1", "Body": "Nein"], .button(id: "no.1", title: "Nein")),
            (["FlowData": "{}"], .unreadable(kind: "form")), ([:], .unreadable(kind: "unknown")),
        ]
        for (fields, wanted) in cases {
            let own: [(String, String)] = [("MessageSid", Self.id), ("From", TwilioWorld.contact)]
            let all = own + fields.map { ($0.key, $0.value) }
            let body = FormFields(all.map { FormFields.Field($0.0, $0.1) }).bytes
            let text = "AccountSid=\(TwilioWorld.account)&" + String(decoding: body, as: UTF8.self)
            let events = try TwilioWorld.events(TwilioWorld.request(text))
            #expect(events == [try TwilioWorld.message(wanted)])
        }
    }

    @Test(arguments: [
        ("STOP", CommandKind.stop), ("stop", .stop), ("HELP", .help), ("START", .start), ("", nil),
        ("OTHER", nil),
    ])
    func `what Twilio has answered is said`(type: String, command: CommandKind?) throws {
        let form = TwilioWorld.form([
            "MessageSid": Self.id, "From": TwilioWorld.contact, "Body": "x", "OptOutType": type,
        ])
        let wanted = try TwilioWorld.message(.text("x"), answered: command)
        #expect(try TwilioWorld.events(form) == [wanted])
    }

    @Test(arguments: ["canceling", "Delivered", "partially_delivered", ""])
    func `no word of a status hides what was written`(status: String) throws {
        let form = TwilioWorld.form([
            "MessageSid": Self.id, "From": TwilioWorld.contact, "Body": "STOP",
            "SmsStatus": status,
        ])
        #expect(try TwilioWorld.events(form) == [try TwilioWorld.message(.text("STOP"))])
    }

    @Test func `what is missing is named, and nothing else is lost with it`() throws {
        let cases: [(KeyValuePairs<String, String>, InboundEvent)] = [
            (["From": "+491700000001", "Body": "x"], .broken(place: "MessageSid", why: "missing")),
            (
                ["MessageSid": "SM 1", "From": "+491700000001", "Body": "x"],
                .broken(place: "MessageSid", why: "not an id")
            ),
            (["MessageSid": "", "Body": "x"], .broken(place: "MessageSid", why: "not an id")),
            (["MessageSid": Self.id, "Body": "x"], .broken(place: "From", why: "missing")),
            (
                ["MessageSid": Self.id, "From": "whatsapp:", "Body": "x"],
                .broken(place: "From", why: "not an address")
            ),
            (
                ["MessageSid": Self.id, "From": "+49\u{7}", "Body": "x"],
                .broken(place: "From", why: "not an address")
            ),
        ]
        for (fields, wanted) in cases {
            #expect(try TwilioWorld.events(TwilioWorld.form(fields)) == [wanted])
        }
        let long = String(repeating: "A", count: TwilioLimits.messageID + 1)
        let form = TwilioWorld.form(["MessageSid": long, "Body": "x"])
        #expect(
            try TwilioWorld.events(form) == [.broken(place: "MessageSid", why: "not an id")]
        )
    }

    @Test func `what is no form of Twilio's is no webhook`() throws {
        for body in ["", "Body=STOP", "{}", "%00"] {
            #expect(throws: WebhookFault.foreignShape) {
                try TwilioWorld.events(TwilioWorld.request(body))
            }
        }
        #expect(throws: WebhookFault.notJSON) {
            try TwilioWorld.events(TwilioWorld.request("{", type: "application/json"))
        }
    }

    @Test func `Twilio is answered with TwiML that says nothing`() throws {
        let answer = try TwilioWorld.channel().acknowledgement
        #expect(answer.status == 200 && answer.contentType == "text/xml")
        #expect(String(decoding: answer.body, as: UTF8.self) == "<Response/>")
    }
}
