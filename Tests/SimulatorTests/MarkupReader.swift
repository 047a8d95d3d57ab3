/// One element of a page or an XML file.
struct MarkupElement {
    enum Node {
        case element(MarkupElement)
        case text(String)
    }

    let name: String
    var attributes: [String: String] = [:]
    var children: [Node] = []

    /// All text inside, with its references resolved.
    var text: String {
        children.map { child in
            switch child {
            case .element(let element): element.text
            case .text(let text): text
            }
        }.joined()
    }

    var elements: [MarkupElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// Every element of this name inside, at any depth.
    func all(_ name: String) -> [MarkupElement] {
        elements.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }
}

/// Reads markup strictly: every element is closed, every attribute is quoted and stands once, and
/// `&` and `<` are references.
struct MarkupReader {
    struct Fault: Error {
        let sentence: String
    }

    private var rest: Substring

    static func read(_ text: String) throws -> MarkupElement {
        var reader = MarkupReader(rest: text[...])
        for prolog in ["<?xml ", "<!doctype "] where reader.rest.hasPrefix(prolog) {
            reader.rest = reader.rest.drop { $0 != ">" }.dropFirst()
        }
        reader.skipSpace()
        let root = try reader.element()
        reader.skipSpace()
        guard reader.rest.isEmpty else { throw Fault(sentence: "something follows the root") }
        return root
    }

    private mutating func element() throws -> MarkupElement {
        try take("<")
        var element = MarkupElement(name: try word())
        while true {
            skipSpace()
            if rest.hasPrefix("/>") {
                try take("/>")
                return element
            }
            if rest.hasPrefix(">") { break }
            let key = try word()
            guard element.attributes[key] == nil else {
                throw Fault(sentence: "`\(key)` stands twice")
            }
            try take("=\"")
            element.attributes[key] = try text { $0 == "\"" }
            try take("\"")
        }
        try take(">")
        // The only element of our pages that HTML leaves open.
        if element.name == "meta" { return element }
        while !rest.hasPrefix("</") {
            guard !rest.isEmpty else { throw Fault(sentence: "`\(element.name)` never ends") }
            if rest.hasPrefix("<") {
                element.children.append(.element(try self.element()))
            } else {
                element.children.append(.text(try text { $0 == "<" }))
            }
        }
        try take("</\(element.name)>")
        return element
    }

    private mutating func word() throws -> String {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
        guard !word.isEmpty else { throw Fault(sentence: "no name at `\(rest.prefix(20))`") }
        rest = rest.dropFirst(word.count)
        return String(word)
    }

    /// What stands before an ending, with its references resolved.
    private mutating func text(before ends: (Character) -> Bool) throws -> String {
        let raw = rest.prefix { !ends($0) }
        rest = rest.dropFirst(raw.count)
        guard !raw.contains("<") else { throw Fault(sentence: "a bare `<` in `\(raw)`") }
        var parts = raw.split(separator: "&", omittingEmptySubsequences: false)
        var result = String(parts.removeFirst())
        for part in parts {
            let name = part.prefix { $0 != ";" }
            guard let character = Self.references[String(name)], name.count < part.count else {
                throw Fault(sentence: "a bare `&` in `\(raw)`")
            }
            result += character + part.dropFirst(name.count + 1)
        }
        return result
    }

    private static let references = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "#9": "\t", "#10": "\n",
        "#13": "\r", "nbsp": "\u{A0}",
    ]

    private mutating func take(_ text: String) throws {
        guard rest.hasPrefix(text) else {
            throw Fault(sentence: "`\(text)` is missing at `\(rest.prefix(20))`")
        }
        rest = rest.dropFirst(text.count)
    }

    private mutating func skipSpace() {
        rest = rest.drop { $0.isWhitespace }
    }
}
