import ChannelConformance
import Channels
import Clocks
import Consent
import Conversations
import Testing

/// Every type of event, answer and message of the webhook channel: `docs/webhook-channel.md`.
enum WebhookRecordings {
    static let now = WebhookSender.now
    /// 2026-11-21T09:59:30Z.
    static let earlier = Timestamp(milliseconds: 1_795_255_170_000)

    static func address(_ text: String) throws -> ContactAddress {
        try #require(ContactAddress(channel: "shop", text: text))
    }

    static func message(
        _ content: InboundMessage.Content,
        id: String = "m-1",
        at time: Timestamp = now,
        locale: String? = nil
    ) throws -> InboundMessage {
        InboundMessage(
            address: try address("c-1"),
            providerID: id,
            content: content,
            receivedAt: time,
            localeHint: locale
        )
    }

    /// A `message.received` with what is in its data besides id and sender.
    private static func received(_ data: String) -> String {
        "{\"type\":\"message.received\",\"data\":{\"id\":\"m-1\",\"from\":\"c-1\",\(data)}}"
    }

    private static func recorded(
        _ description: String,
        _ body: String,
        _ events: [InboundEvent]
    ) -> ChannelRecording {
        ChannelRecording(description, WebhookSender.request(body), events)
    }

    static func messages() throws -> [ChannelRecording] {
        let whole = """
            {"type":"message.received","timestamp":"2026-11-21T09:59:30Z",
             "data":{"id":"m-1","from":"c-1","text":"STOP","locale":"de-AT",
                     "aliases":["+491700000001","c-1","","c-2"],"more":[1]}}
            """
        return [
            recorded(
                "a text with everything there is",
                whole,
                [
                    .message(
                        try message(.text("STOP"), at: earlier, locale: "de-AT"),
                        aliases: [try address("+491700000001"), try address("c-2")]
                    )
                ]
            ),
            recorded(
                "a button",
                received("\"button\":{\"id\":\"yes.7\",\"title\":\"Ja\"},\"text\":\"Ja\""),
                [.message(try message(.button(id: "yes.7", title: "Ja")), aliases: [])]
            ),
            recorded(
                "a photo",
                received("\"media\":{\"kind\":\"image\"}"),
                [.message(try message(.unreadable(kind: "image")), aliases: [])]
            ),
            recorded(
                "a photo with words",
                received("\"media\":{\"kind\":\"image\",\"caption\":\"stop it\"}"),
                [.message(try message(.caption("stop it", kind: "image")), aliases: [])]
            ),
            recorded(
                "a medium of a kind nobody may print",
                received("\"media\":{\"kind\":\"<b>\"}"),
                [.message(try message(.unreadable(kind: "media")), aliases: [])]
            ),
            recorded(
                "a reaction",
                received("\"reaction\":\"🛑\""),
                [.message(try message(.reaction("🛑")), aliases: [])]
            ),
            recorded(
                "a text without an id of its own",
                "{\"type\":\"message.received\",\"data\":{\"from\":\"c-1\",\"text\":\"Hi\"}}",
                [.message(try message(.text("Hi"), id: "msg_1"), aliases: [])]
            ),
            recorded(
                "a time to come and a locale that is none",
                """
                {"type":"message.received","timestamp":"2099-01-01T00:00:00Z",
                 "data":{"id":null,"from":"c-1","text":"Hi","locale":"d e"}}
                """,
                [.message(try message(.text("Hi"), id: "msg_1"), aliases: [])]
            ),
        ]
    }

