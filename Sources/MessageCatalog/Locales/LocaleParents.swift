/// Where a locale inherits its conventions from (UTS #35 part 1, section 4.1.3).
///
/// This is not a tag's fallback chain: `en-AU` inherits from `en-001`, `zh-TW` from `zh-Hant-TW`,
/// and `zh-Hant` from nothing.
enum LocaleParents {
    private static let explicit: [String: String] = {
        var parents: [String: String] = [:]
        for line in LocaleRelationText.parents.split(separator: "\n") {
            let tags = line.split(separator: " ")
            for child in tags.dropFirst() { parents[String(child)] = String(tags[0]) }
        }
        return parents
    }()

    /// The first value found for the tag, what CLDR says it inherits from, and so on.
    static func lookup<Value>(_ tag: LocaleTag, in table: [String: Value]) -> Value? {
        if let value = table[tag.text] { return value }
        var text = tag.text
        while let next = explicit[text] ?? truncated(text) {
            if let value = table[next] { return value }
            text = next
        }
        return nil
    }

    private static func truncated(_ text: String) -> String? {
        text.lastIndex(of: "-").map { String(text[..<$0]) }
    }
}
