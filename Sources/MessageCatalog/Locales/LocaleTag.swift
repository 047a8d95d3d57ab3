/// A language tag (BCP 47, RFC 5646): `language[-Script][-REGION][-variants…]`.
///
/// Extensions and private use are not accepted: nothing here depends on them.
package struct LocaleTag: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The tag in canonical case (`pt-BR`, `zh-Hant-TW`).
    package let text: String
    /// Two or three lowercase letters (`pt`).
    package let language: String
    /// Four letters (`Hant`).
    package let script: String?
    /// Two capital letters or three digits (`TW`, `419`).
    package let region: String?
    /// Whether the language is written from right to left: by its script if the tag has one,
    /// otherwise by the script CLDR finds most likely.
    package let isRightToLeft: Bool

    /// The longest tag RFC 5646 (section 4.4.1) asks implementations to hold.
    package static let longestBytes = 35

    /// Reads a tag in any case, with `-` or `_`; `nil` if it is not well-formed.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.longestBytes else { return nil }
        var subtags = text.utf8.split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == 0x2D || $0 == 0x5F }
        )[...]
        guard let first = subtags.popFirst(), (2...3).contains(first.count),
            first.allSatisfy(\.isASCIILetter), subtags.allSatisfy(Self.isSubtag)
        else { return nil }
        let written = Self.lowercase(first)
        language = Self.replacedLanguages[written] ?? written
        var parts: [String] = [language]

        if let next = subtags.first, next.count == 4, next.allSatisfy(\.isASCIILetter) {
            let rest = Self.lowercase(next.dropFirst())
            let cased = Self.lowercase(next.prefix(1)).uppercased() + rest
            script = cased
            parts.append(cased)
            subtags.removeFirst()
        } else {
            script = nil
        }
        if let next = subtags.first, Self.isRegion(next) {
            let cased = Self.lowercase(next).uppercased()
            region = cased
            parts.append(cased)
            subtags.removeFirst()
        } else {
            region = nil
        }
        for variant in subtags {
            guard Self.isVariant(variant) else { return nil }
            parts.append(Self.lowercase(variant))
        }
        self.text = parts.joined(separator: "-")
        isRightToLeft = WritingDirection.isRightToLeft(
            language: language,
            script: script,
            region: region
        )
    }

    /// The tag itself, then each shorter one (`zh-Hant-TW`, `zh-Hant`, `zh`): RFC 4647 lookup.
    package var fallbackChain: [LocaleTag] {
        var chain: [LocaleTag] = [self]
        var rest = text[...]
        while let dash = rest.lastIndex(of: "-") {
            rest = rest[..<dash]
            if let shorter = LocaleTag(String(rest)) { chain.append(shorter) }
        }
        return chain
    }

    package var description: String { text }

    package static func == (left: LocaleTag, right: LocaleTag) -> Bool { left.text == right.text }
    package static func < (left: LocaleTag, right: LocaleTag) -> Bool { left.text < right.text }
    package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension LocaleTag {
    private typealias Subtag = Substring.UTF8View.SubSequence

    /// Language codes that were replaced (IANA subtag registry, `Preferred-Value`).
    private static let replacedLanguages: [String: String] = [
        "in": "id", "iw": "he", "ji": "yi", "jw": "jv", "mo": "ro", "tl": "fil",
    ]

    private static func isSubtag(_ bytes: Subtag) -> Bool {
        (1...8).contains(bytes.count)
            && bytes.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
    }

    private static func isRegion(_ bytes: Subtag) -> Bool {
        bytes.count == 2 && bytes.allSatisfy(\.isASCIILetter)
            || bytes.count == 3 && bytes.allSatisfy(\.isASCIIDigit)
    }

    private static func isVariant(_ bytes: Subtag) -> Bool {
        bytes.count >= 5 || bytes.count == 4 && bytes.first?.isASCIIDigit == true
    }

    private static func lowercase(_ bytes: Subtag) -> String {
        String(decoding: bytes, as: UTF8.self).lowercased()
    }
}

extension UInt8 {
    var isASCIILetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
}
