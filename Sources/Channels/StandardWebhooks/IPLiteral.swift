/// An address of the Internet as it is written in a URL or comes from a resolver.
package struct IPLiteral: Hashable, Sendable {
    /// 16 bytes in network order; an IPv4 address is mapped into them (RFC 4291 §2.5.5.2).
    package let bytes: [UInt8]

    /// Takes the 4 bytes of IPv4 or the 16 of IPv6; `nil` for any other number.
    package init?(bytes: [UInt8]) {
        switch bytes.count {
        case 4: self.bytes = Self.mappedPrefix + bytes
        case 16: self.bytes = bytes
        default: return nil
        }
    }

    /// What a host of a URL is, after URL Standard §3.5: not only `127.0.0.1` is that address but
    /// also `2130706433`, `0177.1` and `0x7f.0.0.1`, because the resolver reads them so.
    enum Reading: Hashable {
        case address(IPLiteral)
        /// Its last label is a number, and it is no address: no resolver may be asked.
        case malformed
        case name
    }

    /// Reads a host that is not in brackets.
    static func reading(ofHost host: Substring) -> Reading {
        var labels = host.split(separator: ".", omittingEmptySubsequences: false)
        if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
        guard let last = labels.last, isNumber(last) else { return .name }
        guard labels.count <= 4 else { return .malformed }
        var value: UInt64 = 0
        for (index, label) in labels.enumerated() {
            let isLast = index == labels.count - 1
            // The last number fills every byte that no other one has.
            let bits = UInt64(isLast ? 8 * (5 - labels.count) : 8)
            guard let number = number(label), number < 1 << bits else { return .malformed }
            value = value << bits | number
        }
        let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt64($0)) }
        return IPLiteral(bytes: bytes).map(Reading.address) ?? .malformed
    }

    /// Reads what is between the brackets of IPv6 (RFC 4291 §2.2); no zone.
    init?(ipv6 text: Substring) {
        guard text.utf8.count <= 45 else { return nil }
        let halves = text.split(
            separator: "::",
            maxSplits: 2,
            omittingEmptySubsequences: false
        )
        switch halves.count {
        case 1:
            guard let bytes = Self.groups(halves[0]), bytes.count == 16 else { return nil }
            self.bytes = bytes
        case 2:
            guard let head = Self.groups(halves[0], isEnd: false),
                let tail = Self.groups(halves[1]), head.count + tail.count <= 14
            else { return nil }
            bytes = head + Array(repeating: 0, count: 16 - head.count - tail.count) + tail
        default: return nil
        }
    }

    /// What an IPv4 address has in front of it among 16 bytes.
    static let mappedPrefix: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]

    /// All digits, or hexadecimal: a label that makes a host an address (URL Standard §3.5, "ends
    /// in a number").
    private static func isNumber(_ label: Substring) -> Bool {
        !label.isEmpty && label.utf8.allSatisfy(isDigit) || hexDigits(label) != nil
    }

    private static func number(_ label: Substring) -> UInt64? {
        if let digits = hexDigits(label) {
            return digits.isEmpty ? 0 : UInt64(digits, radix: 16)
        }
        guard !label.isEmpty, label.utf8.allSatisfy(isDigit) else { return nil }
        return UInt64(label, radix: label.first == "0" ? 8 : 10)
    }

    /// What follows `0x`, if it is hexadecimal digits and no more.
    private static func hexDigits(_ label: Substring) -> Substring? {
        guard label.hasPrefix("0x") || label.hasPrefix("0X") else { return nil }
        let digits = label.dropFirst(2)
        return digits.utf8.allSatisfy(isHexDigit) ? digits : nil
    }

    /// The bytes of groups with colons between them; at the end there may be an IPv4 address.
    private static func groups(_ text: Substring, isEnd: Bool = true) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        var bytes: [UInt8] = []
        let groups = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, group) in groups.enumerated() {
            if isEnd, index == groups.count - 1, group.utf8.contains(UInt8(ascii: ".")) {
                guard let address = dotted(group) else { return nil }
                bytes += address
                continue
            }
            guard (1...4).contains(group.utf8.count), group.utf8.allSatisfy(isHexDigit),
                let value = UInt16(group, radix: 16)
            else { return nil }
            bytes += [UInt8(value >> 8), UInt8(truncatingIfNeeded: value)]
        }
        return bytes
    }

    /// Four decimal numbers in their one spelling.
    private static func dotted(_ text: Substring) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let bytes = parts.compactMap { part -> UInt8? in
            guard let byte = UInt8(part), String(byte) == part else { return nil }
            return byte
        }
        return parts.count == 4 && bytes.count == 4 ? bytes : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte)
    }
}
