import Channels
import ChannelConformance
import Consent
import Conversations

/// Webhooks in the forms that Twilio's documentation gives them ("Webhook request parameters",
/// "Track the status of outbound messages"); numbers, names and ids are made up.
enum TwilioRecordings {
    static func all() throws -> [ChannelRecording] {
        try messages() + whatsApp() + statuses() + others()
    }

    private static func messages() throws -> [ChannelRecording] {
        [
            ChannelRecording(
                "a text by SMS, with where the number is registered",
                TwilioWorld.form([
                    "MessageSid": TwilioWorld.id(1), "SmsSid": TwilioWorld.id(1),
                    "SmsStatus": "received", "From": TwilioWorld.contact,
                    "To": TwilioWorld.number, "Body": "Grüß Gott", "NumMedia": "0",
                    "FromCity": "", "FromState": "", "FromZip": "10115",
                    "FromCountry": "DE", "ToCountry": "DE", "ApiVersion": "2010-04-01",
                ]),
                [try TwilioWorld.message(.text("Grüß Gott"))]
            ),
            ChannelRecording(
                "STOP, which Twilio has answered",
                TwilioWorld.form([
                    "MessageSid": TwilioWorld.id(2), "From": TwilioWorld.contact,
                    "Body": "STOP", "OptOutType": "STOP",
                    "MessagingServiceSid": TwilioWorld.service, "ApiVersion": "2010-04-01",
                ]),
                [try TwilioWorld.message(.text("STOP"), id: TwilioWorld.id(2), answered: .stop)]
            ),
            ChannelRecording(
                "START, which Twilio has answered",
                TwilioWorld.form([
                    "SmsSid": TwilioWorld.id(3), "From": TwilioWorld.contact,
                    "Body": "unstop", "OptOutType": "START",
                ]),
                [try TwilioWorld.message(.text("unstop"), id: TwilioWorld.id(3), answered: .start)]
            ),
            ChannelRecording(
                "a photo with words beneath it",
                TwilioWorld.form([
                    "MessageSid": TwilioWorld.id(4), "From": TwilioWorld.contact,
                    "Body": "stop it", "NumMedia": "1", "MediaContentType0": "image/jpeg",
                    "MediaUrl0": "https://api.twilio.com/x",
                ]),
                [
                    try TwilioWorld.message(
                        .caption("stop it", kind: "image"),
                        id: TwilioWorld.id(4)
                    )
                ]
            ),
            ChannelRecording(
                "a visiting card without words, by RCS",
                TwilioWorld.form([
                    "MessageSid": TwilioWorld.id(5), "From": "rcs:\(TwilioWorld.contact)",
                    "NumMedia": "1", "MediaContentType0": "text/x-vcard",
                ]),
                [try TwilioWorld.message(.unreadable(kind: "contacts"), id: TwilioWorld.id(5))]
            ),
        ]
    }

    private static func whatsApp() throws -> [ChannelRecording] {
        [
            ChannelRecording(
                "a tapped button of a template, by WhatsApp, on a channel of SMS",
                TwilioWorld.form([
                    "MessageSid": TwilioWorld.id(6), "SmsStatus": "received",
                    "From": "whatsapp:\(TwilioWorld.contact)", "WaId": "491700000001",
                    "ProfileName": "Kontakt", "Body": "Ja, bitte", "ButtonText": "Ja, bitte",
                    "ButtonPayload": "yes.7", "ExternalUserId": "DE.70112233",
                ]),
                [
                    try TwilioWorld.message(
                        .button(id: "yes.7", title: "Ja, bitte"),
                        id: TwilioWorld.id(6),
                        from: "whatsapp:\(TwilioWorld.contact)",
                        aliases: ["whatsapp:DE.70112233"]
                    )
                ]
            ),
            ChannelRecording(
                "a place",
                TwilioWorld.form([
                    "MessageSid": TwilioWorld.id(7), "From": TwilioWorld.contact, "Body": "",
                    "Latitude": "52.5", "Longitude": "13.4", "Address": "Platz 1",
                ]),
                [try TwilioWorld.message(.unreadable(kind: "location"), id: TwilioWorld.id(7))]
            ),
        ]
    }

    private static func statuses() throws -> [ChannelRecording] {
        var recordings: [ChannelRecording] = []
        let stages: [(String, MessageStatus.Stage)] = [
            ("sent", .sent), ("delivered", .delivered), ("read", .read),
        ]
        for (word, stage) in stages {
            let event = try TwilioWorld.status(.reached(stage))
            recordings.append(ChannelRecording(word, callback(word), [event]))
        }
        for word in ["accepted", "queued", "scheduled", "sending"] {
            recordings.append(ChannelRecording(word, callback(word), []))
        }
        let blocked = DispatchFault(code: "21610", remedy: .optOut)
        let unreachable = DispatchFault(code: "30005", remedy: .unreachable)
        let unknown = DispatchFault(code: "39999", remedy: .giveUp)
        let unnamed = DispatchFault(code: "canceled", remedy: .giveUp)
        let failures: [(String, String, DispatchFault)] = [
            ("failed", "21610", blocked), ("undelivered", "30005", unreachable),
            ("undelivered", "39999", unknown), ("canceled", "", unnamed),
        ]
        for (word, code, fault) in failures {
            let event = try TwilioWorld.status(.failed(fault))
            recordings.append(
                ChannelRecording("\(word) \(code)", callback(word, code), [event])
            )
        }
        return recordings
    }

    private static func callback(_ status: String, _ code: String = "") -> WebhookRequest {
        TwilioWorld.form([
            "MessageSid": TwilioWorld.id(9), "SmsSid": TwilioWorld.id(9), "SmsStatus": status,
            "MessageStatus": status, "From": TwilioWorld.number, "To": TwilioWorld.contact,
            "ErrorCode": code, "ApiVersion": "2010-04-01",
        ])
    }

    private static func others() throws -> [ChannelRecording] {
        let foreign = "AccountSid=AC" + String(repeating: "f", count: 32)
        return [
            ChannelRecording(
                "a message for another account",
                TwilioWorld.request("\(foreign)&MessageSid=\(TwilioWorld.id(1))&Body=STOP"),
                [.unknown(kind: "foreign-account")]
            ),
            ChannelRecording(
                "a call",
                TwilioWorld.form([
                    "CallSid": "CA0123456789abcdef0123456789abcdef", "CallStatus": "ringing",
                ]),
                [.unknown(kind: "no-message")]
            ),
            ChannelRecording(
                "a status of tomorrow",
                callback("teleported"),
                [.unknown(kind: "status")]
            ),
            ChannelRecording(
                "JSON, which no message is",
                TwilioWorld.request("{\"type\":\"event\"}", type: "application/json"),
                [.unknown(kind: "json")]
            ),
        ]
    }
}
