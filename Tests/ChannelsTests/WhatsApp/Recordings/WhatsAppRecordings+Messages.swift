import ChannelConformance
import Channels
import Conversations

/// Webhooks as Meta sends them, and what each tells of.
///
/// The names are those of the public cases that the shapes are from (see `WhatsAppSamples`), or of
/// the page of Meta's reference.
enum WhatsAppRecordings {
    typealias Samples = WhatsAppSamples

    static func recording(
        _ description: String,
        _ body: String,
        _ events: [InboundEvent]
    ) -> ChannelRecording {
        ChannelRecording(description, Samples.request(body), events)
    }

    static func message(
        _ description: String,
        _ members: String,
        _ content: InboundMessage.Content
    ) -> ChannelRecording {
        recording(description, Samples.message(members), [Samples.said(content)])
    }

    static let words: [ChannelRecording] = [
        message("text", #""type":"text","text":{"body":"STOPP bitte"}"#, .text("STOPP bitte")),
        message(
            "text with escapes, as Meta writes it",
            #""type":"text","text":{"body":"gr\u00fc\u00df dich \ud83d\uded1 1\/2"}"#,
            .text("grüß dich 🛑 1/2")
        ),
        message("text without words", #""type":"text","text":{}"#, .unreadable(kind: "text")),
        message(
            "reply",
            #"""
            "context":{"from":"4930111222","id":"wamid.PREVIOUS="},"type":"text",\#
            "text":{"body":"ja gern"}
            """#,
            .text("ja gern")
        ),
        message(
            "forwarded",
            #""context":{"forwarded":true},"type":"text","text":{"body":"schau mal"}"#,
            .text("schau mal")
        ),
        message(
            "forwarded many times",
            #""context":{"frequently_forwarded":true},"type":"text","text":{"body":"kette"}"#,
            .text("kette")
        ),
        message(
            "referral",
            #"""
            "referral":{"source_url":"https://fb.example/ad","source_id":"77","source_type":"ad",\#
            "headline":"Angebot","body":"Jetzt","media_type":"image",\#
            "image_url":"https://fb.example/i","ctwa_clid":"clid"},"type":"text",\#
            "text":{"body":"Was kostet das?"}
            """#,
            .text("Was kostet das?")
        ),
        message(
            "edit: words",
            #"""
            "type":"edit","edit":{"original_message_id":"wamid.OLD=","message":{"type":"text",\#
            "text":{"body":"STOP"}}}
            """#,
            .caption("STOP", kind: "edit")
        ),
        message(
            "edit: caption",
            #"""
            "type":"edit","edit":{"original_message_id":"wamid.OLD=","message":{"context":\#
            {"id":"M0"},"type":"image","image":{"caption":"neu","mime_type":"image/jpeg",\#
            "sha256":"AAAA","id":"55","url":"https://media.example/1"}}}
            """#,
            .caption("neu", kind: "edit")
        ),
        message(
            "edit of an edit",
            #""type":"edit","edit":{"message":{"type":"edit","edit":{"message":{}}}}"#,
            .unreadable(kind: "edit")
        ),
        recording(
            "revoke",
            Samples.message(#""type":"revoke","revoke":{"original_message_id":"wamid.OLD="}"#),
            [.unknown(kind: "revoke")]
        ),
        recording(
            "request_welcome",
            Samples.message(#""type":"request_welcome""#),
            [.unknown(kind: "request_welcome")]
        ),
        recording(
            "an echo of our own",
            Samples.message(#""is_echo":true,"type":"text","text":{"body":"hallo"}"#),
            [.unknown(kind: "echo")]
        ),
    ]

    static let taps: [ChannelRecording] = [
        message(
            "quick reply of a template",
            #"""
            "context":{"from":"4930111222","id":"wamid.PREVIOUS="},"type":"button",\#
            "button":{"payload":"yes.7","text":"Ja"}
            """#,
            .button(id: "yes.7", title: "Ja")
        ),
        message(
            "quick reply without context",
            #""type":"button","button":{"payload":"yes.7","text":"Ja"}"#,
            .button(id: "yes.7", title: "Ja")
        ),
        message(
            "quick reply without payload",
            #""type":"button","button":{"text":"Ja"}"#,
            .text("Ja")
        ),
        message("empty quick reply", #""type":"button""#, .unreadable(kind: "button")),
        message(
            "button reply",
            #"""
            "context":{"from":"4930111222","id":"wamid.PREVIOUS="},"type":"interactive",\#
            "interactive":{"type":"button_reply","button_reply":{"id":"no.7","title":"Nein"}}
            """#,
            .button(id: "no.7", title: "Nein")
        ),
        message(
            "list reply",
            #"""
            "type":"interactive","interactive":{"type":"list_reply","list_reply":\#
            {"id":"berlin.3","title":"Berlin"}}
            """#,
            .button(id: "berlin.3", title: "Berlin")
        ),
        message(
            "list reply with description",
            #"""
            "type":"interactive","interactive":{"type":"list_reply","list_reply":\#
            {"id":"berlin.3","title":"Berlin","description":"Mitte"}}
            """#,
            .button(id: "berlin.3", title: "Berlin")
        ),
        message(
            "a reply without id",
            #""type":"interactive","interactive":{"type":"list_reply","list_reply":{}}"#,
            .unreadable(kind: "list_reply")
        ),
        message(
            "completed form",
            #"""
            "type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow",\#
            "body":"Sent","response_json":"{\"city\":\"Berlin\",\"flow_token\":\"t1\"}"}}
            """#,
            .unreadable(kind: "flow")
        ),
        message(
            "completed form without token",
            #"""
            "type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow",\#
            "body":"Sent","response_json":"{\"city\":\"Berlin\"}"}}
            """#,
            .unreadable(kind: "flow")
        ),
        message(
            "completed form that is a choice",
            #"""
            "type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow",\#
            "body":"Sent","response_json":"{\"choice\":\"yes.7\",\"title\":\"Ja, bitte\"}"}}
            """#,
            .button(id: "yes.7", title: "Ja, bitte")
        ),
        message(
            "completed form that is no JSON",
            #"""
            "type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":\#
            {"response_json":"{"}}
            """#,
            .unreadable(kind: "flow")
        ),
        message(
            "call permission",
            #"""
            "type":"interactive","interactive":{"type":"call_permission_reply",\#
            "call_permission_reply":{"response":"accept","expiration_timestamp":1793606400,\#
            "response_source":"user_action"}}
            """#,
            .unreadable(kind: "call_permission_reply")
        ),
        message(
            "shared address",
            #"""
            "type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":\#
            "address_message","response_json":"{\"values\":{\"city\":\"Berlin\"}}"}}
            """#,
            .unreadable(kind: "flow")
        ),
    ]
}
