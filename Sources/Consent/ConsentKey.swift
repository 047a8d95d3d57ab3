// LAW: BGH, 10 February 2011, I ZR 164/09: a confirmation proves consent for the way it came, and
// for no other.
/// What one consent is about: a purpose on a channel.
package struct ConsentKey: Hashable, Comparable, Sendable {
    package let purpose: PurposeID
    package let channel: String

    package init(_ purpose: PurposeID, on channel: String) {
        self.purpose = purpose
        self.channel = channel
    }

    package static func < (left: ConsentKey, right: ConsentKey) -> Bool {
        (left.purpose, left.channel) < (right.purpose, right.channel)
    }
}
