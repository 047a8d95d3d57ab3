import FlowProgram
import MessageCatalog

/// Reports texts that are not there, and locales that say different things.
///
/// Codes: `unknown-text` (no locale has it), `missing-translation` (some locale has not; at the
/// place of use, once for each locale), `missing-file` (a locale without any file, instead of all
/// its missing translations), `unknown-argument`, `type-mismatch` (a plural of a text),
/// `argument-mismatch` (a translation that shows less or more than the source) and the warning
/// `unused-text`. Template syntax is reported where templates are read.
struct LocaleCheck {
    private let workspace: Workspace
    private let symbols: SymbolTable
    private let texts: LocaleTexts
    private let flowTexts: [FlowTexts]
    private let reading: TemplateReading
    private var diagnostics = Diagnostics()
    /// Locales no file speaks and that lack something.
    private var unwritten: Set<Int> = []

    static func run(
        _ workspace: Workspace,
        _ symbols: SymbolTable,
        _ texts: LocaleTexts,
        _ flowTexts: [FlowTexts],
        _ shared: SharedTexts,
        _ reading: TemplateReading,
        _ diagnostics: inout Diagnostics
    ) {
        var check = LocaleCheck(workspace, symbols, texts, flowTexts, reading)
        check.shared(shared)
        for flow in symbols.soundFlows {
            for use in flowTexts[flow.index.value].uses {
                check.translations(of: use, in: flow)
                check.arguments(of: use, in: flow)
            }
        }
        check.missingFiles()
        if workspace.hasAllFlows { check.unused() }
        for diagnostic in check.diagnostics.sorted { diagnostics.report(diagnostic) }
    }

    private init(
        _ workspace: Workspace,
        _ symbols: SymbolTable,
        _ texts: LocaleTexts,
        _ flowTexts: [FlowTexts],
        _ reading: TemplateReading
    ) {
        self.workspace = workspace
        self.symbols = symbols
        self.texts = texts
        self.flowTexts = flowTexts
        self.reading = reading
    }

    private mutating func shared(_ shared: SharedTexts) {
        for use in shared.notices {
            translations(of: use, in: nil)
            arguments(of: use, in: nil)
        }
        for (purpose, names) in zip(workspace.settings.purposes, shared.purposeNames) {
            let use = TextUse(
                key: .message(purpose.name.value),
                name: purpose.name.value,
                span: purpose.name.span,
                entries: names.map { $0.map { TextEntry(text: $0, template: nil) } }
            )
            translations(of: use, in: nil, section: "purposes")
        }
    }

    private mutating func translations(
        of use: TextUse,
        in flow: FlowSymbols?,
        section: String? = nil
    ) {
        let section = section ?? (flow == nil ? "notices" : use.key.section)
        let missing = use.entries.indices.filter {
            use.entries[$0] == nil && !workspace.isBroken($0)
        }
        guard use.isWritten else {
            if missing.count == texts.tags.count { unknown(use, flow, section) }
            return
        }
        for locale in missing {
            let tag = texts.tags[locale].text
            guard texts.isWritten(locale) || use.key.isInline else {
                unwritten.insert(locale)
                continue
            }
            diagnostics.report(
                .missingTranslation,
                at: use.span,
                "\(use.key.title(use.name)) has no text in \(tag.quoted)",
                help: use.key.isInline
                    ? "add it beside the others"
                    : place(of: use, in: flow, locale, section)
            )
        }
    }

    /// Where to add a text.
    private func place(
        of use: TextUse,
        in flow: FlowSymbols?,
        _ locale: Int,
        _ section: String
    ) -> String {
        let file = workspace.textFile(of: use, in: flow, locale: locale)
        return "add it to `\(file)` under \(section.quoted)"
    }

    private mutating func unknown(_ use: TextUse, _ flow: FlowSymbols?, _ section: String) {
        // With no file at all the files are what is missing.
        if !texts.tags.indices.contains(where: { texts.isWritten($0) }) {
            unwritten.formUnion(texts.tags.indices)
            return
        }
        let known = texts.files.flatMap { file -> [String] in
            guard file.syntax.flow == nil || file.syntax.flow == flow?.name else { return [] }
            return switch section {
            case "choices": file.choices.keys.sorted()
            case "notices": file.notices.keys.sorted()
            case "purposes": file.purposes.keys.sorted()
            default: file.messages.keys.sorted()
            }
        }
        let name = use.key.written ?? use.name
        diagnostics.report(
            .unknownText,
            at: use.span,
            "no locale has a text for \(name.quoted)",
            help: Suggestion.help(for: name, among: Array(Set(known)))
                ?? place(of: use, in: flow, 0, section)
        )
    }

    private mutating func missingFiles() {
        for locale in unwritten.sorted() {
            let tag = texts.tags[locale].text
            let place = workspace.settings.locales.first { LocaleTag($0.value)?.text == tag }
            diagnostics.report(
                .missingFile,
                at: place?.span
                    ?? SourceSpan(
                        path: WorkspaceSources.settingsPath,
                        line: 1,
                        column: 1,
                        length: 1
                    ),
                "the locale \(tag.quoted) has no file",
                help: "write `locales/\(tag).yaml`"
            )
        }
    }

