extension TimestampRequest {
    /// Bytes in every request.
    package static let byteCount = 70

    /// Reads a request back: exactly what `bytes` writes, and no request of another program.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        imprint = [UInt8](bytes[24..<56])
        nonce = bytes[59..<67].reduce(0) { $0 << 8 | UInt64($1) }
        // All that is around the two, and the highest bit of the nonce, is the same in every one.
        guard nonce >> 63 == 1, self.bytes == bytes else { return nil }
    }
}
