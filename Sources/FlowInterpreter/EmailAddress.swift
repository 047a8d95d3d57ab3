/// An e-mail address of the form people have: `local@domain.tld`, at most 254 bytes.
///
/// Narrower than RFC 5321 §4.1.2 on purpose: no quoted local parts, no address literals. The local
/// part keeps its case, the domain is lowercased.
package struct EmailAddress: Hashable, Sendable {
    package let text: String

    package init?(_ input: String) {
        let trimmed = input.utf8.count <= 512 ? input.trimmingWhitespace() : ""
        let parts = trimmed.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].utf8.count),
            (3...189).contains(parts[1].utf8.count), Self.isLocal(parts[0]),
            Self.isDomain(parts[1])
        else { return nil }
        text = "\(parts[0])@\(parts[1].lowercased())"
    }

    private static func isLocal(_ part: Substring) -> Bool {
        !part.hasPrefix(".") && !part.hasSuffix(".") && !part.contains("..")
            && part.allSatisfy { character in
                character.isLetter || character.isNumber
                    || "!#$%&'*+-/=?^_`{|}~.".contains(character)
            }
    }

    private static func isDomain(_ part: Substring) -> Bool {
        let labels = part.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, last.count >= 2,
            !last.allSatisfy(\.isNumber)
        else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
        }
    }
}
