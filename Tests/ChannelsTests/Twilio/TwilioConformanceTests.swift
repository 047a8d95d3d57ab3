import ChannelConformance
import Channels
import Conversations
import Testing

/// Twilio keeps what every channel promises.
struct TwilioConformanceTests {
    @Test func `the channel keeps every channel's promises`() throws {
        try ChannelConformance(
            channel: try TwilioWorld.channel(),
            now: TwilioWorld.now,
            signatureFields: [TwilioSignature.field],
            signsBody: true,
            sign: { TwilioWorld.sign($0) },
            recordings: try TwilioRecordings.all(),
            answers: TwilioAnswers.all(),
            sendings: try Self.sendings()
        ).check()
    }

    private static func sendings() throws -> [SendingRecording] {
        let to = "To=%2B491700000001&From=%2B493012345678"
        let callback = "StatusCallback=https%3A%2F%2Fbots.example%2Fhooks%2Ftwilio"
        let attachment = OutboundMessage.Attachment(name: "a", mediaType: "text/html", bytes: [])
        return [
            SendingRecording(
                "words",
                try TwilioWorld.dispatch("Hallo & danke"),
                .success(request("\(to)&Body=Hallo+%26+danke&\(callback)"))
            ),
            SendingRecording(
                "words with choices",
                try TwilioWorld.dispatch("Newsletter?", choices: ["Ja", "Nein"]),
                .success(request("\(to)&Body=Newsletter%3F%0A%0A-+Ja%0A-+Nein&\(callback)"))
            ),
            SendingRecording(
                "words when a window is over that SMS does not have",
                try TwilioWorld.dispatch("Hallo", isWindowOpen: false),
                .success(request("\(to)&Body=Hallo&\(callback)"))
            ),
            SendingRecording(
                "words for another channel",
                try TwilioWorld.dispatch(on: "telegram", "Hallo"),
                .failure(.foreignAddress)
            ),
            SendingRecording(
                "a document",
                try TwilioWorld.dispatch("Hallo", attachments: [attachment]),
                .failure(.unsupported(part: "attachment"))
            ),
            SendingRecording(
                "nothing",
                try TwilioWorld.dispatch(""),
                .failure(.unsupported(part: "empty-body"))
            ),
        ]
    }

    private static func request(_ body: String) -> ProviderRequest {
        ProviderRequest(
            url: "https://api.twilio.com/2010-04-01/Accounts/\(TwilioWorld.account)/Messages.json",
            headers: [
                "authorization":
                    "Basic QUMwMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZjoxMjM0NQ==",
                "accept": "application/json",
                "content-type": "application/x-www-form-urlencoded",
            ],
            body: [UInt8](body.utf8)
        )
    }
}
