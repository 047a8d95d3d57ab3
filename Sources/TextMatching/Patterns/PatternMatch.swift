/// How a pattern took a text: what each named group held.
package struct PatternMatch: Hashable, Sendable {
    /// A named group and the part of the text it took last.
    package struct Capture: Hashable, Sendable {
        package let name: String
        package let text: String

        package init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// The groups that took part, in the order the pattern names them.
    package let captures: [Capture]

    package init(captures: [Capture]) {
        self.captures = captures
    }

    /// The text of the group `name`; `nil` if that group took no part.
    package subscript(name: String) -> String? {
        captures.first { $0.name == name }?.text
    }
}
