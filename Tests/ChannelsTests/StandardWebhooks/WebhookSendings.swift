import ChannelConformance
import Channels
import Clocks
import Consent
import Conversations
import Encryption
import Testing

/// What the webhook channel sends, and what the answers to it mean.
enum WebhookSendings {
    private static let key = "0123456789abcdef0123456789abcdef"

    private static func dispatch(
        channel: String = "shop",
        _ body: String = "Hello",
        buttons: [OutboundMessage.Button] = [],
        attachments: [OutboundMessage.Attachment] = [],
        template: OutboundMessage.Template? = nil,
        isWindowOpen: Bool = true
    ) throws -> Dispatch {
        Dispatch(
            message: OutboundMessage(
                address: try #require(ContactAddress(channel: channel, text: "c-1")),
                body: body,
                buttons: buttons,
                attachments: attachments,
                messageClass: .followUp,
                key: "hello",
                isAnswer: false,
                template: template
            ),
            key: key,
            isWindowOpen: isWindowOpen
        )
    }

    private static func request(_ data: String) -> ProviderRequest {
        ProviderRequest(
            url: "https://sms.example/messages",
            headers: ["content-type": "application/json", "webhook-id": key],
            body: [UInt8]("{\"type\":\"message.send\",\"data\":{\(data)}}".utf8)
        )
    }

    static func taken() throws -> [SendingRecording] {
        let template = OutboundMessage.Template(
            name: "news",
            locale: "de",
            parameters: ["Mia", "\"7\""]
        )
        let text = String(repeating: "🛑", count: StandardWebhooksChannel.longestText)
        return [
            SendingRecording(
                "a text",
                try dispatch("Grüße \u{1F44B}\n\"1\""),
                .success(request("\"to\":\"c-1\",\"text\":\"Grüße 👋\\n\\\"1\\\"\""))
            ),
            SendingRecording(
                "everything there is",
                try dispatch(
                    buttons: [.init(id: "yes.7", title: "Ja"), .init(id: "no.7", title: "Nein")],
                    attachments: [
                        .init(name: "r.html", mediaType: "text/html", bytes: [UInt8]("<p>".utf8))
                    ],
                    template: template
                ),
                .success(
                    request(
                        "\"to\":\"c-1\",\"text\":\"Hello\","
                            + "\"buttons\":[{\"id\":\"yes.7\",\"title\":\"Ja\"},"
                            + "{\"id\":\"no.7\",\"title\":\"Nein\"}],"
                            + "\"attachments\":[{\"name\":\"r.html\",\"type\":\"text/html\","
                            + "\"base64\":\"PHA+\"}],"
                            + "\"template\":{\"name\":\"news\",\"locale\":\"de\","
                            + "\"parameters\":[\"Mia\",\"\\\"7\\\"\"]}"
                    )
                )
            ),
            SendingRecording(
                "a template when the time for free messages is over",
                try dispatch(
                    template: .init(name: "n", locale: "de", parameters: []),
                    isWindowOpen: false
                ),
                .success(
                    request(
                        "\"to\":\"c-1\",\"text\":\"Hello\","
                            + "\"template\":{\"name\":\"n\",\"locale\":\"de\",\"parameters\":[]}"
                    )
                )
            ),
            SendingRecording(
                "the longest text",
                try dispatch(text),
                .success(request("\"to\":\"c-1\",\"text\":\"\(text)\""))
            ),
        ]
    }

    static func refused() throws -> [SendingRecording] {
        let limit = StandardWebhooksChannel.longestBody
        func attachment(_ count: Int) -> OutboundMessage.Attachment {
            .init(name: "a", mediaType: "b/c", bytes: Array(repeating: 0, count: count))
        }
        let bodyTooLong = EncodingFault.tooLong(part: "body", limit: limit)
        return [
            SendingRecording(
                "a text that is too long",
                try dispatch(String(repeating: "x", count: 4097)),
                .failure(.tooLong(part: "text", limit: 4096))
            ),
            SendingRecording(
                "attachments that are too long",
                try dispatch(attachments: [attachment(limit), attachment(1)]),
                .failure(bodyTooLong)
            ),
            SendingRecording(
                "an attachment that is too long in base64",
                try dispatch(attachments: [attachment(limit / 4 * 3)]),
                .failure(bodyTooLong)
            ),
            SendingRecording(
                "a message for another channel",
                try dispatch(channel: "other"),
                .failure(.foreignAddress)
            ),
            SendingRecording(
                "no template when the time for free messages is over",
                try dispatch(isWindowOpen: false),
                .failure(.needsTemplate)
            ),
        ]
    }

