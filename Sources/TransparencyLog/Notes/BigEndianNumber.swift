extension FixedWidthInteger where Self: UnsignedInteger {
    /// The bytes of the number in network order.
    var bigEndianBytes: [UInt8] {
        stride(from: bitWidth - 8, through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: self >> Self($0))
        }
    }
}

extension Collection<UInt8> {
    /// The number these bytes are in network order; the caller has counted them.
    func bigEndianNumber<Number: FixedWidthInteger & UnsignedInteger>(
        _ type: Number.Type = Number.self
    ) -> Number {
        precondition(count == Number.bitWidth / 8, "a number has as many bytes as its type")
        return reduce(0) { $0 << 8 | Number($1) }
    }
}
