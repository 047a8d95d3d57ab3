internal import Conversations
import Encryption
import JSONCoding

extension StandardWebhooksChannel {
    /// Bytes in the longest body that is sent; the specification asks for less than 20 kB, which
    /// only attachments get beyond.
    package static let longestBody = 256 << 10
    /// Unicode scalars in the longest text.
    package static let longestText = 4096

    /// The message as JSON under its key, not signed yet: that is `seal`, which has the time.
    ///
    /// The body is the same at every attempt, so that whoever kept the first can compare.
    package func encode(_ dispatch: Dispatch) throws(EncodingFault) -> ProviderRequest {
        let message = dispatch.message
        guard message.address.channel == name else { throw .foreignAddress }
        guard dispatch.isWindowOpen || message.template != nil else { throw .needsTemplate }
        guard message.body.unicodeScalars.count <= Self.longestText else {
            throw .tooLong(part: "text", limit: Self.longestText)
        }
        // Before anything is copied: an attachment may be larger than any body.
        let attached = message.attachments.reduce(0) { $0 + $1.bytes.count }
        guard attached <= Self.longestBody else { throw Self.bodyTooLong }
        let body = [UInt8](Self.document(message).compact.utf8)
        guard body.count <= Self.longestBody else { throw Self.bodyTooLong }
        return ProviderRequest(
            url: endpoint.text,
            headers: [
                "content-type": "application/json",
                StandardWebhookSignature.idField: dispatch.key,
            ],
            body: body
        )
    }

    private static let bodyTooLong = EncodingFault.tooLong(part: "body", limit: longestBody)

    private static func document(_ message: OutboundMessage) -> JSONValue {
        [
            "type": "message.send",
            "data": .members([
                "to": .text(message.address.text),
                "text": .text(message.body),
                "buttons": list(message.buttons) {
                    ["id": .text($0.id), "title": .text($0.title)]
                },
                "attachments": list(message.attachments) { attachment in
                    [
                        "name": .text(attachment.name),
                        "type": .text(attachment.mediaType),
                        "base64": .text(Base64.encode(attachment.bytes)),
                    ]
                },
                "template": message.template.map { template in
                    [
                        "name": .text(template.name),
                        "locale": .text(template.locale),
                        "parameters": .list(template.parameters.map(JSONValue.text)),
                    ]
                },
            ]),
        ]
    }

    /// A list that is left out when there is nothing in it.
    private static func list<Element>(
        _ elements: [Element],
        _ value: (Element) -> JSONValue
    ) -> JSONValue? {
        elements.isEmpty ? nil : .list(elements.map(value))
    }
}
