import ByteCoding
package import Consent

/// A message that passed the gate: rendered, and ready to be queued.
package struct OutboundMessage: Hashable, Sendable {
    package struct Button: Hashable, Sendable {
        /// What a tap sends back: the choice's name, and the wait it answers.
        package let id: String
        package let title: String

        package init(id: String, title: String) {
            self.id = id
            self.title = title
        }

        init(choice: String, wait: UInt64, title: String) {
            self.init(id: Self.id(of: choice, wait: wait), title: title)
        }

        /// What a tap on a choice sends back while a wait lasts.
        package static func id(of choice: String, wait: UInt64) -> String { "\(choice).\(wait)" }

        /// The choice's name and the wait, if `id` is of our making.
        static func parts(of id: String) -> (choice: String, wait: UInt64)? {
            let parts = id.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, let wait = UInt64(parts[1]) else {
                return nil
            }
            return (String(parts[0]), wait)
        }

        /// The choice's name.
        package var choice: String { Self.parts(of: id)?.choice ?? id }
    }

    /// A document sent along, such as a receipt.
    package struct Attachment: Hashable, Sendable {
        package let name: String
        /// For example `text/html`.
        package let mediaType: String
        package let bytes: [UInt8]

        package init(name: String, mediaType: String, bytes: [UInt8]) {
            self.name = name
            self.mediaType = mediaType
            self.bytes = bytes
        }
    }

    /// A message that a provider has approved beforehand, which it also carries when the time for
    /// free messages is over.
    package struct Template: Hashable, Sendable {
        /// Its name at the provider.
        package let name: String
        /// BCP 47 tag of the edition to send.
        package let locale: String
        /// What fills its places, in their order.
        package let parameters: [String]

        package init(name: String, locale: String, parameters: [String]) {
            self.name = name
            self.locale = locale
            self.parameters = parameters
        }
    }

    /// Where it goes: consent given on one channel sends nothing on another.
    package let address: ContactAddress
    package let body: String
    package let buttons: [Button]
    package let attachments: [Attachment]
    package let messageClass: MessageClass
    /// The text's key in the catalog, for people.
    package let key: String
    /// The contact had just done something that this answers.
    package let isAnswer: Bool
    /// What says the same outside of the provider's window, where the workspace names it.
    package let template: Template?

    package init(
        address: ContactAddress,
        body: String,
        buttons: [Button],
        attachments: [Attachment],
        messageClass: MessageClass,
        key: String,
        isAnswer: Bool,
        template: Template? = nil
    ) {
        self.address = address
        self.body = body
        self.buttons = buttons
        self.attachments = attachments
        self.messageClass = messageClass
        self.key = key
        self.isAnswer = isAnswer
        self.template = template
    }

    /// The body and the titles beneath it: the exact words the contact sees.
    package var wordsShown: String {
        ([body] + buttons.map { "[\($0.title)]" }).joined(separator: "\n")
    }

    /// The form that is sealed into the outbox: version 3.
    package var bytes: [UInt8] {
        var writer = ByteWriter(reserving: body.utf8.count + 64)
        writer.write(byte: 3)
        address.write(to: &writer)
        writer.write(body)
        writer.write(list: buttons) { writer, button in
            writer.write(button.id)
            writer.write(button.title)
        }
        writer.write(key)
        writer.write(byte: messageClass.code)
        writer.write(messageClass.purpose?.name ?? "")
        writer.write(list: attachments) { writer, attachment in
            writer.write(attachment.name)
            writer.write(attachment.mediaType)
            writer.write(attachment.bytes)
        }
        writer.write(isAnswer)
        writer.write(list: template.map { [$0] } ?? []) { writer, template in
            writer.write(template.name)
            writer.write(template.locale)
            writer.write(list: template.parameters) { $0.write($1) }
        }
        return writer.bytes
    }
}
