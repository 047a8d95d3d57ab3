import ByteCoding
import Clocks
import Consent
import FlowProgram
import MessageCatalog

/// Turns a checked workspace into a program.
///
/// Nothing can go wrong here: what could has been reported, and a workspace with errors does not
/// come this far.
struct Lowering {
    private let workspace: Workspace
    private let symbols: SymbolTable
    private let texts: LocaleTexts
    private let flowTexts: [FlowTexts]
    private let shared: SharedTexts
    private let patterns: PatternTable

    static func program(_ checked: CheckedWorkspace) -> Program {
        Lowering(
            workspace: checked.workspace,
            symbols: checked.symbols,
            texts: checked.texts,
            flowTexts: checked.flowTexts,
            shared: checked.shared,
            patterns: checked.patterns
        ).program()
    }

    private func program() -> Program {
        let settings = workspace.settings
        let messages = TextLowering(symbols, flowTexts, shared, workspace.tags.indices)
        let digests = FlowDigests(workspace, symbols, texts, flowTexts, shared)
        return Program(
            digest: digest(),
            controller: settings.controller,
            locales: workspace.tags,
            flows: symbols.flows.map { flow($0, messages, digests[$0]) },
            purposes: settings.purposes.enumerated().map { purpose($1, $0) },
            notices: settings.notices.enumerated().map { place, notice in
                Notice(
                    version: NoticeVersion(
                        name: notice.name.value,
                        version: notice.version.value
                    ),
                    message: TextLowering.notice(NoticeIndex(place))
                )
            },
            catalog: messages.catalog,
            commands: commands(),
            channels: settings.channels.map { $0.declared(symbols) },
            sessionIdle: settings.sessionIdle?.value ?? Program.defaultSessionIdle,
            vendors: settings.vendors.map(\.declared),
            optOut: settings.optOut,
            storageCountry: settings.storageCountry?.value,
            retention: settings.retentionPolicy,
            audit: settings.audit.settings,
            serve: settings.serve.settings
        )
    }

    /// Every file that has a part in the program, by path; of the settings all but `audit` and
    /// `serve`, so that where the log is published pins no session.
    private func digest() -> ProgramDigest {
        ProgramDigest(domain: "parley program 1") { writer in
            writer.write(workspace.settings.canonicalBytes)
            writer.write(list: workspace.flows) { writer, flow in
                writer.write(flow.name.span.path)
                writer.write(flow.canonicalBytes)
            }
            writer.write(list: workspace.locales) { writer, locale in
                writer.write(locale.tag.span.path)
                writer.write(locale.canonicalBytes)
            }
        }
    }

    private func flow(
        _ flow: FlowSymbols,
        _ messages: TextLowering,
        _ digest: ProgramDigest
    ) -> Flow {
        var steps = StepLowering(
            symbols,
            flow,
            flowTexts[flow.index.value],
            messages,
            patterns,
            texts
        )
        let slotLowering = SlotLowering(texts: texts, flow: flow)
        let contracts = WaitContracts(flow)
        let slots = flow.declarations.map { declaration in
            slotLowering.lower(declaration) {
                declaration.slot.map { steps.options(of: $0) } ?? []
            }
        }
        let startWords = workspace.tags.indices.map { locale in
            flow.syntax.startsWith.reduce(into: Set<String>()) { words, set in
                words.formUnion(texts.foldedWords(set.value, locale, flow: flow.name))
            }
        }
        return Flow(
            name: flow.name,
            revision: flow.syntax.revision,
            digest: digest,
            about: flow.syntax.about,
            command: flow.syntax.command?.value,
            startWords: startWords,
            slots: slots,
            steps: flow.syntax.steps.map { steps.lower($0, contracts) },
            outcomes: flow.outcomes,
            claims: flow.syntax.claims.compactMap { DeclaredCommand.claim($0.value) }
        )
    }

    private func purpose(_ syntax: PurposeSyntax, _ place: Int) -> DeclaredPurpose {
        guard let optIn = syntax.optIn?.value,
            let notice = symbols.notices[syntax.notice.value]
        else { FlowSymbols.unchecked("purpose") }
        let declared = workspace.settings.notices[notice.value]
        let law = Purpose(
            id: PurposeID(syntax.name.value),
            optIn: optIn,
            isExplicit: syntax.isExplicit,
            isMarketing: syntax.isMarketing,
            legalBasis: syntax.legalBasis.value,
            notice: NoticeVersion(name: declared.name.value, version: declared.version.value),
            confirmWithin: syntax.confirmWithin?.value ?? Purpose.defaultConfirmWithin,
            askAgainAfter: syntax.askAgainAfter?.value ?? Purpose.defaultAskAgainAfter,
            lapsesAfter: syntax.lapsesAfter?.value,
            data: syntax.data,
            recipients: syntax.recipients,
            specialCategories: syntax.specialCategories.map(\.value),
            minimumAge: syntax.minimumAge?.value,
            onNewNotice: syntax.onNewNotice
        )
        let names = workspace.tags.indices.map { shared.purposeName(place, $0) ?? "" }
        return DeclaredPurpose(purpose: law, names: names, notice: notice)
    }

    private func commands() -> CommandFlows {
        func wording(_ command: CommandKind) -> FlowIndex? {
            symbols.flows.first { $0.syntax.command?.value == command.rawValue }?.index
        }
        guard let stop = wording(.stop) else { FlowSymbols.unchecked("command") }
        return CommandFlows(
            stop: stop,
            start: wording(.start),
            help: wording(.help),
            delete: wording(.delete),
            receipt: wording(.receipt)
        )
    }
}
