/// A JSON document whose members keep the order they were written in.
///
/// Own code because what is signed has to be the same bytes on every machine, and because a reader
/// of signed text must refuse what two readers could understand differently.
package indirect enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// A number as it is written.
    case number(String)
    case text(String)
    case list([JSONValue])
    case object([Member])

    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: JSONValue

        package init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    package static func integer(_ number: some BinaryInteger) -> JSONValue {
        .number(String(number))
    }

    /// The value of an object's member.
    package subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    package var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// A whole number that 64 bits hold; from a text only where it is digits and no more.
    package var integer: Int64? {
        switch self {
        case .number(let digits), .text(let digits): Int64(digits)
        case .null, .boolean, .list, .object: nil
        }
    }

    package var truth: Bool? {
        guard case .boolean(let truth) = self else { return nil }
        return truth
    }

    /// The elements of a list; none for anything else.
    package var elements: [JSONValue] {
        guard case .list(let values) = self else { return [] }
        return values
    }

    /// What a property has: the elements of a list, or the one value itself (JSON-LD writes both).
    package var values: [JSONValue] {
        guard case .list(let values) = self else { return [self] }
        return values
    }

    /// The document on one line: what is signed.
    package var compact: String {
        var output = ""
        write(to: &output, indent: nil)
        return output
    }

    /// The document for people and for diffs, two spaces a level, ending with a newline.
    package var pretty: String {
        var output = ""
        write(to: &output, indent: 0)
        return output + "\n"
    }

    private func write(to output: inout String, indent: Int?) {
        switch self {
        case .null: output += "null"
        case .boolean(let value): output += value ? "true" : "false"
        case .number(let number): output += number
        case .text(let text): Self.write(quoted: text, to: &output)
        case .list(let values):
            Self.write(values, in: ("[", "]"), to: &output, indent: indent) {
                value,
                output,
                inner in
                value.write(to: &output, indent: inner)
            }
        case .object(let members):
            Self.write(members, in: ("{", "}"), to: &output, indent: indent) {
                member,
                output,
                inner in
                Self.write(quoted: member.name, to: &output)
                output += inner == nil ? ":" : ": "
                member.value.write(to: &output, indent: inner)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element],
        in brackets: (String, String),
        to output: inout String,
        indent: Int?,
        _ each: (Element, inout String, Int?) -> Void
    ) {
        output += brackets.0
        let inner = indent.map { $0 + 1 }
        for (index, element) in elements.enumerated() {
            if index > 0 { output += "," }
            if let inner { output += "\n" + String(repeating: "  ", count: inner) }
            each(element, &output, inner)
        }
        if let indent, !elements.isEmpty {
            output += "\n" + String(repeating: "  ", count: indent)
        }
        output += brackets.1
    }

    private static func write(quoted text: String, to output: inout String) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case "\u{0}"..<"\u{20}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
    }
}

extension JSONValue: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self = .text(value) }
}

extension JSONValue: ExpressibleByArrayLiteral {
    package init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    /// An object in the order of the literal, which a `Dictionary` would lose.
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
}

extension JSONValue {
    /// An object without the members that have no value.
    package static func members(_ elements: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(elements.compactMap { name, value in value.map { Member(name, $0) } })
    }
}
