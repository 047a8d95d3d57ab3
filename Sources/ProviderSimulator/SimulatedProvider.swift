package import Channels
package import Clocks

/// A provider's side of its wire format: what it does with a message of ours, and how it tells us
/// what a contact did.
///
/// Pure, and signed as the provider signs.
package protocol SimulatedProvider: Sendable {
    /// As `provider:` of `parley.yaml` names it.
    static var name: String { get }

    /// Reads a call to the provider's interface.
    func read(_ call: WebhookRequest) -> SimulatedCall
    /// The answer to a message that is taken, under an id of the provider's.
    func taken(_ message: SimulatedMessage, as id: String) -> ProviderAnswer
    /// The answer to a message that is not taken, for a code of the provider's error table.
    func refused(code: Int) -> ProviderAnswer
    /// The answer to whoever sends too fast.
    var throttled: ProviderAnswer { get }

    /// The signed webhook that tells of what a contact did.
    func webhook(for act: ContactAct, of contact: String, id: String, at now: Timestamp)
        -> WebhookRequest
    /// The signed webhook that tells how far a message came; `nil` where there is none.
    func webhook(
        for stage: MessageStatus.Stage,
        of id: String,
        to contact: String,
        at now: Timestamp
    ) -> WebhookRequest?
    /// The address of a contact who is not named.
    var standardContact: String { get }
}

/// A call to a provider's interface.
package enum SimulatedCall: Hashable, Sendable {
    case message(SimulatedMessage)
    /// Something else that the provider answers with.
    case other(ProviderAnswer)
}

/// A message as it arrives at the contact's telephone.
package struct SimulatedMessage: Hashable, Sendable {
    package struct Button: Hashable, Sendable {
        package let id: String
        package let title: String

        package init(id: String, title: String) {
            self.id = id
            self.title = title
        }
    }

    package let to: String
    package let text: String
    package let buttons: [Button]
    /// What the sender named it, where the provider's format carries that; the same for a
    /// repetition.
    package let key: String?

    package init(to: String, text: String, buttons: [Button] = [], key: String? = nil) {
        self.to = to
        self.text = text
        self.buttons = buttons
        self.key = key
    }
}

/// What a contact does at their telephone.
package enum ContactAct: Hashable, Sendable {
    case text(String)
    case tap(SimulatedMessage.Button)
    case photo
    /// Tells the provider itself to let no more through.
    case block
}
