import Audit
import Consent
import FlowCompiler
import FlowProgram
import MessageCatalog

/// One edition of a workspace, with what the observer has to know of it: texts, words and rules.
struct Edition: Sendable {
    let program: Program
    let sources: WorkspaceSources
    /// The words of each notice, in each locale.
    let notices: [String: ShownText]
    /// Texts that mean a choice which confirms, in the observer's own plain form.
    let confirmingWords: Set<String>
    let locales: [String]
    private let answering: Set<String>

    /// What a text of a notice shows.
    struct ShownText: Hashable, Sendable {
        let notice: NoticeVersion
        let locale: String
    }

    init(_ sources: WorkspaceSources, of name: String) throws(SoakWorkspace.Problem) {
        let compilation = WorkspaceCompiler.compile(sources)
        guard let program = compilation.program else {
            let problems = compilation.errors.map { "\($0.span): \($0.sentence)" }
            throw SoakWorkspace.Problem(
                description: "the workspace `\(name)` does not compile: "
                    + problems.joined(separator: "; ")
            )
        }
        self.program = program
        self.sources = sources
        locales = program.locales.map(\.text)
        notices = Self.notices(of: program)
        let commands = program.commands
        answering = Set(
            [commands.start, commands.help, commands.delete, commands.receipt]
                .compactMap(\.self).map { program[$0].reference }
        )
        confirmingWords = Self.confirmingWords(of: program)
    }

    func law(of purpose: PurposeID) -> Purpose? { program.laws.first { $0.id == purpose } }

    /// Whether a leaf says that a flow began which answers START, HELP or a right.
    func answers(_ leaf: AuditEvent) -> Bool {
        leaf.kind == .flowStarted && leaf.flow.map(answering.contains) == true
    }

    /// The text of a notice as a contact sees it.
    func words(of notice: NoticeVersion, in locale: String) -> String? {
        notices.first { $0.value == ShownText(notice: notice, locale: locale) }?.key
    }

    /// The locale spoken to somebody who asked for `tag`: that one, its language, or the first.
    func spoken(_ tag: String) -> String {
        if locales.contains(tag) { return tag }
        let language = tag.split(separator: "-").first.map(String.init) ?? tag
        return locales.contains(language) ? language : locales[0]
    }

    private static func notices(of program: Program) -> [String: ShownText] {
        var texts: [String: ShownText] = [:]
        for notice in program.notices {
            for (place, tag) in program.locales.enumerated() {
                let template = program.catalog[notice.message].templates[place]
                let controller = program.controller
                let text = try? template.render(locale: tag) { name in
                    switch name {
                    case "controller": .text(controller.name)
                    case "controller-address": .text(controller.address)
                    case "controller-contact": .text(controller.contact)
                    default: .text("")
                    }
                }
                guard let text else { continue }
                texts[text] = ShownText(notice: notice.version, locale: tag.text)
            }
        }
        return texts
    }

    private static func confirmingWords(of program: Program) -> Set<String> {
        var words: Set<String> = []
        for flow in program.flows {
            for step in flow.steps {
                guard case .reply(let menu) = step.exit else { continue }
                for choice in menu.choices where choice.edge?.act?.kind == .confirm {
                    for (place, tag) in program.locales.enumerated() {
                        let template = program.catalog[choice.label].templates[place]
                        let label = try? template.render(locale: tag) { _ in .text("") }
                        words.formUnion([KnownWords.plain(label ?? "")])
                        words.formUnion(choice.words[place].map(KnownWords.plain))
                    }
                }
            }
        }
        return words
    }
}
