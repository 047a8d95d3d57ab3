/// The first digits of a pseudonym, as a list shows them, or all of them.
package struct PseudonymPrefix: Hashable, Sendable {
    /// Digits in a whole pseudonym.
    package static let longest = AuditEvent.identifierByteCount * 2

    /// Lowercase hexadecimal digits in ASCII, as a leaf has them.
    private let digits: [UInt8]

    /// Reads 1 to 32 hexadecimal digits of either case; anything else is `nil`.
    package init?(_ text: String) {
        let digits = [UInt8](text.lowercased().utf8)
        guard (1...Self.longest).contains(digits.count),
            digits.allSatisfy({ Hex.value($0) != nil })
        else { return nil }
        self.digits = digits
    }

    /// A whole pseudonym of 16 bytes, which one contact has and no other.
    package init(pseudonym: [UInt8]) {
        precondition(
            pseudonym.count == AuditEvent.identifierByteCount,
            "a pseudonym has 16 bytes"
        )
        var digits: [UInt8] = []
        Hex.append(pseudonym, to: &digits)
        self.digits = digits
    }

    func begins(_ pseudonym: ArraySlice<UInt8>) -> Bool {
        pseudonym.starts(with: digits)
    }
}
