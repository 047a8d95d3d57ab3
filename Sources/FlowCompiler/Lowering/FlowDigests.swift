import ByteCoding
import Consent
import Crypto
import FlowProgram
import MessageCatalog

/// The digest that pins each flow: everything that decides what a contact sees and agrees to.
///
/// The flow file's canonical bytes, its texts and words in every locale, the purposes and notices
/// it names, and the digests of the flows it calls.
struct FlowDigests {
    private var digests: [ProgramDigest?]
    private let workspace: Workspace
    private let symbols: SymbolTable
    private let flowTexts: [FlowTexts]
    private let shared: SharedTexts
    private let texts: LocaleTexts

    init(
        _ workspace: Workspace,
        _ symbols: SymbolTable,
        _ texts: LocaleTexts,
        _ flowTexts: [FlowTexts],
        _ shared: SharedTexts
    ) {
        self.workspace = workspace
        self.symbols = symbols
        self.texts = texts
        self.flowTexts = flowTexts
        self.shared = shared
        digests = symbols.flows.map { _ in nil }
        // Called flows come first; a circle was refused before.
        for flow in GraphComponents(symbols.callGraph).members.joined() {
            digests[flow] = digest(of: symbols.flows[flow])
        }
    }

    subscript(flow: FlowSymbols) -> ProgramDigest {
        guard let digest = digests[flow.index.value] else { FlowSymbols.unchecked("call") }
        return digest
    }

    private func digest(of flow: FlowSymbols) -> ProgramDigest {
        ProgramDigest(domain: "parley flow 1") { writer in
            writer.write(flow.syntax.canonicalBytes)
            writer.write(list: workspace.tags) { $0.write($1.text) }
            writer.write(list: flowTexts[flow.index.value].uses) { write($1, flow, &$0) }
            write(wordsOf: flow, &writer)
            let names = names(in: flow)
            writer.write(list: symbols.purposes.keys.filter(names.contains).sorted()) {
                write(purpose: $1, &$0)
            }
            writer.write(list: symbols.notices.keys.filter(names.contains).sorted()) {
                write(notice: $1, &$0)
            }
            let called = Set(flow.syntax.steps.compactMap { $0.call?.flow.value }).sorted()
            writer.write(list: called) { writer, name in
                writer.write(name)
                if let callee = symbols.flow(named: name) { writer.write(self[callee]) }
            }
        }
    }

    private func write(_ use: TextUse, _ flow: FlowSymbols, _ writer: inout ByteWriter) {
        writer.write(use.name)
        writer.write(list: workspace.tags.indices) { writer, locale in
            writer.write(use.resolved(locale)?.text.value ?? "")
            guard case .choice(let name) = use.key else { return }
            let words = texts.own(locale, flow: flow.name) { $0.choices[name]?.words } ?? []
            writer.write(list: words) { $0.write($1.value) }
        }
    }

    /// The word sets that start the flow or mean yes and no in it.
    private func write(wordsOf flow: FlowSymbols, _ writer: inout ByteWriter) {
        var sets = flow.syntax.startsWith.map(\.value)
        if flow.declarations.contains(where: { $0.type == .yesNo }) { sets += ["yes", "no"] }
        writer.write(list: sets) { writer, set in
            writer.write(set)
            writer.write(list: workspace.tags.indices) { writer, locale in
                writer.write(texts.foldedWords(set, locale, flow: flow.name))
            }
        }
    }

    /// Everything the flow names in acts, notices, expressions and arguments.
    private func names(in flow: FlowSymbols) -> Set<String> {
        var names: Set<String> = []
        for step in flow.syntax.steps {
            for act in step.allActs { names.insert(act.purpose.value) }
            if let purpose = step.servesPurpose { names.insert(purpose.value) }
            if let notice = step.notice { names.insert(notice.value) }
            for argument in step.call?.arguments ?? [] { names.insert(argument.value.value) }
            for expression in step.expressions {
                expression.forEach { node in
                    if case .name(let name) = node { names.insert(name.value) }
                }
            }
        }
        return names.contains("all") ? names.union(symbols.purposes.keys) : names
    }

    private func write(purpose name: String, _ writer: inout ByteWriter) {
        guard let place = symbols.purposes[name]?.value else { return }
        let purpose = workspace.settings.purposes[place]
        writer.write(name)
        writer.write(purpose.optIn?.value.rawValue ?? "")
        writer.write(purpose.isExplicit)
        writer.write(purpose.isMarketing)
        writer.write(purpose.legalBasis.value)
        write(notice: purpose.notice.value, &writer)
        for period in [purpose.confirmWithin, purpose.askAgainAfter, purpose.lapsesAfter] {
            writer.write(optional: period?.value) { $0.write($1) }
        }
        let categories = purpose.specialCategories.map(\.value)
        for list in [purpose.data, purpose.recipients, categories] {
            writer.write(list: list) { $0.write($1) }
        }
        writer.write(optional: purpose.minimumAge?.value) { $0.write($1) }
        writer.write(purpose.onNewNotice.rawValue)
        writer.write(list: workspace.tags.indices) { writer, locale in
            writer.write(shared.purposeName(place, locale) ?? "")
        }
    }

    private func write(notice name: String, _ writer: inout ByteWriter) {
        guard let place = symbols.notices[name]?.value else { return }
        let use = shared.notices[place]
        writer.write(use.name)
        writer.write(list: workspace.tags.indices) { writer, locale in
            writer.write(use.resolved(locale)?.text.value ?? "")
        }
    }
}
