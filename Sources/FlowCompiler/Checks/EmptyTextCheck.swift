import FlowProgram
import MessageCatalog

/// Reports texts that show nothing, whatever their values are (`empty-text`).
///
/// Providers refuse a message without text and a button without a title. A text that is empty in
/// some of its branches only is left alone.
struct EmptyTextCheck {
    private let tags: [LocaleTag]
    /// The same text can be used by several flows.
    private var seen: Set<SourceSpan> = []

    static func run(
        _ workspace: Workspace,
        _ symbols: SymbolTable,
        _ flowTexts: [FlowTexts],
        _ shared: SharedTexts,
        _ diagnostics: inout Diagnostics
    ) {
        var check = EmptyTextCheck(tags: workspace.tags)
        for flow in symbols.soundFlows {
            let spared = flow.sparedTexts
            for use in flowTexts[flow.index.value].uses {
                let title: String =
                    if case .choice = use.key {
                        "the label of \(use.name.quoted)"
                    } else {
                        use.name.quoted
                    }
                check.report(use.entries, title, isSpared: spared.contains(use.key), &diagnostics)
            }
        }
        for notice in shared.notices {
            check.report(notice.entries, "the notice \(notice.name.quoted)", &diagnostics)
        }
        for (purpose, names) in zip(workspace.settings.purposes, shared.purposeNames) {
            check.report(
                names.map { $0.map { TextEntry(text: $0, template: nil) } },
                "the name of the purpose \(purpose.name.value.quoted)",
                &diagnostics
            )
        }
    }

    private init(tags: [LocaleTag]) {
        self.tags = tags
    }

    private mutating func report(
        _ entries: [TextEntry?],
        _ title: String,
        isSpared: Bool = false,
        _ diagnostics: inout Diagnostics
    ) {
        for (tag, entry) in zip(tags, entries) {
            guard let entry, entry.isBlank, seen.insert(entry.text.span).inserted else { continue }
            diagnostics.report(
                .emptyText,
                at: entry.text.span,
                "\(title) is empty in \(tag.text.quoted)",
                help: isSpared ? "write the text, or take out the `say`" : "write the text"
            )
        }
    }
}

extension FlowSymbols {
    /// The texts that are said and could as well not be: no step asks with them.
    fileprivate var sparedTexts: Set<TextKey> {
        var said: Set<TextKey> = []
        var asked: Set<TextKey> = []
        for step in syntax.steps {
            if let say = step.unclear?.say { said.insert(say.key) }
            switch step.exit {
            case .ask:
                asked.insert(step.say?.key ?? .message(step.name.value))
            case .choose where step.notice == nil:
                if let say = step.say { asked.insert(say.key) }
            case .choose, .then, .end, .when, .call, .random, .wait:
                if let say = step.say { said.insert(say.key) }
            }
        }
        return said.subtracting(asked)
    }
}

extension TextEntry {
    fileprivate var isBlank: Bool { template?.parts.areBlank ?? text.value.isBlank }
}

extension [TemplatePart] {
    /// Whether nothing can be seen of them, whichever branch is taken.
    fileprivate var areBlank: Bool {
        allSatisfy { part in
            switch part {
            case .literal(let text): text.isBlank
            case .argument, .number, .date, .duration, .pound: false
            case .plural(let choice):
                choice.other.areBlank && choice.exact.allSatisfy(\.parts.areBlank)
                    && choice.categories.allSatisfy(\.parts.areBlank)
            case .select(let choice):
                choice.other.areBlank && choice.cases.allSatisfy(\.parts.areBlank)
            }
        }
    }
}

extension String {
    /// Whether it has nothing but white space and characters that are never drawn.
    fileprivate var isBlank: Bool {
        unicodeScalars.allSatisfy { scalar in
            scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
