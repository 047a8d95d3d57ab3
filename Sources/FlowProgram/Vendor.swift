// LAW: Art. 13(1)(e) and (f), 19, 28 and 30(1) GDPR: who receives the data, where, on which terms,
// and who has to be told of an erasure.
/// Somebody who receives personal data because a channel runs through them.
package struct Vendor: Hashable, Sendable {
    /// What they are to the controller.
    package enum Role: String, Hashable, Sendable, CaseIterable {
        /// Processes for the controller, on its instructions.
        case processor
        /// Decides with the controller.
        case jointController = "joint-controller"
        /// Decides for itself.
        case controller
        /// Only gets the data.
        case recipient
    }

    /// The key under `vendors`, which channels name.
    package let name: String
    package let legalName: String
    /// ISO 3166-1, two letters.
    package let country: String
    package let role: Role
    /// The categories of data they get.
    package let receives: [String]
    /// What a transfer to a third country rests on, such as an adequacy decision.
    package let transfer: String?
    /// How to have them delete a contact's data.
    package let deletion: String?

    package init(
        name: String,
        legalName: String,
        country: String,
        role: Role,
        receives: [String],
        transfer: String?,
        deletion: String?
    ) {
        self.name = name
        self.legalName = legalName
        self.country = country
        self.role = role
        self.receives = receives
        self.transfer = transfer
        self.deletion = deletion
    }
}
