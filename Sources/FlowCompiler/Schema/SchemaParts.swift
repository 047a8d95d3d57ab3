import FlowProgram

/// The pieces the schemas are built from.
enum SchemaParts {
    /// A key with what an editor shows for it.
    struct Key {
        let name: String
        let value: JSONText
        let isRequired: Bool

        init(_ name: String, _ value: JSONText, isRequired: Bool = false) {
            self.name = name
            self.value = value
            self.isRequired = isRequired
        }
    }

    static let namePattern = "^[a-z][a-z0-9-]*$"

    /// A value with its description and examples in front of its rules.
    static func value(
        _ about: String,
        examples: [String] = [],
        _ rules: [(key: String, value: JSONText)]
    ) -> JSONText {
        var entries: [(key: String, value: JSONText)] = [("description", .text(about))]
        if !examples.isEmpty { entries.append(("examples", .list(examples.map { .text($0) }))) }
        return .object(entries + rules)
    }

    static func text(_ about: String, _ examples: String...) -> JSONText {
        value(about, examples: examples, [("type", .text("string"))])
    }

    static func text(_ about: String, form pattern: String) -> JSONText {
        value(about, [("type", .text("string")), ("pattern", .text(pattern))])
    }

    static func name(_ about: String, _ examples: String...) -> JSONText {
        value(
            about,
            examples: examples,
            [("type", .text("string")), ("pattern", .text(namePattern))]
        )
    }

    static func period(_ about: String, _ examples: String...) -> JSONText {
        value(
            about,
            examples: examples,
            [
                ("type", .text("string")),
                ("pattern", .text("^\\d{1,7} ?[a-z]+$")),
            ]
        )
    }

    static func truth(_ about: String) -> JSONText {
        value(about, [("type", .text("boolean"))])
    }

    static func whole(_ about: String, _ bounds: ClosedRange<Int>) -> JSONText {
        value(
            about,
            [
                ("type", .text("integer")), ("minimum", .number(bounds.lowerBound)),
                ("maximum", .number(bounds.upperBound)),
            ]
        )
    }

    static func choice(_ about: String, of words: [String]) -> JSONText {
        value(about, [("enum", .list(words.map { .text($0) }))])
    }

    /// A list of texts; one alone may stand without brackets.
    static func texts(_ about: String, _ examples: String...) -> JSONText {
        value(
            about,
            examples: examples,
            [
                (
                    "anyOf",
                    .list([
                        kind("string"),
                        .object([("type", .text("array")), ("items", kind("string"))]),
                    ])
                )
            ]
        )
    }

    static func kind(_ kind: String) -> JSONText { .object([("type", .text(kind))]) }

    static func reference(_ about: String, _ definition: String) -> JSONText {
        value(about, [("$ref", .text("#/$defs/\(definition)"))])
    }

    static func either(_ about: String, _ values: [JSONText]) -> JSONText {
        value(about, [("anyOf", .list(values))])
    }

    /// A mapping whose keys the author chooses.
    static func named(
        _ about: String,
        _ value: JSONText,
        keys pattern: String? = namePattern
    ) -> JSONText {
        var rules: [(key: String, value: JSONText)] = [("type", .text("object"))]
        if let pattern {
            rules.append(("propertyNames", .object([("pattern", .text(pattern))])))
        }
        return self.value(about, rules + [("additionalProperties", value)])
    }

    /// A mapping of known keys, and no others.
    static func mapping(_ about: String, _ keys: [Key]) -> JSONText {
        var rules: [(key: String, value: JSONText)] = [
            ("type", .text("object")),
            ("properties", .object(keys.map { ($0.name, $0.value) })),
            ("additionalProperties", .truth(false)),
        ]
        let required = keys.filter(\.isRequired).map { JSONText.text($0.name) }
        if !required.isEmpty { rules.append(("required", .list(required))) }
        return value(about, rules)
    }

    /// A whole schema: the dialect, a title, the root and what it refers to.
    static func schema(
        _ title: String,
        _ root: JSONText,
        _ definitions: [(key: String, value: JSONText)] = []
    ) -> String {
        var entries: [(key: String, value: JSONText)] = [
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            ("title", .text(title)),
        ]
        if case .object(let rules) = root { entries += rules }
        if !definitions.isEmpty { entries.append(("$defs", .object(definitions))) }
        return JSONText.object(entries).rendered
    }
}
