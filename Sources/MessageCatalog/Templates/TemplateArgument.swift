/// How a message uses an argument.
package enum ArgumentUse: Hashable, Sendable {
    /// Printed as it is: any value will do.
    case text
    /// Formatted or counted: only a number will do.
    case number
    /// Formatted: only a date will do.
    case date
    /// Compared with these words; `other` is not among them.
    case select([String])
}

/// An argument of a message.
package struct TemplateArgument: Hashable, Sendable {
    package let name: String
    /// Distinct uses in the order they appear.
    package internal(set) var uses: [ArgumentUse]

    package init(name: String, uses: [ArgumentUse]) {
        self.name = name
        self.uses = uses
    }
}

struct ArgumentCollector {
    private(set) var found: [TemplateArgument] = []

    mutating func visit(_ parts: [TemplatePart]) {
        for part in parts {
            switch part {
            case .literal, .pound: continue
            case .argument(let name): add(name, .text)
            case .number(let name, _), .duration(let name): add(name, .number)
            case .date(let name, _): add(name, .date)
            case .plural(let choice):
                add(choice.argument, .number)
                for branch in choice.branches { visit(branch) }
            case .select(let choice):
                add(choice.argument, .select(choice.cases.map(\.key)))
                for branch in choice.branches { visit(branch) }
            }
        }
    }

    private mutating func add(_ name: String, _ use: ArgumentUse) {
        guard let index = found.firstIndex(where: { $0.name == name }) else {
            found.append(TemplateArgument(name: name, uses: [use]))
            return
        }
        if !found[index].uses.contains(use) { found[index].uses.append(use) }
    }
}
