/// A channel of the workspace, with what its provider has to be told.
package struct ChannelSettings: Sendable {
    /// Its name in `parley.yaml`, which every address on it carries.
    package let name: String
    /// Who sends: a phone number id, a number, a messaging service, a bot.
    package let sender: String?
    /// The account at the provider.
    package let account: String?
    /// Where the provider's interface is, without a slash at its end; `nil` is the provider's own.
    package let api: String?
    /// Where the provider calls the webhook of this channel, as it stands in its settings.
    ///
    /// Signatures that cover the address are checked against this, never against what a request
    /// says of itself.
    package let webhookURL: String?
    /// Messages a second that the provider takes from this sender; `nil` is the usual number.
    package let messagesPerSecond: Int?
    package let secrets: ChannelSecrets

    package init(
        name: String,
        sender: String? = nil,
        account: String? = nil,
        api: String? = nil,
        webhookURL: String? = nil,
        messagesPerSecond: Int? = nil,
        secrets: ChannelSecrets = ChannelSecrets([:])
    ) {
        self.name = name
        self.sender = sender
        self.account = account
        self.api = api
        self.webhookURL = webhookURL
        self.messagesPerSecond = messagesPerSecond
        self.secrets = secrets
    }
}

/// A secret that a provider works with.
package struct SecretNeed: Hashable, Sendable {
    /// Lower-case letters and hyphens, such as `app-secret`.
    package let name: String
    /// What it is and where the provider shows it, for people.
    package let explanation: String
    package let isRequired: Bool

    package init(_ name: String, _ explanation: String, isRequired: Bool = true) {
        self.name = name
        self.explanation = explanation
        self.isRequired = isRequired
    }
}

/// The secrets of a channel; each may have several values while one takes over from another.
///
/// They never print themselves.
package struct ChannelSecrets: Sendable, CustomStringConvertible, CustomReflectable {
    private let values: [String: [String]]

    /// Empty values count as none.
    package init(_ values: [String: [String]]) {
        self.values = values.mapValues { $0.filter { !$0.isEmpty } }.filter { !$0.value.isEmpty }
    }

    /// Every value there is, the newest first.
    package subscript(name: String) -> [String] { values[name] ?? [] }

    package var description: String { "ChannelSecrets(not shown)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why a channel cannot be set up.
package enum ChannelSettingsError: Error, Hashable, Sendable {
    /// A key of the channel in `parley.yaml` is missing.
    case missing(String)
    /// A secret is missing.
    case missingSecret(String)
    /// A key of `parley.yaml`, or a secret, is there and is not what it has to be. The sentence
    /// says what it has to be and repeats nothing of it.
    case invalid(String, why: String)

    package var text: String {
        switch self {
        case .missing(let key): "`\(key)` is missing"
        case .missingSecret(let name): "the secret `\(name)` is missing"
        case .invalid(let key, let why): "`\(key)` cannot be used: \(why)"
        }
    }
}
