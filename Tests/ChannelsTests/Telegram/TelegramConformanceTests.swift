import ChannelConformance
import Channels
import Clocks
import Conversations
import Testing

/// Telegram keeps what every channel promises.
struct TelegramConformanceTests {
    @Test func `the channel keeps every channel's promises`() throws {
        try ChannelConformance(
            channel: try TelegramWorld.channel(),
            now: TelegramWorld.now,
            signatureFields: [TelegramSecret.field],
            signsBody: false,
            sign: { TelegramWorld.sign($0) },
            recordings: try TelegramRecordings.all(),
            answers: Self.answers(),
            sendings: try Self.sendings()
        ).check()
    }

    private static func answers() -> [AnswerRecording] {
        let message = "{\"message_id\":43,\"chat\":{\"id\":70112233,\"type\":\"private\"}}"
        return refusals() + [
            AnswerRecording(
                "sent",
                answer(200, "{\"ok\":true,\"result\":\(message)}"),
                .accepted(ids: ["70112233:43"])
            ),
            AnswerRecording(
                "sent, without its chat",
                answer(200, "{\"ok\":true,\"result\":{\"message_id\":43}}"),
                .accepted(ids: ["43"])
            ),
            AnswerRecording(
                "sent, nobody knows what",
                answer(200, "{\"ok\":true,\"result\":true}"),
                .unknown(code: "no-message-id")
            ),
            AnswerRecording(
                "a no that came as a yes",
                answer(200, "{\"ok\":false,\"result\":\(message)}"),
                .unknown(code: "no-message-id")
            ),
            AnswerRecording(
                "too many requests, with a time",
                answer(
                    429,
                    "{\"ok\":false,\"error_code\":429,\"description\":"
                        + "\"Too Many Requests: retry after 7\",\"parameters\":{\"retry_after\":7}}"
                ),
                refused("429", .slowSender, after: Period(months: 0, milliseconds: 7000))
            ),
            AnswerRecording("too many requests", answer(429, ""), refused("429", .slowSender)),
            AnswerRecording("a gateway", answer(502, "<html>"), refused("502", .retry)),
            AnswerRecording("sent elsewhere", answer(302, ""), .unknown(code: "http-302")),
        ]
    }

    /// Telegram's own sentences.
    private static func refusals() -> [AnswerRecording] {
        let rows: [(Int, String, String, DispatchRemedy)] = [
            (403, "Forbidden: bot was blocked by the user", "403-blocked", .optOut),
            (403, "Forbidden: user is deactivated", "403-deactivated", .unreachable),
            (
                403, "Forbidden: bot can't initiate conversation with a user",
                "403-never-started", .unreachable
            ),
            (403, "Forbidden: bot can't send messages to bots", "403-bot", .unreachable),
            (403, "Forbidden: something of tomorrow", "403", .giveUp),
            (400, "Bad Request: chat not found", "400-chat-not-found", .unreachable),
            (400, "Bad Request: user not found", "400-user-not-found", .unreachable),
            (400, "Bad Request: PEER_ID_INVALID", "400-peer-id-invalid", .unreachable),
            (400, "Bad Request: message is too long", "400", .mendMessage),
            // The words of another status mean nothing.
            (400, "Bad Request: bot was blocked by the user", "400", .mendMessage),
            (401, "Unauthorized", "401", .pauseChannel), (404, "Not Found", "404", .pauseChannel),
            (413, "Request Entity Too Large", "413", .giveUp),
            (500, "Internal Server Error", "500", .retry),
        ]
        return rows.map { status, sentence, code, remedy in
            let body =
                "{\"ok\":false,\"error_code\":\(status),\"description\":\"\(sentence)\"}"
            return AnswerRecording(sentence, answer(status, body), refused(code, remedy))
        }
    }

    private static func sendings() throws -> [SendingRecording] {
        let start = "{\"chat_id\":70112233,\"text\":"
        let preview = "\"link_preview_options\":{\"is_disabled\":true}"
        let buttons = [
            OutboundMessage.Button(id: "yes.7", title: "Ja, \"bitte\""),
            OutboundMessage.Button(id: "no.7", title: "Nein"),
        ]
        let keyboard =
            "\"reply_markup\":{\"inline_keyboard\":"
            + "[[{\"text\":\"Ja, \\\"bitte\\\"\",\"callback_data\":\"yes.7\"}],"
            + "[{\"text\":\"Nein\",\"callback_data\":\"no.7\"}]]}"
        let attachment = OutboundMessage.Attachment(name: "a", mediaType: "text/html", bytes: [])
        return [
            SendingRecording(
                "words",
                try TelegramWorld.dispatch("Grüß Gott\n<b>"),
                .success(request("\(start)\"Grüß Gott\\n<b>\",\(preview)}"))
            ),
            SendingRecording(
                "words with choices",
                try TelegramWorld.dispatch("Newsletter?", buttons: buttons),
                .success(request("\(start)\"Newsletter?\",\(preview),\(keyboard)}"))
            ),
            SendingRecording(
                "words when a window is over that Telegram does not have",
                try TelegramWorld.dispatch("Hallo", isWindowOpen: false),
                .success(request("\(start)\"Hallo\",\(preview)}"))
            ),
            SendingRecording(
                "words for another channel",
                try TelegramWorld.dispatch(on: "sms", "Hallo"),
                .failure(.foreignAddress)
            ),
            SendingRecording(
                "a document",
                try TelegramWorld.dispatch("Hallo", attachments: [attachment]),
                .failure(.unsupported(part: "attachment"))
            ),
        ]
    }

    private static func request(_ body: String) -> ProviderRequest {
        ProviderRequest(
            url: "https://api.telegram.org/bot\(TelegramWorld.botToken)/sendMessage",
            headers: ["content-type": "application/json"],
            body: [UInt8](body.utf8)
        )
    }

    private static func answer(_ status: Int, _ body: String) -> ProviderAnswer {
        ProviderAnswer(status: status, body: [UInt8](body.utf8))
    }

    private static func refused(
        _ code: String,
        _ remedy: DispatchRemedy,
        after: Period? = nil
    ) -> DispatchOutcome {
        .refused(DispatchFault(code: code, remedy: remedy, retryAfter: after))
    }
}