    private mutating func unused() {
        let usedSomewhere = Set(flowTexts.flatMap { $0.uses.map(\.key) })
        for file in texts.files {
            let flow = file.syntax.flow.flatMap { symbols.flowIndices[$0] }
            if file.syntax.flow != nil, flow == nil { continue }
            let own = flow.map { flowTexts[$0.value] }
            for entry in file.syntax.messages {
                let key = TextKey.message(entry.key.value)
                let isUsed = own.map { $0[key] != nil } ?? usedSomewhere.contains(key)
                if !isUsed {
                    unused(entry.key, own == nil ? "no flow uses" : "the flow never uses")
                }
            }
            for choice in file.syntax.choices {
                if let own, own[.choice(choice.name.value)] == nil {
                    unused(choice.name, "the flow has no choice")
                }
            }
        }
    }

    private mutating func unused(_ key: Located<String>, _ sentence: String) {
        diagnostics.report(
            .unusedText,
            at: key.span,
            "\(sentence) \(key.value.quoted)",
            help: "remove it"
        )
    }
}

extension LocaleCheck {
    private mutating func arguments(of use: TextUse, in flow: FlowSymbols?) {
        let source = use.entries.first ?? nil
        let shown = source?.template.map { Set($0.argumentNames) }
        var seen: Set<SourceSpan> = []
        for entry in use.entries {
            guard let entry, let template = entry.template,
                texts.areSeparate || seen.insert(entry.text.span).inserted
            else { continue }
            var unknown: Set<String> = []
            for argument in template.arguments {
                let name = argument.name
                if flow?.slots[name] == nil, !DeclarationCheck.controllerNames.contains(name) {
                    unknown.insert(name)
                    report(argument, entry, flow)
                } else if let type = flow?.declaration(of: argument.name)?.type {
                    checkUses(of: argument, type, entry)
                }
            }
            if template.arguments.isEmpty, shown?.isEmpty ?? true { continue }
            guard let shown, entry.text.span != source?.text.span else { continue }
            compare(template, entry, with: shown, unknown)
        }
    }

    private mutating func report(
        _ argument: TemplateArgument,
        _ entry: TextEntry,
        _ flow: FlowSymbols?
    ) {
        let known = (flow?.slots.keys.sorted() ?? []) + DeclarationCheck.controllerNames
        let owner = flow.map { "is no slot of the flow \($0.name.quoted)" }
        diagnostics.report(
            .unknownArgument,
            at: reading.place(ofArgument: argument.name, in: entry.text),
            "\(argument.name.quoted) \(owner ?? "means nothing in a notice")",
            help: Suggestion.help(for: argument.name, among: known)
                ?? "a \(flow == nil ? "notice" : "text") can name \(Suggestion.list(known))"
        )
    }

    private mutating func checkUses(
        of argument: TemplateArgument,
        _ type: SlotType,
        _ entry: TextEntry
    ) {
        for use in argument.uses {
            let wanted: SlotType
            switch use {
            case .text, .select: continue
            case .number: wanted = .number
            case .date: wanted = .date
            }
            guard type != wanted else { continue }
            diagnostics.report(
                .typeMismatch,
                at: reading.place(ofArgument: argument.name, in: entry.text),
                "the text wants \(wanted.valueType.phrase), "
                    + "\(argument.name.quoted) is \(type.valueType.phrase)"
            )
        }
    }

    private mutating func compare(
        _ template: MessageTemplate,
        _ entry: TextEntry,
        with shown: Set<String>,
        _ unknown: Set<String>
    ) {
        let names = Set(template.argumentNames)
        for name in shown.subtracting(names).sorted() {
            diagnostics.report(
                .argumentMismatch,
                at: entry.text.span,
                "this text leaves out \(name.quoted), which the source shows"
            )
        }
        for name in names.subtracting(shown).subtracting(unknown).sorted() {
            diagnostics.report(
                .argumentMismatch,
                at: reading.place(ofArgument: name, in: entry.text),
                "this text shows \(name.quoted), which the source does not"
            )
        }
    }
}

extension Workspace {
    /// Whether a locale, or one along its chain, has a file with errors.
    func isBroken(_ locale: Int) -> Bool {
        tags[locale].fallbackChain.contains { brokenLocales.contains($0) }
    }
}

extension TextKey {
    var isInline: Bool { if case .inline = self { true } else { false } }

    /// The section of a locale file it stands in.
    var section: String {
        switch self {
        case .message, .inline: "messages"
        case .choice: "choices"
        }
    }

    /// The key as the author wrote it.
    var written: String? {
        switch self {
        case .message(let key), .choice(let key): key
        case .inline: nil
        }
    }

    func title(_ name: String) -> String {
        switch self {
        case .message, .inline: name.quoted
        case .choice: "the choice \(name.quoted)"
        }
    }
}
