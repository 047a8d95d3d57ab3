package import Clocks
package import MessageCatalog

/// A channel of the workspace, and the flow that answers on it.
package struct DeclaredChannel: Hashable, Sendable {
    package let name: String
    package let provider: String
    /// The flow that answers a first message that starts no other.
    package let flow: FlowIndex?
    /// How long after a contact's last message the provider carries free messages; `nil` is always.
    package let window: Period?
    /// Who carries it, by its key in `vendors`.
    package let vendor: String?
    /// Whether messages that come by themselves keep the quiet hours of the contact's country.
    package let keepsQuietHours: Bool
    /// Who sends, as the provider names it: a number, a phone number id, a bot.
    package let sender: String?
    /// The account at the provider.
    package let account: String?
    /// Where the provider's interface is, if not at its usual place.
    package let api: String?
    /// Messages a second the provider takes from this sender, where it is not the usual number.
    package let messagesPerSecond: Int?
    /// What says a text, by its key, when the provider takes templates only.
    package let templates: [String: DeclaredTemplate]

    package init(
        name: String,
        provider: String,
        flow: FlowIndex?,
        window: Period? = nil,
        vendor: String? = nil,
        keepsQuietHours: Bool = true,
        sender: String? = nil,
        account: String? = nil,
        api: String? = nil,
        messagesPerSecond: Int? = nil,
        templates: [String: DeclaredTemplate] = [:]
    ) {
        self.name = name
        self.provider = provider
        self.flow = flow
        self.window = window
        self.vendor = vendor
        self.keepsQuietHours = keepsQuietHours
        self.sender = sender
        self.account = account
        self.api = api
        self.messagesPerSecond = messagesPerSecond
        self.templates = templates
    }
}

/// A message that the provider has approved, and what fills its places.
package struct DeclaredTemplate: Hashable, Sendable {
    package let name: String
    /// One argument of the text each, in the order of the template's places.
    package let parameters: [MessageTemplate]

    package init(name: String, parameters: [String]) {
        self.name = name
        self.parameters = parameters.map { MessageTemplate([.argument($0)]) }
    }
}
