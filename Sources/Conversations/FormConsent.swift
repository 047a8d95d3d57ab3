package import Clocks
package import Consent

// LAW: BGH, 10 February 2011, I ZR 164/09: a form alone proves nothing of whose address it was; the
// confirmation in the chat does.
/// The act by which somebody asked for a purpose elsewhere, such as on a web form: the first of the
/// two acts of a double opt-in.
package struct FormConsent: Hashable, Sendable {
    package let purpose: PurposeID
    /// Where it was, such as the address of the page.
    package let source: String
    package let at: Timestamp
    /// The exact words that were agreed to.
    package let wording: String
    /// From which network address, where that is kept.
    package let ip: String?

    package init(purpose: PurposeID, source: String, at: Timestamp, wording: String, ip: String?) {
        self.purpose = purpose
        self.source = source
        self.at = at
        self.wording = wording
        self.ip = ip
    }

    /// What was done, for the sealed proof; never for a leaf.
    var cause: String { "form \(source), \(at.text)" + (ip.map { ", from \($0)" } ?? "") }
}
