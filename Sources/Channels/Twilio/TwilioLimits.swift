/// What Twilio takes no more of.
package enum TwilioLimits {
    /// UTF-16 units in a message (error 21617).
    package static let body = 1600
    /// SMS that one message may be cut into; of longer ones carriers lose parts.
    package static let segments = 10
    /// UTF-16 units in all variables of a template: WhatsApp takes 1024 for template and variables
    /// together (error 63021).
    package static let contentVariables = 1024
    /// Bytes in a message's id; Twilio's have 34.
    package static let messageID = 64
    /// Bytes in a business-scoped user id: the country, `.ENT.` for a parent, and 128 more.
    package static let userID = 136
}
