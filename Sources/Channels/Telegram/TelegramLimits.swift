/// What Telegram takes no more of.
package enum TelegramLimits {
    /// UTF-16 units in a message.
    package static let text = 4096
    /// Bytes that a button sends back.
    package static let callbackData = 64
    /// Buttons beneath one message.
    package static let buttons = 100
    /// Characters in the secret of a webhook.
    package static let secretToken = 256
    /// Digits before the colon of a bot's token.
    package static let botID = 20
    /// Characters behind the colon of a bot's token; Telegram's have 35.
    package static let botToken = 128
    /// Bytes in the id of a tap; Telegram's are 64-bit numbers.
    package static let callbackID = 64
    /// Characters in a language tag that is believed (RFC 5646 §4.4.1).
    package static let languageTag = 35
}
