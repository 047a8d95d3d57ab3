import FlowProgram
import MessageCatalog

/// Gives every text of the workspace its place in the catalog.
///
/// Notices come first, in the order declared, then the texts of each flow.
struct TextLowering {
    private let starts: [Int]
    private let flowTexts: [FlowTexts]
    let catalog: Catalog

    init(
        _ symbols: SymbolTable,
        _ flowTexts: [FlowTexts],
        _ shared: SharedTexts,
        _ locales: Range<Int>
    ) {
        self.flowTexts = flowTexts
        var starts: [Int] = []
        var messages = shared.notices.map { Self.message($0, nil, locales) }
        for (flow, texts) in zip(symbols.flows, flowTexts) {
            starts.append(messages.count)
            for use in texts.uses { messages.append(Self.message(use, flow, locales)) }
        }
        self.starts = starts
        catalog = Catalog(messages: messages)
    }

    func index(_ key: TextKey, in flow: FlowSymbols) -> MessageIndex {
        guard let place = flowTexts[flow.index.value][key] else {
            preconditionFailure("every text of a flow is gathered before lowering")
        }
        return MessageIndex(starts[flow.index.value] + place)
    }

    static func notice(_ notice: NoticeIndex) -> MessageIndex { MessageIndex(notice.value) }

    private static func message(
        _ use: TextUse,
        _ flow: FlowSymbols?,
        _ locales: Range<Int>
    ) -> Catalog.Message {
        let templates = locales.map { locale in
            guard let template = use.resolved(locale)?.template else {
                preconditionFailure("texts are checked in every locale before lowering")
            }
            return template
        }
        var seen: Set<String> = []
        var arguments: [Catalog.Argument] = []
        for name in templates.flatMap({ $0.argumentNames })
        where seen.insert(name).inserted {
            arguments.append(Catalog.Argument(name: name, source: source(of: name, flow)))
        }
        return Catalog.Message(key: use.name, templates: templates, arguments: arguments)
    }

    private static func source(of name: String, _ flow: FlowSymbols?) -> Catalog.ArgumentSource {
        switch name {
        case "controller": return .controllerName
        case "controller-address": return .controllerAddress
        case "controller-contact": return .controllerContact
        default:
            guard let slot = flow?.slots[name] else {
                preconditionFailure("arguments of texts are checked before lowering")
            }
            return .slot(slot)
        }
    }
}
