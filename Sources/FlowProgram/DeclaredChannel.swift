package import Clocks

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

    package init(
        name: String,
        provider: String,
        flow: FlowIndex?,
        window: Period? = nil,
        vendor: String? = nil,
        keepsQuietHours: Bool = true
    ) {
        self.name = name
        self.provider = provider
        self.flow = flow
        self.window = window
        self.vendor = vendor
        self.keepsQuietHours = keepsQuietHours
    }
}
