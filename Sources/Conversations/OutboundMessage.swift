import ByteCoding
package import Consent

/// A message that passed the gate: rendered, and ready to be queued.
package struct OutboundMessage: Hashable, Sendable {
    package struct Button: Hashable, Sendable {
        package let id: String
        package let title: String
    }

    package let body: String
    package let buttons: [Button]
    package let messageClass: MessageClass
    /// The text's key in the catalog, for people.
    package let key: String

    /// The body and the titles beneath it: the exact words the contact sees.
    package var wordsShown: String {
        ([body] + buttons.map { "[\($0.title)]" }).joined(separator: "\n")
    }

    /// The form that is sealed into the outbox: version 1.
    package var bytes: [UInt8] {
        var writer = ByteWriter(reserving: body.utf8.count + 64)
        writer.write(byte: 1)
        writer.write(body)
        writer.write(list: buttons) { writer, button in
            writer.write(button.id)
            writer.write(button.title)
        }
        writer.write(key)
        writer.write(byte: messageClass.code)
        writer.write(messageClass.purpose?.name ?? "")
        return writer.bytes
    }
}
