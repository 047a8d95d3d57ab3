/// Reads `slots:` of a flow.
enum SlotParser {
    private static let keys: [String] = [
        "type", "min", "max", "options", "personal", "keep", "age",
    ]

    static func slots(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> [SlotSyntax] {
        guard let node = reader.entry("slots")?.value, !node.isNothing,
            let entries = MappingReader.entries(node, "`slots`", into: &diagnostics)
        else { return [] }
        return entries.map { slot($0.key, $0.value, into: &diagnostics) }
    }

    private static func slot(
        _ name: Located<String>,
        _ node: YAMLNode,
        into diagnostics: inout Diagnostics
    ) -> SlotSyntax {
        Name.check(name, "slot", into: &diagnostics)
        var slot = SlotSyntax(
            name: name,
            type: .reported(at: name.span),
            minimum: nil,
            maximum: nil,
            options: [],
            isPersonal: false,
            keep: nil,
            age: nil
        )
        let what = "slot \(name.value.quoted)"
        guard
            let reader = MappingReader(
                node,
                what,
                known: keys,
                place: name.span,
                into: &diagnostics
            )
        else { return slot }
        if let type = reader.requiredText("type", into: &diagnostics) { slot.type = type }
        slot.minimum = reader.text("min", into: &diagnostics)
        slot.maximum = reader.text("max", into: &diagnostics)
        slot.options = reader.texts("options", into: &diagnostics)
        for option in slot.options { Name.check(option, "option", into: &diagnostics) }
        slot.isPersonal = reader.truth("personal", into: &diagnostics) ?? false
        slot.keep = reader.period("keep", into: &diagnostics)
        slot.age = reader.located("age") { reader.truth("age", into: &diagnostics) }
        return slot
    }
}
