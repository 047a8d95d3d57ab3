/// The places of a starter file that take an author's value: `@NAME@`.
enum Placeholders {
    static let mark: Character = "@"

    /// Puts values where their names stand between marks.
    ///
    /// The text is read once, so that nothing in a value is taken for a placeholder. A name without
    /// a value stays as it is.
    static func fill(_ text: String, with value: (Substring) -> String?) -> String {
        var filled = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: mark) {
            filled += rest[..<start]
            let name = rest[rest.index(after: start)...].prefix { ("A"..."Z").contains($0) }
            if name.endIndex < rest.endIndex, rest[name.endIndex] == mark, let value = value(name) {
                filled += value
                rest = rest[rest.index(after: name.endIndex)...]
            } else {
                filled.append(mark)
                rest = rest[rest.index(after: start)...]
            }
        }
        return filled + rest
    }
}
