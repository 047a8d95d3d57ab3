/// The part of the net that an address belongs to: /24 of IPv4, /56 of IPv6.
///
/// Whoever has one address has its neighbours, so they are counted together; and no whole address
/// is kept.
package enum AddressPrefix {
    /// The prefix of an address as the system prints it; `unknown` for anything else.
    package static func of(_ address: String?) -> String {
        guard let address, address.utf8.count <= 64 else { return unknown }
        // A zone names an interface of this machine.
        let bare = address.prefix { $0 != "%" }
        if bare.contains(":") { return v6(bare) ?? unknown }
        return v4(bare) ?? unknown
    }

    private static let unknown = "unknown"

    private static func v4(_ text: Substring) -> String? {
        let bytes = text.split(separator: ".", omittingEmptySubsequences: false)
            .compactMap { UInt8($0) }
        return bytes.count == 4 ? "\(bytes[0]).\(bytes[1]).\(bytes[2])" : nil
    }

    private static func v6(_ text: Substring) -> String? {
        // `::ffff:192.0.2.1` is an IPv4 address that came in by the other door.
        if text.contains("."), let colon = text.lastIndex(of: ":") {
            return v4(text[text.index(after: colon)...])
        }
        let halves = text.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        guard let head = groups(halves[0]) else { return nil }
        var all = head
        if halves.count == 2 {
            guard let tail = groups(halves[1]), head.count + tail.count <= 7 else { return nil }
            all += Array(repeating: 0, count: 8 - head.count - tail.count) + tail
        }
        guard all.count == 8 else { return nil }
        let prefix = [all[0], all[1], all[2], all[3] & 0xFF00]
        return prefix.map { String($0, radix: 16) }.joined(separator: ":")
    }

    private static func groups(_ text: Substring) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let groups = parts.compactMap { UInt16($0, radix: 16) }
        return groups.count == parts.count ? groups : nil
    }
}
