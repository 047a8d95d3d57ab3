/// What people call a key: 1 to 100 characters on one line.
package struct APIKeyName: Hashable, Sendable {
    /// Unicode scalars in the longest name.
    package static let limit = 100

    package let text: String

    /// `nil` for an empty or a longer text, and for one with control characters.
    package init?(_ text: String) {
        let scalars = text.unicodeScalars
        guard (1...Self.limit).contains(scalars.count),
            scalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { return nil }
        self.text = text
    }
}
