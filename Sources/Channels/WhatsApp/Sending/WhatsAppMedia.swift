package import Conversations
import JSONCoding

/// A picture, film, sound or document that Meta fetches from a link.
///
/// Source: Cloud API, media messages.
package struct WhatsAppMedia: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case image, video, audio, document
    }

    package let kind: Kind
    /// `https`, and open to Meta without a login: whoever has the link has the medium.
    package let link: String
    /// Words beneath it; a sound has none.
    package let caption: String?
    /// What a document is called on the contact's device; nothing else has a name.
    package let filename: String?

    package init(kind: Kind, link: String, caption: String? = nil, filename: String? = nil) {
        self.kind = kind
        self.link = link
        self.caption = caption
        self.filename = filename
    }

    /// - Throws: `tooLong`, or `unsupported` for a link, caption or name that Meta would refuse.
    func json() throws(EncodingFault) -> JSONValue {
        guard link.utf8.count <= WhatsAppLimits.linkBytes else {
            throw .tooLong(part: "link", limit: WhatsAppLimits.linkBytes)
        }
        guard link.hasPrefix("https://"), link.utf8.count > 8,
            link.utf8.allSatisfy(WhatsAppText.isVisible)
        else { throw .unsupported(part: "link") }
        guard caption == nil || kind != .audio else { throw .unsupported(part: "caption") }
        guard filename == nil || kind == .document else { throw .unsupported(part: "filename") }
        try WhatsAppLimits.check(caption ?? "", "caption", WhatsAppLimits.mediaCaption)
        return .members([
            "link": .text(link),
            "caption": caption.map { .text($0) },
            "filename": filename.map { .text($0) },
        ])
    }
}

extension WhatsAppChannel {
    /// The request that sends a medium; the key comes back in every status of it.
    package func request(
        _ media: WhatsAppMedia,
        to address: ContactAddress,
        key: String
    ) throws(EncodingFault) -> ProviderRequest {
        let recipient = try WhatsAppRecipient(address, on: name)
        return request(recipient.message(media.kind.rawValue, try media.json(), key: key))
    }
}
