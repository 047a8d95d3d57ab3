import Consent
import FlowProgram
import MessageCatalog
import TextMatching

/// Reports words that mean two things, and words a contact cannot use.
///
/// `ambiguous-word`: two choices of one menu, yes and no, or the starts of two flows share a word
/// in a locale. `shadowed-by-command` warns of a word that a command takes before any flow sees
/// it; the choice can then only be tapped. Words the flow claims are its own. Choices that
/// withdraw, and the flows that word the commands, mean the same as the command and are let be.
struct WordCheck {
    private let symbols: SymbolTable
    private let texts: LocaleTexts
    private let workspace: Workspace
    private var diagnostics = Diagnostics()
    private var commands: [SpokenWord: CommandKind?] = [:]

    /// A word may be a command in one language and an everyday answer in another.
    private struct SpokenWord: Hashable {
        let word: String
        let locale: LocaleTag
    }

    static func run(
        _ workspace: Workspace,
        _ symbols: SymbolTable,
        _ texts: LocaleTexts,
        _ flowTexts: [FlowTexts],
        _ diagnostics: inout Diagnostics
    ) {
        var check = WordCheck(workspace, symbols, texts)
        for flow in symbols.soundFlows { check.menus(of: flow, flowTexts[flow.index.value]) }
        check.yesAndNo()
        check.startWords()
        for diagnostic in check.diagnostics.sorted { diagnostics.report(diagnostic) }
    }

    private init(_ workspace: Workspace, _ symbols: SymbolTable, _ texts: LocaleTexts) {
        self.workspace = workspace
        self.symbols = symbols
        self.texts = texts
    }

    private struct Menu: Hashable {
        let names: [String]
        let withdrawing: [Bool]
    }

    private mutating func menus(of flow: FlowSymbols, _ flowTexts: FlowTexts) {
        var lowering = ChoiceLowering(texts, flow: flow.name)
        var seen: Set<Menu> = []
        for step in flow.syntax.steps where !step.choices.isEmpty {
            let choices = step.choices.map { MenuChoice($0, flowTexts) }
            let withdraws = step.choices.map { $0.act?.kind == .withdraw }
            let menu = Menu(names: choices.map(\.name), withdrawing: withdraws)
            // The same choices on many steps are one mistake.
            let hasInlineLabels = choices.contains { $0.inlineLabels != nil }
            guard hasInlineLabels || seen.insert(menu).inserted else { continue }
            let own = choices.map { lowering.own($0) }
            clashes(own, step.choices.map(\.name))
            for (index, words) in own.enumerated()
            where !withdraws[index] && flow.syntax.command == nil {
                shadowed(words, step.choices[index].name, flow)
            }
        }
        for declaration in flow.declarations where declaration.type == .choice {
            guard let options = declaration.slot?.options, !options.isEmpty,
                seen.insert(Menu(names: options.map(\.value), withdrawing: [])).inserted
            else { continue }
            let own = options.map { lowering.own(MenuChoice(option: $0.value)) }
            clashes(own, options)
            for (words, option) in zip(own, options) { shadowed(words, option, flow) }
        }
    }

    private mutating func clashes(_ own: [[[ChoiceWords.Word]]], _ names: [Located<String>]) {
        for locale in texts.tags.indices where !workspace.isBroken(locale) {
            let tag = texts.tags[locale].text.quoted
            var meaning: [String: (choice: Int, word: ChoiceWords.Word)] = [:]
            for choice in own.indices {
                for word in own[choice][locale] {
                    guard let first = meaning[word.folded] else {
                        meaning[word.folded] = (choice, word)
                        continue
                    }
                    guard first.choice != choice else { continue }
                    let place = word.written ?? first.word.written ?? names[choice]
                    diagnostics.report(
                        .ambiguousWord,
                        at: place.span,
                        "\(place.value.quoted) means both \(names[first.choice].value.quoted) "
                            + "and \(names[choice].value.quoted) in \(tag)",
                        help: "a word can mean one choice of a step"
                    )
                }
            }
        }
    }

    private mutating func shadowed(
        _ words: [[ChoiceWords.Word]],
        _ name: Located<String>,
        _ flow: FlowSymbols
    ) {
        let claims = flow.syntax.claims.compactMap { DeclaredCommand.claim($0.value) }
        for (word, tag) in zip(words, texts.tags).flatMap({ words, tag in words.map { ($0, tag) } })
        {
            guard let command = command(word.folded, in: tag, unless: claims) else { continue }
            let place = word.written ?? name
            diagnostics.report(
                .shadowedByCommand,
                at: place.span,
                "\(place.value.quoted) asks for \(command.rawValue.uppercased()) "
                    + "before the flow sees it",
                help: "contacts who type it will not reach \(name.value.quoted)"
            )
        }
    }

    /// The command a word is, unless a flow with these claims has it for itself.
    private mutating func command(
        _ word: String,
        in locale: LocaleTag,
        unless claims: [DeclaredCommand] = []
    ) -> CommandKind? {
        let spoken = SpokenWord(word: word, locale: locale)
        if let known = commands[spoken], known == nil || claims.isEmpty { return known }
        let context = CommandContext(language: locale.text, declared: claims)
        let command = CommandMatcher.standard.decide(word, context: context).command
        if claims.isEmpty { commands[spoken] = .some(command) }
        return command
    }

    private mutating func yesAndNo() {
        for file in texts.files {
            guard let yes = file.words["yes"], let no = file.words["no"] else { continue }
            let yesKeys = Set(yes.words.map { TextFolding.key($0.value) })
            for word in no.words where yesKeys.contains(TextFolding.key(word.value)) {
                diagnostics.report(
                    .ambiguousWord,
                    at: word.span,
                    "\(word.value.quoted) means both yes and no"
                )
            }
        }
    }

    private mutating func startWords() {
        for locale in texts.tags.indices where !workspace.isBroken(locale) {
            var starts: [String: FlowSymbols] = [:]
            for flow in symbols.soundFlows {
                for set in flow.syntax.startsWith {
                    let find = { (file: LocaleFile) in file.words[set.value]?.words }
                    for word in texts.own(locale, flow: flow.name, find) ?? [] {
                        start(word, flow, locale, &starts)
                    }
                }
            }
        }
    }

    private mutating func start(
        _ word: Located<String>,
        _ flow: FlowSymbols,
        _ locale: Int,
        _ starts: inout [String: FlowSymbols]
    ) {
        let key = TextFolding.key(word.value)
        guard !key.isEmpty else { return }
        if let other = starts[key], other.name != flow.name {
            diagnostics.report(
                .ambiguousWord,
                at: word.span,
                "\(word.value.quoted) starts both \(other.name.quoted) and \(flow.name.quoted) "
                    + "in \(texts.tags[locale].text.quoted)"
            )
        }
        starts[key] = flow
        guard flow.syntax.command == nil, let command = command(key, in: texts.tags[locale])
        else { return }
        diagnostics.report(
            .shadowedByCommand,
            at: word.span,
            "\(word.value.quoted) asks for \(command.rawValue.uppercased()) "
                + "and never starts \(flow.name.quoted)"
        )
    }
}
