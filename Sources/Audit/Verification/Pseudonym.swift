/// A contact's pseudonym as two machine words: hashing them costs a third of hashing 16 bytes.
package struct Pseudonym: Hashable, Comparable, Sendable {
    private let high: UInt64
    private let low: UInt64

    /// Takes exactly 16 bytes; any other count is `nil`.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == AuditEvent.identifierByteCount else { return nil }
        high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Takes the 32 digits of a leaf that a scan has passed.
    init(digits: ArraySlice<UInt8>) {
        high = Self.packed(digits.prefix(16))
        low = Self.packed(digits.suffix(16))
    }

    /// The start of it, as people are shown it.
    var shown: String {
        let start = (0..<EventLine.pseudonymDigits / 2).map { place in
            UInt8(truncatingIfNeeded: high >> UInt64(56 - 8 * place))
        }
        return Hex.text(of: start)
    }

    /// The order of the bytes.
    package static func < (one: Pseudonym, other: Pseudonym) -> Bool {
        (one.high, one.low) < (other.high, other.low)
    }

    private static func packed(_ digits: ArraySlice<UInt8>) -> UInt64 {
        digits.reduce(0) { $0 << 4 | UInt64(Hex.value($1) ?? 0) }
    }
}
