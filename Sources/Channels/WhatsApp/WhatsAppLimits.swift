/// What Meta takes of one message, and what is read of one webhook.
///
/// Meta counts characters and does not say which; UTF-16 units are counted here. They are never
/// fewer than Unicode scalars or what a reader would count, so nothing that passes is refused.
///
/// Source: Cloud API, messages reference (interactive object, text object, media object).
package enum WhatsAppLimits {
    package static let textBody = 4096
    /// The body above reply buttons, or of a flow message.
    package static let interactiveBody = 1024
    /// The body above a list (Interactive list messages, November 2025).
    package static let listBody = 4096
    /// Reply buttons; more choices become a list.
    package static let buttons = 3
    package static let buttonTitle = 20
    package static let buttonID = 256
    /// Rows of a list, over all its sections.
    package static let rows = 10
    package static let rowTitle = 24
    package static let rowID = 200
    /// Quick-reply buttons of a template.
    package static let templateButtons = 10
    package static let mediaCaption = 1024
    package static let flowCallToAction = 30
    /// Bytes of a link to a medium; our own limit.
    package static let linkBytes = 2048
    /// Bytes of an id in a webhook; Meta's are under 150.
    package static let idBytes = 512
    /// Bytes of the challenge that the handshake sends back; Meta's has about ten digits.
    package static let challengeBytes = 128

    /// - Throws: `tooLong` with the part's name at Meta.
    static func check(
        _ text: String,
        _ part: String,
        _ limit: Int
    ) throws(EncodingFault) {
        // Bytes are never fewer than UTF-16 units, and counting them is free.
        guard text.utf8.count > limit else { return }
        guard text.utf16.count <= limit else { throw .tooLong(part: part, limit: limit) }
    }
}
