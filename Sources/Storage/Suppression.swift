/// What to remember of an address beyond its contact, under a keyed hash of the address.
package struct Suppression: Hashable, Sendable {
    /// Blind index of the address.
    package let identifier: [UInt8]
    /// Whatever the address said, as opaque bytes; `nil` forgets it.
    package let record: [UInt8]?

    package init(identifier: [UInt8], record: [UInt8]?) {
        self.identifier = identifier
        self.record = record
    }
}
