extension [UInt8] {
    /// Appends a number in network order, as every format of this module stores it.
    mutating func append(bigEndian number: some FixedWidthInteger & UnsignedInteger) {
        var shift = number.bitWidth
        while shift > 0 {
            shift -= 8
            append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    /// Reads four bytes in network order; the caller has checked that they are there.
    func bigEndian32(at offset: Int) -> UInt32 {
        self[offset..<offset + 4].reduce(0) { number, byte in number << 8 | UInt32(byte) }
    }
}
