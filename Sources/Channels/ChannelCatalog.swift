/// The providers there are: a line each.
package enum ChannelCatalog {
    package static let all: [any Channel.Type] = [
        WhatsAppChannel.self, TwilioChannel.self, TelegramChannel.self,
        StandardWebhooksChannel.self,
    ]

    /// The type behind a provider's name.
    package static func type(of provider: String) -> (any Channel.Type)? {
        all.first { $0.provider == provider }
    }
}
