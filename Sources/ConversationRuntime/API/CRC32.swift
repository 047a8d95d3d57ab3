/// The checksum of ISO 3309 and zlib (polynomial 0xEDB88320, reflected).
///
/// Own code because neither the standard library nor swift-crypto has it, and a key is checked too
/// seldom for a table to be worth its kilobyte.
enum CRC32 {
    static func checksum(of bytes: some Sequence<UInt8>) -> UInt32 {
        var remainder: UInt32 = .max
        for byte in bytes {
            remainder ^= UInt32(byte)
            for _ in 0..<8 {
                let carry = remainder & 1
                remainder >>= 1
                if carry == 1 { remainder ^= 0xEDB8_8320 }
            }
        }
        return ~remainder
    }
}
