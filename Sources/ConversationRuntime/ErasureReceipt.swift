package import Audit
package import Clocks
package import Storage

// LAW: Art. 17 and 19 GDPR: erasure, and telling everyone who received the data.
/// The proof that a contact was erased; it says of whom only to whoever knows the pseudonym.
package struct ErasureReceipt: Hashable, Sendable {
    /// Under which name the contact stood in the log.
    package let pseudonym: [UInt8]
    /// `request`, or the record class whose time was over.
    package let cause: String
    package let requestedAt: Timestamp
    package let completedAt: Timestamp
    /// What was destroyed, of this contact and of those merged into it.
    package let counts: ShredCounts
    /// Whether a keyed hash of each address stays, because it said no.
    package let isSuppressed: Bool
    /// Who received the data and has to be told, by their keys in the workspace.
    package let vendors: [String]
    /// The leaf that says it is done, and the log it stands in.
    package let leaf: UInt64
    package let head: TreeHead
}
