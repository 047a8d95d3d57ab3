import MessageCatalog

/// Reports plurals without a text for every form of the language (`missing-plural-category`).
///
/// `other` would be shown instead, which is wrong grammar in every language that has the form.
/// Asked for are the forms of 0 to 200 and of their tenths: forms only millions take (French
/// `many`) may fall back to `other`.
enum PluralCheck {
    static func run(
        _ template: MessageTemplate,
        _ text: Located<String>,
        in tag: LocaleTag,
        _ reading: TemplateReading,
        _ diagnostics: inout Diagnostics
    ) {
        guard template.arguments.contains(where: { $0.uses.contains(.number) }) else {
            return
        }
        for choice in plurals(in: template.parts) {
            let written = Set(choice.categories.map(\.category))
            let exact = Set(choice.exact.map(\.number))
            let missing = reading.forms[choice.kind, tag].filter { category, numbers in
                category != .other && !written.contains(category)
                    && !numbers.allSatisfy(exact.contains)
            }
            guard !missing.isEmpty else { continue }
            let names = missing.map(\.category.keyword)
            diagnostics.report(
                .missingPluralCategory,
                at: reading.place(ofArgument: choice.argument, in: text),
                "`\(tag.text)` also has the plural form \(names.quotedList("and"))",
                help: "add `\(names[0]) {…}`, for numbers like \(missing[0].numbers[0].text)"
            )
        }
    }

    private static func plurals(in parts: [TemplatePart]) -> [PluralChoice] {
        parts.flatMap { part -> [PluralChoice] in
            switch part {
            case .literal, .argument, .number, .date, .duration, .pound: []
            case .plural(let choice):
                [choice] + choice.exact.flatMap { plurals(in: $0.parts) }
                    + choice.categories.flatMap { plurals(in: $0.parts) }
                    + plurals(in: choice.other)
            case .select(let choice):
                choice.cases.flatMap { plurals(in: $0.parts) } + plurals(in: choice.other)
            }
        }
    }
}

/// The forms everyday numbers take in each language, each with the numbers that take it.
struct PluralForms {
    struct Key: Hashable {
        let kind: PluralRules.Kind
        let tag: LocaleTag
    }

    typealias Form = (category: PluralCategory, numbers: [DecimalNumber])

    private var forms: [Key: [Form]] = [:]

    init(_ tags: Set<LocaleTag>) {
        for tag in tags {
            for kind in [PluralRules.Kind.cardinal, .ordinal] {
                forms[Key(kind: kind, tag: tag)] = Self.forms(kind, tag)
            }
        }
    }

    subscript(kind: PluralRules.Kind, tag: LocaleTag) -> [Form] {
        forms[Key(kind: kind, tag: tag)] ?? []
    }

    private static func forms(_ kind: PluralRules.Kind, _ tag: LocaleTag) -> [Form] {
        let rules = PluralRules.rules(kind, for: tag)
        guard rules.categories.count > 1 else { return [] }
        var numbers = (0...200).map { DecimalNumber($0) }
        if kind == .cardinal {
            numbers += (1...30).compactMap { DecimalNumber(mantissa: $0, scale: 1) }
        }
        let taken = Dictionary(grouping: numbers) { rules.category(of: $0) }
        return taken.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