    static func statuses() -> [ChannelRecording] {
        let stages: [(String, MessageStatus.Stage)] = [
            ("sent", .sent), ("delivered", .delivered), ("read", .read),
        ]
        let reached = stages.map { word, stage in
            recorded(
                word,
                "{\"type\":\"message.status\",\"data\":{\"id\":\"p-1\",\"status\":\"\(word)\"}}",
                [status(.reached(stage))]
            )
        }
        let failed: [(String, DispatchFault)] = [
            ("", DispatchFault(code: "failed", remedy: .giveUp)),
            (",\"code\":\"E-7\"", DispatchFault(code: "E-7", remedy: .giveUp)),
            (
                ",\"code\":21610,\"remedy\":\"opt-out\"",
                DispatchFault(code: "21610", remedy: .optOut)
            ),
            (
                ",\"code\":\"é!\",\"remedy\":\"unreachable\"",
                DispatchFault(code: "failed", remedy: .unreachable)
            ),
            (",\"code\":[],\"remedy\":\"dance\"", DispatchFault(code: "failed", remedy: .giveUp)),
        ]
        return reached
            + failed.map { more, fault in
                recorded(
                    "failed with \(more.isEmpty ? "nothing" : more)",
                    "{\"type\":\"message.status\",\"data\":{\"id\":\"p-1\",\"status\":\"failed\""
                        + "\(more)}}",
                    [status(.failed(fault))]
                )
            }
    }

    private static func status(_ report: MessageStatus.Report) -> InboundEvent {
        .status(MessageStatus(messageID: "p-1", report: report, recipient: nil, at: now))
    }

    static func signals() throws -> [ChannelRecording] {
        let address = try address("c-1")
        let kinds: [(String, ProviderSignal.Kind)] = [
            ("opted-out", .optedOut), ("blocked", .blocked), ("unblocked", .unblocked),
            ("stopped-marketing", .stoppedMarketing), ("resumed-marketing", .resumedMarketing),
            ("changed-address", .changedAddress(to: try self.address("c-9"))),
            ("identity-changed", .identityChanged),
        ]
        return kinds.map { word, kind in
            recorded(
                word,
                """
                {"type":"contact.signal","timestamp":"2026-11-21T10:59:30+01:00",
                 "data":{"id":"s-1","from":"c-1","signal":"\(word)","to":"c-9"}}
                """,
                [.signal(ProviderSignal(address: address, kind: kind, id: "s-1", at: earlier))]
            )
        }
    }

    static func strangers() -> [ChannelRecording] {
        [
            recorded(
                "a type that this channel does not know",
                "{\"type\":\"invoice.paid_2\"}",
                [.unknown(kind: "invoice.paid_2")]
            ),
            recorded(
                "a status that this channel does not know",
                "{\"type\":\"message.status\",\"data\":{\"id\":\"p-1\",\"status\":\"played\"}}",
                [.unknown(kind: "message.status")]
            ),
            recorded(
                "a signal that this channel does not know",
                "{\"type\":\"contact.signal\",\"data\":{\"from\":\"c-1\",\"signal\":\"waved\"}}",
                [.unknown(kind: "contact.signal")]
            ),
            recorded("nothing", "{\"events\":[]}", []),
        ]
    }

    static func batch() throws -> ChannelRecording {
        recorded(
            "a batch in which one event is broken",
            """
            {"events":[
              {"type":"message.received","data":{"from":"c-1","text":"one"}},
              {"type":"message.received","data":{"id":"m-2","from":"","text":"two"}},
              {"type":"contact.signal","data":{"from":"c-1","signal":"blocked"}},
              7,
              {"type":"message.received","data":{"id":"m-5","from":"c-1","text":"\\ud83d"}}
            ]}
            """,
            [
                .message(try message(.text("one"), id: "msg_1.0"), aliases: []),
                .broken(
                    place: "events[1].data.from",
                    why: "is no address: a text of 1 to 256 bytes without control characters"
                ),
                .signal(
                    ProviderSignal(
                        address: try address("c-1"),
                        kind: .blocked,
                        id: "msg_1.2",
                        at: now
                    )
                ),
                .broken(place: "events[3]", why: "is no object"),
                .message(try message(.text("\u{FFFD}"), id: "m-5"), aliases: []),
            ]
        )
    }
}
