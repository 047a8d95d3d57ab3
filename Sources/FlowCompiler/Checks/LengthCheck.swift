import FlowProgram
import MessageCatalog

/// The most characters a provider takes.
///
/// Meta's reference of interactive messages: body 1 024 with buttons, reply button title 20, list
/// row title 24; text messages 4 096. Other channels take more or split.
enum MessageLengths {
    static let body = 4096
    static let bodyWithButtons = 1024
    static let buttonLabel = 20
    static let listLabel = 24
    /// More choices than this become a list.
    static let buttons = 3
}

/// Reports texts that could be too long to deliver (`text-too-long`, `label-too-long`).
///
/// Each is measured at its worst: the longest branch of every plural and select, and the longest
/// value each slot may hold. A message that is sometimes refused is worse than one that is short.
struct LengthCheck {
    private let workspace: Workspace
    private let symbols: SymbolTable
    private let shared: SharedTexts
    private let values: ParameterValues
    private let tags: [LocaleTag]

    static func run(
        _ workspace: Workspace,
        _ symbols: SymbolTable,
        _ flowTexts: [FlowTexts],
        _ shared: SharedTexts,
        _ values: ParameterValues,
        _ diagnostics: inout Diagnostics
    ) {
        let check = LengthCheck(
            workspace: workspace,
            symbols: symbols,
            shared: shared,
            values: values,
            tags: workspace.tags
        )
        var noticeLimits = Array(repeating: MessageLengths.body, count: shared.notices.count)
        for flow in symbols.soundFlows {
            let texts = flowTexts[flow.index.value]
            let limits = check.limits(flow, texts, &noticeLimits)
            for (use, limit) in zip(texts.uses, limits) {
                check.measure(use, limit, flow, &diagnostics)
            }
        }
        for (use, limit) in zip(shared.notices, noticeLimits) {
            check.measure(use, limit, nil, &diagnostics)
        }
    }

    /// The limit of each text the flow uses.
    private func limits(
        _ flow: FlowSymbols,
        _ texts: FlowTexts,
        _ noticeLimits: inout [Int]
    ) -> [Int] {
        var limits = texts.uses.map { use in
            if case .choice = use.key { MessageLengths.listLabel } else { MessageLengths.body }
        }
        func lower(_ key: TextKey?, to limit: Int) {
            guard let key, let place = texts[key] else { return }
            limits[place] = min(limits[place], limit)
        }
        for step in flow.syntax.steps {
            let labels = labels(of: step, flow)
            guard !labels.isEmpty else { continue }
            let isList = labels.count > MessageLengths.buttons
            for label in labels {
                lower(label, to: isList ? MessageLengths.listLabel : MessageLengths.buttonLabel)
            }
            if let say = step.say {
                lower(say.key, to: MessageLengths.bodyWithButtons)
            } else if step.asked != nil {
                lower(.message(step.name.value), to: MessageLengths.bodyWithButtons)
            } else if let notice = step.notice {
                for shown in values.notices(named: notice.value, in: flow) {
                    noticeLimits[shown] = MessageLengths.bodyWithButtons
                }
            }
        }
        return limits
    }

    /// The labels of the buttons a step shows.
    private func labels(of step: StepSyntax, _ flow: FlowSymbols) -> [TextKey] {
        if let asked = step.asked {
            guard let declaration = flow.declaration(of: asked.value), declaration.type == .choice
            else { return [] }
            return declaration.slot?.options.map { .choice($0.value) } ?? []
        }
        return step.choices.map { $0.label?.key ?? .choice($0.name.value) }
    }

    private func measure(
        _ use: TextUse,
        _ limit: Int,
        _ flow: FlowSymbols?,
        _ diagnostics: inout Diagnostics
    ) {
        let isLabel = limit <= MessageLengths.listLabel
        for (locale, entry) in use.entries.enumerated() {
            guard let entry, let template = entry.template else { continue }
            // Without arguments it is no longer than it is written.
            if template.arguments.isEmpty, entry.text.value.utf8.count <= limit { continue }
            let length = template.worstCaseLength(locale: tags[locale]) { name in
                self.length(of: name, flow, locale)
            }
            guard length > limit else { continue }
            if isLabel {
                diagnostics.report(
                    .labelTooLong,
                    at: entry.text.span,
                    "the label can have \(length) characters, more than \(limit)",
                    help: limit == MessageLengths.buttonLabel
                        ? "a button takes \(limit)" : "a row of a list takes \(limit)"
                )
            } else {
                diagnostics.report(
                    .textTooLong,
                    at: entry.text.span,
                    "the text can have \(length) characters, more than \(limit)",
                    help: limit == MessageLengths.bodyWithButtons
                        ? "say the longer part in a step before the buttons"
                        : "say it in two steps, or lower the `max` of its slots"
                )
            }
        }
    }

    /// The most characters an argument can show.
    private func length(of name: String, _ flow: FlowSymbols?, _ locale: Int) -> Int {
        let settings = workspace.settings
        switch name {
        case "controller": return settings.controllerName.value.unicodeScalars.count
        case "controller-address": return settings.controllerAddress.value.unicodeScalars.count
        case "controller-contact": return settings.controllerContact.value.unicodeScalars.count
        default: break
        }
        guard let flow, let declaration = flow.declaration(of: name) else { return 0 }
        switch declaration.type {
        case .text:
            return declaration.isParameter
                ? Limits.textSlotMaximum
                : SlotBounds.textMaximum(declaration.slot) ?? Limits.textSlotDefault
        case .number: return Self.longestNumber(declaration.slot)
        case .date: return 10
        case .email: return 254  // RFC 5321, section 4.5.3.1.3, less the angle brackets
        case .phone: return 16  // E.164: 15 digits and the plus sign
        case .choice:
            return declaration.slot?.options.map { $0.value.count }.max() ?? 0
        case .yesNo: return 5
        case .purpose:
            let names = values.purposes(named: name, in: flow).compactMap {
                shared.purposeName($0, locale)?.unicodeScalars.count
            }
            return names.max() ?? 0
        case .notice:
            let names = values.notices(named: name, in: flow).map { shared.notices[$0].name.count }
            return names.max() ?? 0
        case nil: return 0
        }
    }

    /// A number between whole bounds may still have decimals.
    private static func longestNumber(_ slot: SlotSyntax?) -> Int {
        guard let low = slot?.minimum.flatMap({ DecimalNumber($0.value) }),
            let high = slot?.maximum.flatMap({ DecimalNumber($0.value) })
        else { return DecimalNumber.mostDigits + 2 }
        let whole = max(low.rounded.text.count, high.rounded.text.count)
        return min(whole + 1 + DecimalNumber.largestScale, DecimalNumber.mostDigits + 2)
    }
}
