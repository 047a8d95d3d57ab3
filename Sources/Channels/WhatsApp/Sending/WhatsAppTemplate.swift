import Conversations
import JSONCoding

/// A message that Meta has approved beforehand, filled in.
///
/// Source: Cloud API, template messages.
enum WhatsAppTemplate {
    /// The `template` object: the parameters of its body in their order, and the payloads of its
    /// quick-reply buttons in theirs.
    ///
    /// What the buttons say, Meta has from the template.
    static func json(
        _ template: OutboundMessage.Template,
        buttons: [OutboundMessage.Button]
    ) throws(EncodingFault) -> JSONValue {
        guard buttons.count <= WhatsAppLimits.templateButtons else {
            throw .tooMany(part: "template.buttons", limit: WhatsAppLimits.templateButtons)
        }
        var components: [JSONValue] = []
        if !template.parameters.isEmpty {
            let parameters = template.parameters.map { text -> JSONValue in
                ["type": "text", "text": .text(text)]
            }
            components.append(["type": "body", "parameters": .list(parameters)])
        }
        for (index, button) in buttons.enumerated() {
            try WhatsAppLimits.check(button.id, "button.payload", WhatsAppLimits.buttonID)
            components.append([
                "type": "button", "sub_type": "quick_reply", "index": .text(String(index)),
                "parameters": [["type": "payload", "payload": .text(button.id)]],
            ])
        }
        return .members([
            "name": .text(template.name),
            "language": ["code": .text(code(of: template.locale))],
            "components": components.isEmpty ? nil : .list(components),
        ])
    }

    /// Meta's code of a language: `pt-BR` is `pt_BR` there.
    static func code(of tag: String) -> String {
        String(tag.map { $0 == "-" ? "_" : $0 })
    }

    /// The BCP 47 tag of Meta's code.
    static func tag(of code: String) -> String {
        String(code.map { $0 == "_" ? "-" : $0 })
    }
}
