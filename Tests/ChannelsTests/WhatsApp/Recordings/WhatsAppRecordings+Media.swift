import ChannelConformance
import Channels
import Conversations

extension WhatsAppRecordings {
    static let media: [ChannelRecording] = [
        message(
            "image",
            #""type":"image","image":{"id":"55","mime_type":"image/jpeg","sha256":"AAAA="}"#,
            .unreadable(kind: "image")
        ),
        message(
            "image with link",
            #"""
            "type":"image","image":{"id":"55","mime_type":"image/jpeg","sha256":"AAAA=",\#
            "url":"https://lookaside.example/?mid=55&ext=1&hash=x"}
            """#,
            .unreadable(kind: "image")
        ),
        message(
            "video with caption",
            #"""
            "context":{"forwarded":true},"type":"video","video":{"id":"56","caption":"STOP",\#
            "mime_type":"video/mp4","sha256":"BBBB="}
            """#,
            .caption("STOP", kind: "video")
        ),
        message(
            "document with caption",
            #"""
            "type":"document","document":{"id":"57","caption":"Vertrag","filename":"v.pdf",\#
            "mime_type":"application/pdf","sha256":"CCCC="}
            """#,
            .caption("Vertrag", kind: "document")
        ),
        message(
            "audio",
            #""type":"audio","audio":{"id":"58","mime_type":"audio/ogg","voice":false}"#,
            .unreadable(kind: "audio")
        ),
        message(
            "voice",
            #"""
            "type":"audio","audio":{"id":"59","mime_type":"audio/ogg; codecs=opus",\#
            "sha256":"DDDD=","voice":true}
            """#,
            .unreadable(kind: "voice")
        ),
        message(
            "static sticker",
            #""type":"sticker","sticker":{"id":"60","mime_type":"image/webp","animated":false}"#,
            .unreadable(kind: "sticker")
        ),
        message(
            "animated sticker",
            #""type":"sticker","sticker":{"id":"61","mime_type":"image/webp","animated":true}"#,
            .unreadable(kind: "sticker")
        ),
        message(
            "reaction",
            #""type":"reaction","reaction":{"message_id":"wamid.OURS=","emoji":"\ud83d\udc4d"}"#,
            .reaction("👍")
        ),
        message(
            "reaction taken back: empty",
            #""type":"reaction","reaction":{"message_id":"wamid.OURS=","emoji":""}"#,
            .reaction("")
        ),
        message(
            "reaction taken back: no emoji",
            #""type":"reaction","reaction":{"message_id":"wamid.OURS="}"#,
            .reaction("")
        ),
        message(
            "current location",
            #""type":"location","location":{"latitude":52.52,"longitude":13.405}"#,
            .unreadable(kind: "location")
        ),
        message(
            "chosen location",
            #"""
            "type":"location","location":{"latitude":52.52,"longitude":13.405,"name":"Turm",\#
            "address":"Platz 1, Berlin","url":"https://maps.example/1"}
            """#,
            .unreadable(kind: "location")
        ),
        message(
            "contacts",
            #"""
            "type":"contacts","contacts":[{"name":{"first_name":"Ole","formatted_name":"Ole B."},\#
            "phones":[{"phone":"+49 170 0000002","wa_id":"491700000002","type":"CELL"}]},\#
            {"name":{"formatted_name":"Ida"},"phones":[{"phone":"+49 170 0000003"}],\#
            "origin":"contact_request"}]
            """#,
            .unreadable(kind: "contacts")
        ),
        message(
            "order",
            #"""
            "type":"order","order":{"catalog_id":"900","text":"","product_items":[\#
            {"product_retailer_id":"TEE","quantity":3,"item_price":4.5,"currency":"EUR"}]}
            """#,
            .unreadable(kind: "order")
        ),
        message(
            "order with words",
            #""type":"order","order":{"catalog_id":"900","text":"bitte heute","product_items":[]}"#,
            .caption("bitte heute", kind: "order")
        ),
        message(
            "unsupported",
            #"""
            "errors":[{"code":131051,"title":"Message type unknown","message":"Message type \#
            unknown","error_data":{"details":"not supported"}}],"type":"unsupported"
            """#,
            .unreadable(kind: "unsupported")
        ),
        message(
            "unsupported with type",
            #""errors":[{"code":131051}],"type":"unsupported","unsupported":{"type":"poll"}"#,
            .unreadable(kind: "poll")
        ),
        message(
            "unknown",
            #""errors":[{"code":131051}],"type":"unknown""#,
            .unreadable(kind: "unsupported")
        ),
        message("a type nobody has heard of", #""type":"dream""#, .unreadable(kind: "dream")),
        message("a type that is no name", #""type":"🛑 <x>""#, .unreadable(kind: "x")),
        message("no type", #""text":{"body":"hallo"}"#, .unreadable(kind: "unknown")),
        recording(
            "a message that Meta could not read",
            Samples.entry(
                Samples.change(
                    "messages",
                    Samples.value(
                        Samples.contacts + #"""
                            ,"messages":[{"context":{"from":"4930111222","id":"wamid.PREVIOUS="},\#
                            "from":"491700000001","id":"wamid.A=","timestamp":"1793520000",\#
                            "type":"interactive"}],"errors":[{"code":131000,"title":"Something \#
                            went wrong","error_data":{"details":"Unsupported payload"}}]
                            """#
                    )
                )
            ),
            [
                Samples.said(.unreadable(kind: "interactive")),
                .notice(.account(kind: "error.131000")),
            ]
        ),
    ]
}
