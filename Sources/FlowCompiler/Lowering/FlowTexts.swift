import FlowProgram
import MessageCatalog

/// Which text a flow means, before any locale is chosen.
enum TextKey: Hashable {
    case message(String)
    case choice(String)
    /// Texts written in the flow, by their place.
    case inline(SourceSpan)
}

/// A text a flow uses, in every locale that has it.
struct TextUse {
    let key: TextKey
    /// `offer`, or `order-updates/offer` for a text of one flow.
    let name: String
    /// Where the flow first uses it.
    let span: SourceSpan
    /// For each locale spoken its own text, or one along its chain; never the source's.
    let entries: [TextEntry?]

    /// What a contact reads: the locale's own text, otherwise the source's.
    func resolved(_ locale: Int) -> TextEntry? {
        entries[locale] ?? entries.first ?? nil
    }

    var isWritten: Bool { entries.contains { $0 != nil } }
}

/// The texts one flow uses, each once, in the order of first use.
struct FlowTexts {
    private(set) var uses: [TextUse] = []
    private var places: [TextKey: Int] = [:]
    private let flow: FlowSymbols
    private let texts: LocaleTexts
    private let order: [[Int]]

    init(
        _ flow: FlowSymbols,
        _ texts: LocaleTexts,
        _ reading: TemplateReading,
        _ diagnostics: inout Diagnostics
    ) {
        self.flow = flow
        self.texts = texts
        order = texts.order(flow: flow.name)
        var options: Set<String> = []
        for step in flow.syntax.steps {
            if let say = step.say { add(say, step.name.value, reading, &diagnostics) }
            if let asked = step.asked {
                if step.say == nil { add(message: step.name.value, at: step.name.span) }
                let declaration = flow.declaration(of: asked.value)
                if declaration?.type == .choice, options.insert(asked.value).inserted {
                    for option in declaration?.slot?.options ?? [] {
                        add(choice: option.value, at: option.span)
                    }
                }
            }
            for choice in step.choices {
                if let label = choice.label {
                    add(label, "\(step.name.value)/\(choice.name.value)", reading, &diagnostics)
                } else {
                    add(choice: choice.name.value, at: choice.name.span)
                }
            }
            if let say = step.unclear?.say {
                add(say, "\(step.name.value)/unclear", reading, &diagnostics)
            }
        }
    }

    /// The place of a text among `uses`.
    subscript(key: TextKey) -> Int? { places[key] }

    func use(_ key: TextKey) -> TextUse? { places[key].map { uses[$0] } }

    private mutating func add(
        _ text: TextSyntax,
        _ name: String,
        _ reading: TemplateReading,
        _ diagnostics: inout Diagnostics
    ) {
        switch text {
        case .key(let key): add(message: key.value, at: key.span)
        case .inline(let written, let span):
            var byTag: [LocaleTag: TextEntry] = [:]
            for (locale, text) in written {
                guard let tag = LocaleTag(locale.value) else { continue }
                byTag[tag] = reading.entry(text, in: tag, &diagnostics)
            }
            let entries = texts.tags.map { tag in
                tag.fallbackChain.lazy.compactMap { byTag[$0] }.first
            }
            append(.inline(span), "\(flow.name)/\(name)", span, entries)
        }
    }

    private mutating func add(message key: String, at span: SourceSpan) {
        guard places[.message(key)] == nil else { return }
        let entries = texts.own(in: order) { $0.messages[key] }
        append(.message(key), name(of: key) { $0.messages[key] != nil }, span, entries)
    }

    private mutating func add(choice name: String, at span: SourceSpan) {
        guard places[.choice(name)] == nil else { return }
        let entries = texts.own(in: order) { $0.choices[name]?.label }
        append(.choice(name), self.name(of: name) { $0.choices[name] != nil }, span, entries)
    }

    private func name(of key: String, _ isIn: (LocaleFile) -> Bool) -> String {
        let isShared = texts.own(0, flow: nil) { isIn($0) ? true : nil } ?? false
        let isOwn = texts.own(0, flow: flow.name) { file in
            isIn(file) ? file.syntax.flow != nil : nil
        }
        return isOwn ?? !isShared ? "\(flow.name)/\(key)" : key
    }

    private mutating func append(
        _ key: TextKey,
        _ name: String,
        _ span: SourceSpan,
        _ entries: [TextEntry?]
    ) {
        places[key] = uses.count
        uses.append(TextUse(key: key, name: name, span: span, entries: entries))
    }
}

extension TextSyntax {
    var key: TextKey {
        switch self {
        case .key(let key): .message(key.value)
        case .inline(_, let span): .inline(span)
        }
    }
}
