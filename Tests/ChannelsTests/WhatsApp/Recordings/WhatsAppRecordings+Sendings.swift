import ChannelConformance
import Channels
import Conversations

extension WhatsAppRecordings {
    static let key = "00112233445566778899aabbccddeeff"

    static func dispatch(_ message: OutboundMessage, isWindowOpen: Bool = true) -> Dispatch {
        Dispatch(message: message, key: key, isWindowOpen: isWindowOpen)
    }

    /// The request with this body.
    static func request(_ body: String) -> ProviderRequest {
        let proof = WhatsAppSignature.proof(of: Samples.accessToken, secret: Samples.appSecret)
        return ProviderRequest(
            method: "POST",
            url: "https://graph.facebook.com/v26.0/2002/messages?appsecret_proof=\(proof)",
            headers: [
                "Authorization": "Bearer EAAGsamples", "Content-Type": "application/json",
            ],
            body: [UInt8](body.utf8)
        )
    }

    /// The body of a message: its type, with what it holds, to somebody.
    static func body(
        _ type: String,
        _ content: String,
        to recipient: String = #""to":"491700000001""#
    ) -> String {
        """
        {"messaging_product":"whatsapp","recipient_type":"individual",\(recipient),\
        "type":"\(type)","\(type)":\(content),"biz_opaque_callback_data":"\(key)"}
        """
    }

    static func sending(
        _ description: String,
        _ dispatch: Dispatch,
        _ body: String
    ) -> SendingRecording {
        SendingRecording(description, dispatch, .success(request(body)))
    }

    static func refused(
        _ description: String,
        _ dispatch: Dispatch,
        _ fault: EncodingFault
    ) -> SendingRecording {
        SendingRecording(description, dispatch, .failure(fault))
    }

    static func buttons(_ names: [String]) -> [OutboundMessage.Button] {
        names.map { OutboundMessage.Button(id: "\($0).7", title: $0.uppercased()) }
    }

    static let template = OutboundMessage.Template(
        name: "doi_confirm",
        locale: "pt-BR",
        parameters: ["Mia", "STOP \"an\" 1/2"]
    )

    private static let foreign: ContactAddress = {
        guard let address = ContactAddress(channel: "sms", text: "+491700000001") else {
            preconditionFailure("a sample address is an address")
        }
        return address
    }()

    static let sendings: [SendingRecording] = [
        sending(
            "words",
            dispatch(Samples.outbound("Grüße 🛑\n\"ja\"?")),
            body("text", #"{"body":"Grüße 🛑\n\"ja\"?","preview_url":false}"#)
        ),
        sending(
            "words to an id",
            dispatch(Samples.outbound("Hallo", to: Samples.businessID)),
            body(
                "text",
                #"{"body":"Hallo","preview_url":false}"#,
                to: #""recipient":"DE.70112233""#
            )
        ),
        sending(
            "words to the id of a parent",
            dispatch(Samples.outbound("Hallo", to: Samples.parentID)),
            body(
                "text",
                #"{"body":"Hallo","preview_url":false}"#,
                to: #""recipient":"DE.ENT.9001""#
            )
        ),
        sending(
            "three buttons",
            dispatch(Samples.outbound("Dürfen wir?", buttons: buttons(["ja", "nein", "info"]))),
            body(
                "interactive",
                #"""
                {"type":"button","body":{"text":"Dürfen wir?"},"action":{"buttons":[\#
                {"type":"reply","reply":{"id":"ja.7","title":"JA"}},\#
                {"type":"reply","reply":{"id":"nein.7","title":"NEIN"}},\#
                {"type":"reply","reply":{"id":"info.7","title":"INFO"}}]}}
                """#
            )
        ),
        sending(
            "four choices are a list",
            dispatch(Samples.outbound("Welche?", buttons: buttons(["a", "b", "c", "d"]))),
            body(
                "interactive",
                #"""
                {"type":"list","body":{"text":"Welche?"},"action":{"button":"☰","sections":[\#
                {"rows":[{"id":"a.7","title":"A"},{"id":"b.7","title":"B"},\#
                {"id":"c.7","title":"C"},{"id":"d.7","title":"D"}]}]}}
                """#
            )
        ),
        sending(
            "a template when the window is shut",
            dispatch(
                Samples.outbound("x", buttons: buttons(["ja", "nein"]), template: template),
                isWindowOpen: false
            ),
            body(
                "template",
                #"""
                {"name":"doi_confirm","language":{"code":"pt_BR"},"components":[\#
                {"type":"body","parameters":[{"type":"text","text":"Mia"},\#
                {"type":"text","text":"STOP \"an\" 1/2"}]},\#
                {"type":"button","sub_type":"quick_reply","index":"0",\#
                "parameters":[{"type":"payload","payload":"ja.7"}]},\#
                {"type":"button","sub_type":"quick_reply","index":"1",\#
                "parameters":[{"type":"payload","payload":"nein.7"}]}]}
                """#
            )
        ),
        sending(
            "a template without places",
            dispatch(
                Samples.outbound(
                    "x",
                    template: OutboundMessage.Template(name: "hi", locale: "de", parameters: [])
                ),
                isWindowOpen: false
            ),
            body("template", #"{"name":"hi","language":{"code":"de"}}"#)
        ),
        sending(
            "free words while the window is open, template or not",
            dispatch(Samples.outbound("Hallo", template: template)),
            body("text", #"{"body":"Hallo","preview_url":false}"#)
        ),
        refused(
            "no template when the window is shut",
            dispatch(Samples.outbound("Hallo"), isWindowOpen: false),
            .needsTemplate
        ),
        refused(
            "an attachment",
            dispatch(
                Samples.outbound(
                    "Hallo",
                    attachments: [
                        OutboundMessage.Attachment(name: "a", mediaType: "text/html", bytes: [1])
                    ]
                )
            ),
            .unsupported(part: "attachment")
        ),
        refused(
            "another channel's contact",
            dispatch(Samples.outbound("Hallo", to: foreign)),
            .foreignAddress
        ),
        refused(
            "a number without +",
            dispatch(Samples.outbound("Hallo", to: Samples.address("491700000001"))),
            .foreignAddress
        ),
        refused(
            "eleven choices",
            dispatch(
                Samples.outbound("x", buttons: buttons((0...10).map { "choice\($0)" }))
            ),
            .tooMany(part: "rows", limit: 10)
        ),
    ]
}
