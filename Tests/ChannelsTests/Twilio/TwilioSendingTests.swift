import Channels
import Conversations
import Testing

/// The requests that send by Twilio, and what cannot be sent.
struct TwilioSendingTests {
    private static let content = "HX0123456789abcdef0123456789abcdef"

    @Test(arguments: [
        (TwilioWorld.number, "+491700000001", "+491700000001"),
        (TwilioWorld.service, "+491700000001", "+491700000001"),
        (TwilioWorld.service, "whatsapp:+491700000001", "whatsapp:+491700000001"),
        ("rcs:some_agent", "+491700000001", "rcs:+491700000001"),
        ("whatsapp:+493012345678", "+491700000001", "whatsapp:+491700000001"),
        ("whatsapp:+493012345678", "DE.ENT.701", "whatsapp:DE.ENT.701"),
    ])
    func `an answer goes out as its sender carries it`(
        sender: String,
        address: String,
        wanted: String
    ) throws {
        let form = try Self.form(TwilioWorld.dispatch(to: address, "Hallo"), sender)
        #expect(form["To"] == wanted)
        let isService = sender == TwilioWorld.service
        #expect(form["From"] == (isService ? nil : sender))
        #expect(form["MessagingServiceSid"] == (isService ? sender : nil))
        #expect(form["StatusCallback"] == TwilioWorld.url)
    }

    @Test(arguments: [
        (TwilioWorld.number, "whatsapp:+491700000001"), (TwilioWorld.number, "22333"),
        (TwilioWorld.number, "+049170000000"), (TwilioWorld.number, "+49170000x"),
        (TwilioWorld.number, "+1234567890123456"), (TwilioWorld.service, "whatsapp:de.1"),
        ("whatsapp:+493012345678", "sms:+491700000001"), ("whatsapp:+493012345678", "DE."),
        ("rcs:some_agent", "DE.70112233"),
    ])
    func `nothing goes to an address that a sender does not reach`(
        sender: String,
        address: String
    ) throws {
        let dispatch = try TwilioWorld.dispatch(to: address, "Hallo")
        #expect(try Self.fault(dispatch, sender) == .foreignAddress)
    }

    @Test func `outside of WhatsApp's window a template goes out`() throws {
        let sender = "whatsapp:\(TwilioWorld.number)"
        let form = try Self.form(Self.template(["Mia", "\"7\" Uhr"]), sender)
        #expect(form["ContentSid"] == Self.content && form["Body"] == nil)
        #expect(form["ContentVariables"] == "{\"1\":\"Mia\",\"2\":\"\\\"7\\\" Uhr\"}")
        let bare = try Self.form(Self.template([]), sender)
        #expect(bare["ContentSid"] == Self.content && bare["ContentVariables"] == nil)
        let without = try TwilioWorld.dispatch("Hallo", isWindowOpen: false)
        #expect(try Self.fault(without, sender) == .needsTemplate)
        #expect(try Self.fault(Self.template([""]), sender) == .unsupported(part: "empty-variable"))
        let long = String(repeating: "x", count: TwilioLimits.contentVariables + 1)
        #expect(
            try Self.fault(Self.template([long]), sender)
                == .tooLong(part: "ContentVariables", limit: TwilioLimits.contentVariables)
        )
        #expect(
            try Self.fault(Self.template([], name: "doi_confirm"), sender)
                == .unsupported(part: "template-name")
        )
    }

    @Test func `a window is a matter of the contact's medium, not of the sender`() throws {
        let closed = try TwilioWorld.dispatch(
            to: "whatsapp:\(TwilioWorld.contact)",
            "Hallo",
            isWindowOpen: false
        )
        #expect(try Self.fault(closed, TwilioWorld.service) == .needsTemplate)
        let sms = try TwilioWorld.dispatch("Hallo", isWindowOpen: false)
        #expect(try Self.form(sms, TwilioWorld.service)["Body"] == "Hallo")
    }

    @Test func `a body has so many units, and so many segments by SMS`() throws {
        let whatsApp = "whatsapp:\(TwilioWorld.number)"
        let most = String(repeating: "x", count: TwilioLimits.body)
        #expect(try Self.fault(TwilioWorld.dispatch(most), whatsApp) == nil)
        let tooLong = EncodingFault.tooLong(part: "Body", limit: TwilioLimits.body)
        #expect(try Self.fault(TwilioWorld.dispatch(most + "x"), whatsApp) == tooLong)
        let emoji = String(repeating: "🛑", count: TwilioLimits.body / 2)
        #expect(try Self.fault(TwilioWorld.dispatch(emoji), whatsApp) == nil)
        #expect(try Self.fault(TwilioWorld.dispatch(emoji + "x"), whatsApp) == tooLong)

        let tooMany = EncodingFault.tooLong(part: "segments", limit: TwilioLimits.segments)
        let ten = String(repeating: "x", count: 1530)
        #expect(try Self.fault(TwilioWorld.dispatch(ten), TwilioWorld.number) == nil)
        #expect(try Self.fault(TwilioWorld.dispatch(ten + "x"), TwilioWorld.number) == tooMany)
        #expect(
            try Self.fault(TwilioWorld.dispatch(ten, choices: ["a"]), TwilioWorld.service)
                == tooMany
        )
    }

    @Test func `choices keep a text in the alphabet of SMS`() throws {
        let dispatch = try TwilioWorld.dispatch("Newsletter?", choices: ["Ja", "Nein"])
        let body = try #require(try Self.form(dispatch, TwilioWorld.number)["Body"])
        #expect(body == "Newsletter?\n\n- Ja\n- Nein")
        #expect(SMSSegments.size(of: body).alphabet == .gsm7)
        let bare = try TwilioWorld.dispatch("", choices: ["Ja"])
        #expect(try Self.form(bare, TwilioWorld.number)["Body"] == "- Ja")
    }

    @Test func `a key of the interface sends instead of the account's token`() throws {
        let secrets = [
            "auth-token": ["12345"], "api-key-secret": ["secret", "older"],
            "api-key-sid": ["SK0123456789abcdef0123456789abcdef"],
        ]
        let settings = TwilioWorld.settings(api: "http://127.0.0.1:9000", secrets: secrets)
        let request = try TwilioChannel(settings).encode(TwilioWorld.dispatch("Hallo"))
        // base64("SK0123456789abcdef0123456789abcdef:secret")
        #expect(
            request.headers["authorization"]
                == "Basic U0swMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZjpzZWNyZXQ="
        )
        #expect(request.url.hasPrefix("http://127.0.0.1:9000/2010-04-01/Accounts/AC"))
        #expect(!"\(request)".contains("12345"))
    }

    private static func template(
        _ parameters: [String],
        name: String = content
    ) throws -> Dispatch {
        try TwilioWorld.dispatch(
            "Hallo",
            template: OutboundMessage.Template(name: name, locale: "de", parameters: parameters),
            isWindowOpen: false
        )
    }

    private static func form(_ dispatch: Dispatch, _ sender: String) throws -> FormFields {
        let request = try TwilioWorld.channel(sender).encode(dispatch)
        return try #require(FormFields(request.body))
    }

    private static func fault(_ dispatch: Dispatch, _ sender: String) throws -> EncodingFault? {
        let channel = try TwilioWorld.channel(sender)
        do throws(EncodingFault) {
            _ = try channel.encode(dispatch)
            return nil
        } catch {
            return error
        }
    }
}
