/// A message with arguments, parsed from ICU MessageFormat.
package struct MessageTemplate: Hashable, Sendable {
    package let parts: [TemplatePart]
    /// The arguments in the order of their first use, with every way they are used.
    package let arguments: [TemplateArgument]

    package init(_ parts: [TemplatePart]) {
        self.parts = parts
        var collector = ArgumentCollector()
        collector.visit(parts)
        self.arguments = collector.found
    }

    package var argumentNames: [String] { arguments.map(\.name) }
}

/// A piece of a message.
package indirect enum TemplatePart: Hashable, Sendable {
    case literal(String)
    /// Any value, as plain text.
    case argument(String)
    case number(String, NumberFormat.Style)
    case date(String, DateFormat.Style)
    /// Seconds, as hours, minutes and seconds (`2:03`).
    case duration(String)
    case plural(PluralChoice)
    case select(SelectChoice)
    /// `#`: the number of the innermost plural around it, less the plural's offset.
    case pound
}

/// Texts chosen by a number.
package struct PluralChoice: Hashable, Sendable {
    /// A text for one number (`=0 {none}`), compared before the offset is taken off.
    package struct ExactCase: Hashable, Sendable {
        package let number: DecimalNumber
        package let parts: [TemplatePart]

        package init(number: DecimalNumber, parts: [TemplatePart]) {
            self.number = number
            self.parts = parts
        }
    }

    /// A text for a category of the language.
    package struct CategoryCase: Hashable, Sendable {
        package let category: PluralCategory
        package let parts: [TemplatePart]

        package init(category: PluralCategory, parts: [TemplatePart]) {
            self.category = category
            self.parts = parts
        }
    }

    package let argument: String
    package let kind: PluralRules.Kind
    package let offset: Int64
    package let exact: [ExactCase]
    /// Without `other`.
    package let categories: [CategoryCase]
    package let other: [TemplatePart]

    package init(
        argument: String,
        kind: PluralRules.Kind,
        offset: Int64,
        exact: [ExactCase],
        categories: [CategoryCase],
        other: [TemplatePart]
    ) {
        self.argument = argument
        self.kind = kind
        self.offset = offset
        self.exact = exact
        self.categories = categories
        self.other = other
    }

    var branches: [[TemplatePart]] { exact.map(\.parts) + categories.map(\.parts) + [other] }
}

/// Texts chosen by a word.
package struct SelectChoice: Hashable, Sendable {
    package struct Case: Hashable, Sendable {
        package let key: String
        package let parts: [TemplatePart]

        package init(key: String, parts: [TemplatePart]) {
            self.key = key
            self.parts = parts
        }
    }

    package let argument: String
    /// Without `other`.
    package let cases: [Case]
    package let other: [TemplatePart]

    package init(argument: String, cases: [Case], other: [TemplatePart]) {
        self.argument = argument
        self.cases = cases
        self.other = other
    }

    var branches: [[TemplatePart]] { cases.map(\.parts) + [other] }
}
