import Encryption

/// The identifier of a record or a receipt, in the form of a random UUID (RFC 9562, version 4).
package struct RecordID: Hashable, Sendable {
    package static let count = 16

    package let bytes: [UInt8]

    /// Takes 16 random bytes, six bits of which become the mark of version 4.
    package init?(random bytes: [UInt8]) {
        guard bytes.count == Self.count else { return nil }
        var marked = bytes
        marked[6] = marked[6] & 0x0F | 0x40
        marked[8] = marked[8] & 0x3F | 0x80
        self.bytes = marked
    }

    /// `5d0c6ad4-8f1e-4b53-9a30-0d9f6d6b8a11`.
    package var text: String { Self.grouped(bytes) }

    /// As a name for linked data (RFC 9562 §4).
    package var urn: String { "urn:uuid:\(text)" }

    /// 16 bytes in the groups of a UUID, whatever their version.
    static func grouped(_ bytes: [UInt8]) -> String {
        let digits = Hex.encode(bytes)
        var groups: [Substring] = []
        var rest = digits[...]
        for length in [8, 4, 4, 4] {
            groups.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return (groups + [rest]).joined(separator: "-")
    }
}