    private static func answer(
        _ status: Int,
        _ body: String = "",
        retryAfter: String? = nil,
        means outcome: DispatchOutcome
    ) -> AnswerRecording {
        AnswerRecording(
            "\(status) \(body)",
            ProviderAnswer(
                status: status,
                headers: HTTPFieldList(retryAfter.map { [("Retry-After", $0)] } ?? []),
                body: [UInt8](body.utf8)
            ),
            outcome
        )
    }

    private static func fault(
        _ code: String,
        _ remedy: DispatchRemedy,
        seconds: Int64? = nil
    ) -> DispatchOutcome {
        .refused(
            DispatchFault(
                code: code,
                remedy: remedy,
                retryAfter: seconds.map { Period(months: 0, milliseconds: $0 * 1000) }
            )
        )
    }

    /// Standard Webhooks 1.0.0, "Delivery success and failure", and what a body may add.
    static func answers() -> [AnswerRecording] {
        let remedies: [(Int, DispatchRemedy)] = [
            (300, .retry), (302, .retry), (308, .retry), (400, .mendMessage), (401, .pauseChannel),
            (403, .pauseChannel), (404, .retry), (408, .retry), (409, .retry),
            (410, .pauseChannel), (413, .mendMessage), (422, .mendMessage), (429, .slowSender),
            (500, .retry), (502, .slowSender), (503, .retry), (504, .slowSender), (599, .retry),
        ]
        return remedies.map { answer($0, means: fault("http-\($0)", $1)) } + [
            answer(200, "{\"id\":\"p-1\"}", means: .accepted(ids: ["p-1"])),
            answer(202, "{\"id\":\"\"}", means: .accepted(ids: [])),
            answer(204, means: .accepted(ids: [])),
            answer(200, "{\"id\":7}", means: .accepted(ids: [])),
            answer(200, "{\"id\":\"a\\u0000\"}", means: .accepted(ids: [])),
            answer(200, "ok", means: .accepted(ids: [])),
            answer(
                200,
                "{\"id\":\"\(String(repeating: "x", count: 257))\"}",
                means: .accepted(ids: [])
            ),
            answer(429, retryAfter: "30", means: fault("http-429", .slowSender, seconds: 30)),
            answer(503, retryAfter: "999999", means: fault("http-503", .retry, seconds: 86_400)),
            answer(
                503,
                retryAfter: "Fri, 31 Dec 1999 23:59:59 GMT",
                means: fault("http-503", .retry)
            ),
            answer(
                403,
                "{\"remedy\":\"opt-out\",\"code\":\"21610\"}",
                means: fault("21610", .optOut)
            ),
            answer(
                400,
                "{\"remedy\":\"withdraw-marketing\"}",
                means: fault("http-400", .withdrawMarketing)
            ),
            answer(
                429,
                "{\"remedy\":\"slow-contact\",\"code\":131056}",
                retryAfter: "6",
                means: fault("131056", .slowContact, seconds: 6)
            ),
            answer(
                400,
                "{\"remedy\":\"dance\",\"code\":null}",
                means: fault("http-400", .mendMessage)
            ),
            answer(400, "{\"remedy\":[],\"code\":\"!\"}", means: fault("http-400", .mendMessage)),
            answer(400, "[\"remedy\"]", means: fault("http-400", .mendMessage)),
            answer(500, "{\"remedy\":\"opt-out\"}", means: fault("http-500", .retry)),
            answer(100, means: .unknown(code: "http-100")),
            answer(600, means: .unknown(code: "http-600")),
        ]
    }
}
