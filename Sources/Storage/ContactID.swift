/// A contact's random 128-bit name inside the store, and its pseudonym in the audit log.
///
/// Derived from nothing: whoever holds only the database cannot work back to an address.
package struct ContactID: Hashable, Sendable {
    package static let byteCount = 16

    package let bytes: [UInt8]

    package init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// Draws a new one.
    package init(using generator: inout some RandomNumberGenerator) {
        var drawn: [UInt8] = []
        drawn.reserveCapacity(Self.byteCount)
        for _ in 0..<2 {
            var word = generator.next()
            for _ in 0..<8 {
                drawn.append(UInt8(truncatingIfNeeded: word))
                word >>= 8
            }
        }
        bytes = drawn
    }

    /// The row number: the first eight bytes.
    ///
    /// Two contacts that agree in them cannot both be stored, and the second is given another name.
    package var rowKey: Int64 {
        var word: UInt64 = 0
        for byte in bytes.prefix(8) { word = word << 8 | UInt64(byte) }
        return Int64(bitPattern: word)
    }
}
