import FlowProgram
import MessageCatalog

/// Reports declarations that clash or do not stand where they belong.
///
/// Codes: `file-name`, `duplicate-flow`, `ambiguous-name` (a slot or parameter named like a
/// purpose, a notice or another slot: expressions and texts could not tell them apart) and
/// `unknown-locale` (a file or an inline text for a locale the workspace does not speak).
enum DeclarationCheck {
    /// Names a text can always use; a slot of that name could not be shown.
    static let controllerNames: [String] = [
        "controller", "controller-address", "controller-contact",
    ]

    static func run(
        _ workspace: Workspace,
        _ symbols: SymbolTable,
        _ diagnostics: inout Diagnostics
    ) {
        flowNames(workspace, &diagnostics)
        purposeNames(workspace, &diagnostics)
        for flow in symbols.flows { slotNames(flow, symbols, &diagnostics) }
        locales(workspace, symbols, &diagnostics)
    }

    private static func flowNames(_ workspace: Workspace, _ diagnostics: inout Diagnostics) {
        var seen: [String: SourceSpan] = [:]
        for flow in workspace.flows {
            let name = flow.name
            if let first = seen[name.value] {
                diagnostics.report(
                    .duplicateFlow,
                    at: name.span,
                    "\(name.value.quoted) is already the name of \(first.path.quoted)"
                )
                continue
            }
            seen[name.value] = name.span
            guard case .flow(let file) = WorkspaceSources.role(of: name.span.path),
                file != name.value
            else { continue }
            diagnostics.report(
                .fileName,
                at: name.span,
                "the file is named \(file.quoted), its flow \(name.value.quoted)",
                help: "rename one of them"
            )
        }
    }

    private static func purposeNames(_ workspace: Workspace, _ diagnostics: inout Diagnostics) {
        for purpose in workspace.settings.purposes where purpose.name.value == "all" {
            diagnostics.report(
                .ambiguousName,
                at: purpose.name.span,
                "a purpose cannot be named `all`: `withdraw: all` means every purpose"
            )
        }
    }

    private static func slotNames(
        _ flow: FlowSymbols,
        _ symbols: SymbolTable,
        _ diagnostics: inout Diagnostics
    ) {
        var seen: Set<String> = []
        for declaration in flow.declarations {
            let name = declaration.name
            let kind = declaration.isParameter ? "parameter" : "slot"
            let other: String? =
                if !seen.insert(name.value).inserted {
                    "a parameter of this flow"
                } else if symbols.purposes[name.value] != nil {
                    "a purpose"
                } else if symbols.notices[name.value] != nil {
                    "a notice"
                } else if controllerNames.contains(name.value) {
                    "a text argument that is always there"
                } else if name.value == ExpressionFunction.certainty {
                    "a word of the expression language"
                } else {
                    nil
                }
            guard let other else { continue }
            diagnostics.report(
                .ambiguousName,
                at: name.span,
                "the \(kind) \(name.value.quoted) is named like \(other)",
                help: "give the \(kind) another name"
            )
        }
    }

    private static func locales(
        _ workspace: Workspace,
        _ symbols: SymbolTable,
        _ diagnostics: inout Diagnostics
    ) {
        let spoken = Set(workspace.tags.flatMap(\.fallbackChain))
        let names = workspace.tags.map(\.text)
        func check(_ tag: Located<String>, _ diagnostics: inout Diagnostics) {
            guard LocaleTag(tag.value).map({ !spoken.contains($0) }) ?? true else { return }
            diagnostics.report(
                .unknownLocale,
                at: tag.span,
                "\(tag.value.quoted) is not one of the workspace's locales",
                help: Suggestion.help(for: tag.value, among: names)
                    ?? "add it to `locales` in `parley.yaml`"
            )
        }
        for file in workspace.locales {
            check(file.tag, &diagnostics)
            guard let flow = file.flow, symbols.flow(named: flow) == nil,
                !symbols.brokenFlows.contains(flow)
            else { continue }
            let known = Array(symbols.flowIndices.keys)
            diagnostics.report(
                .unknownFlow,
                at: file.tag.span,
                "the file holds texts of \(flow.quoted), which is no flow",
                help: Suggestion.help(for: flow, among: known)
            )
        }
        for flow in symbols.flows {
            for text in flow.syntax.steps.flatMap(\.texts) {
                guard case .inline(let written, _) = text else { continue }
                for (locale, _) in written { check(locale, &diagnostics) }
            }
        }
    }
}

extension StepSyntax {
    /// Every text said or shown here, in the order written.
    var texts: [TextSyntax] {
        (say.map { [$0] } ?? []) + choices.compactMap(\.label)
            + (unclear?.say.map { [$0] } ?? [])
    }
}
