extension IPLiteral {
    /// Whether it is this machine.
    package var isLoopback: Bool {
        ipv4.map { $0[0] == 127 } ?? (bytes == Array(repeating: 0, count: 15) + [1])
    }

    /// Whether it is not an address that anybody on the Internet can be reached at: IANA's
    /// registries of special-purpose addresses (RFC 6890), multicast and reserved space.
    ///
    /// The services that tell a machine in a data centre its own secrets are among these.
    package var isPrivate: Bool {
        if let ipv4 { return Self.privateIPv4.contains { $0.holds(ipv4) } }
        return Self.privateIPv6.contains { $0.holds(bytes) }
    }

    /// The IPv4 address in it, however it is wrapped.
    private var ipv4: [UInt8]? {
        for (block, start) in Self.wrappings where block.holds(bytes) {
            return Array(bytes[start..<start + 4])
        }
        return nil
    }

    /// Addresses that begin with the same bits.
    private struct Block: Sendable {
        let prefix: [UInt8]
        let bits: Int

        init(_ prefix: [UInt8], _ bits: Int) {
            self.prefix = prefix
            self.bits = bits
        }

        func holds(_ bytes: [UInt8]) -> Bool {
            (0..<bits).allSatisfy { bit in
                let wanted = bit / 8 < prefix.count ? prefix[bit / 8] : 0
                return (bytes[bit / 8] ^ wanted) & (0x80 >> UInt8(bit % 8)) == 0
            }
        }
    }

    /// IPv4 inside of IPv6, and the byte at which it begins.
    private static let wrappings: [(Block, Int)] = [
        // Mapped (RFC 4291), translated (RFC 2765), NAT64 (RFC 6052), 6to4 (RFC 3056).
        (Block(mappedPrefix, 96), 12),
        (Block([0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0], 96), 12),
        (Block([0x00, 0x64, 0xFF, 0x9B], 96), 12),
        (Block([0x20, 0x02], 16), 2),
    ]

    private static let privateIPv4: [Block] = [
        Block([0], 8),  // this network
        Block([10], 8),  // RFC 1918
        Block([100, 64], 10),  // carriers' own (RFC 6598)
        Block([127], 8),  // loopback
        Block([169, 254], 16),  // link-local, metadata services
        Block([172, 16], 12),  // RFC 1918
        Block([192, 0, 0], 24),  // protocol assignments
        Block([192, 0, 2], 24),  // documentation
        Block([192, 168], 16),  // RFC 1918
        Block([198, 18], 15),  // benchmarks
        Block([198, 51, 100], 24),  // documentation
        Block([203, 0, 113], 24),  // documentation
        Block([224], 4),  // multicast
        Block([240], 4),  // reserved, broadcast
    ]

    private static let privateIPv6: [Block] = [
        Block([], 96),  // unspecified, loopback, the old way to wrap IPv4
        Block([0x00, 0x64, 0xFF, 0x9B, 0x00, 0x01], 48),  // local NAT64
        Block([0x01], 64),  // discard-only
        Block([0x20, 0x01, 0x00], 23),  // protocol assignments
        Block([0x20, 0x01, 0x0D, 0xB8], 32),  // documentation
        Block([0x3F, 0xFF, 0x00], 20),  // documentation
        Block([0x5F, 0x00], 16),  // segment routing
        Block([0xFC], 7),  // unique local
        Block([0xFE, 0x80], 10),  // link-local
        Block([0xFE, 0xC0], 10),  // site-local, which there was once
        Block([0xFF], 8),  // multicast
    ]
}
