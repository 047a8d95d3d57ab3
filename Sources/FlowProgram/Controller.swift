// LAW: Art. 13(1)(a) and (b) and 13(2)(d) GDPR: a notice says who the controller is, how to reach
// them and their data protection officer, and which authority takes complaints.
/// Who is responsible, as consent texts and notices must say.
package struct Controller: Hashable, Sendable {
    package let name: String
    package let address: String
    package let contact: String
    package let country: String
    /// How to reach the data protection officer, if there is one.
    package let dpo: String?
    /// The supervisory authority that takes complaints.
    package let authority: String?

    package init(
        name: String,
        address: String,
        contact: String,
        country: String,
        dpo: String? = nil,
        authority: String? = nil
    ) {
        self.name = name
        self.address = address
        self.contact = contact
        self.country = country
        self.dpo = dpo
        self.authority = authority
    }
}
