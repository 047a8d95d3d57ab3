import MessageCatalog
import TextMatching

/// One text of a locale file, or one written in a flow, with its template.
struct TextEntry {
    let text: Located<String>
    /// `nil` if it does not parse, which is reported once.
    let template: MessageTemplate?
}

/// The label of a choice in a locale file, and the words that mean it.
struct ChoiceEntry {
    let label: TextEntry
    let words: [Located<String>]
}

/// One locale file by key.
///
/// A class, because each text of each flow is looked up in one file for each locale.
final class LocaleFile: Sendable {
    let syntax: LocaleSyntax
    let tag: LocaleTag
    let messages: [String: TextEntry]
    let choices: [String: ChoiceEntry]
    let words: [String: WordSetSyntax]
    let purposes: [String: Located<String>]
    let notices: [String: TextEntry]

    init(
        syntax: LocaleSyntax,
        tag: LocaleTag,
        messages: [String: TextEntry],
        choices: [String: ChoiceEntry],
        notices: [String: TextEntry]
    ) {
        self.syntax = syntax
        self.tag = tag
        self.messages = messages
        self.choices = choices
        self.notices = notices
        words = Dictionary(syntax.words.map { ($0.name.value, $0) }) { first, _ in first }
        purposes = Dictionary(syntax.purposes.map { ($0.key.value, $0.text) }) { first, _ in first }
    }

    var path: String { syntax.tag.span.path }
}

/// Every text of a workspace, and the order in which locales and files are asked for it.
///
/// Templates are parsed here, once.
struct LocaleTexts {
    let tags: [LocaleTag]
    /// In the order of their paths.
    let files: [LocaleFile]
    /// For each locale spoken, its chain: `de-AT`, then `de`.
    private let chains: [[LocaleTag]]
    private let shared: [LocaleTag: Int]
    private let ofFlows: [LocaleTag: [String: Int]]
    /// Whether no two locales spoken can have the same text.
    let areSeparate: Bool

    init(
        _ workspace: Workspace,
        _ reading: TemplateReading,
        _ diagnostics: inout Diagnostics
    ) {
        tags = workspace.tags
        let chains = tags.map(\.fallbackChain)
        self.chains = chains
        areSeparate = Set(chains.joined()).count == chains.reduce(0) { $0 + $1.count }
        var files: [LocaleFile] = []
        var shared: [LocaleTag: Int] = [:]
        var ofFlows: [LocaleTag: [String: Int]] = [:]
        for syntax in workspace.locales {
            guard let tag = LocaleTag(syntax.tag.value) else { continue }
            if let flow = syntax.flow {
                ofFlows[tag, default: [:]][flow] = files.count
            } else {
                shared[tag] = files.count
            }
            files.append(Self.file(syntax, tag, reading, &diagnostics))
        }
        self.files = files
        self.shared = shared
        self.ofFlows = ofFlows
    }

    private static func file(
        _ syntax: LocaleSyntax,
        _ tag: LocaleTag,
        _ reading: TemplateReading,
        _ diagnostics: inout Diagnostics
    ) -> LocaleFile {
        var messages: [String: TextEntry] = [:]
        messages.reserveCapacity(syntax.messages.count)
        for entry in syntax.messages {
            messages[entry.key.value] = reading.entry(entry.text, in: tag, &diagnostics)
        }
        var choices: [String: ChoiceEntry] = [:]
        for choice in syntax.choices {
            let label = reading.entry(choice.label, in: tag, &diagnostics)
            choices[choice.name.value] = ChoiceEntry(label: label, words: choice.words)
        }
        var notices: [String: TextEntry] = [:]
        for entry in syntax.notices {
            notices[entry.key.value] = reading.entry(entry.text, in: tag, &diagnostics)
        }
        return LocaleFile(
            syntax: syntax,
            tag: tag,
            messages: messages,
            choices: choices,
            notices: notices
        )
    }

    /// Whether any file speaks this locale, itself or along its chain.
    func isWritten(_ locale: Int) -> Bool {
        chains[locale].contains { shared[$0] != nil || ofFlows[$0] != nil }
    }

    /// The first hit in the locale itself and along its chain, the flow's own files first in each;
    /// never in the source locale.
    func own<Entry>(_ locale: Int, flow: String?, _ find: (LocaleFile) -> Entry?) -> Entry? {
        for tag in chains[locale] {
            if let flow, let place = ofFlows[tag]?[flow], let hit = find(files[place]) {
                return hit
            }
            if let place = shared[tag], let hit = find(files[place]) { return hit }
        }
        return nil
    }

    /// The hits of `own` for each locale.
    func own<Entry>(flow: String?, _ find: (LocaleFile) -> Entry?) -> [Entry?] {
        own(in: order(flow: flow), find)
    }

    /// The first hit in each of `order`.
    func own<Entry>(in order: [[Int]], _ find: (LocaleFile) -> Entry?) -> [Entry?] {
        order.map { places in
            for place in places {
                if let hit = find(files[place]) { return hit }
            }
            return nil
        }
    }

    /// For each locale the files that `own` asks, for whoever asks often.
    func order(flow: String?) -> [[Int]] {
        chains.map { chain in
            chain.flatMap { tag in
                [flow.flatMap { ofFlows[tag]?[$0] }, shared[tag]].compactMap { $0 }
            }
        }
    }

    /// The words of a set in a locale, then those of the source.
    func words(_ set: String, _ locale: Int, flow: String?) -> [Located<String>] {
        let find = { (file: LocaleFile) in file.words[set]?.words }
        let own = own(locale, flow: flow, find) ?? []
        return locale == 0 ? own : own + (self.own(0, flow: flow, find) ?? [])
    }

    func foldedWords(_ set: String, _ locale: Int, flow: String?) -> Set<String> {
        var folded = Set(words(set, locale, flow: flow).map { TextFolding.key($0.value) })
        folded.remove("")
        return folded
    }
}
