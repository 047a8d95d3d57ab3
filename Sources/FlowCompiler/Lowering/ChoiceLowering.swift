import TextMatching

/// What a contact may write for each choice of a menu, in each locale.
struct ChoiceWords {
    /// For one locale: a word, and where it was written (`nil` for a name).
    struct Word {
        let folded: String
        let written: Located<String>?
    }

    /// For each choice and each locale the words that count there.
    let words: [[Set<String>]]
}

/// Gathers the words of choices, once for each menu of the same choices.
///
/// A choice is meant by the locale's words for it, by its label and by its name; and by the source
/// locale's words, unless those mean another choice of the menu there.
struct ChoiceLowering {
    let texts: LocaleTexts
    let flow: String
    private var ownWords: [String: [[ChoiceWords.Word]]] = [:]
    private var menus: [[String]: ChoiceWords] = [:]

    init(_ texts: LocaleTexts, flow: String) {
        self.texts = texts
        self.flow = flow
    }

    /// A choice with an inline label is known by its name and labels; its words are not cached.
    mutating func words(of choices: [MenuChoice]) -> ChoiceWords {
        let names = choices.map(\.name)
        let isCacheable = choices.allSatisfy { $0.inlineLabels == nil }
        if isCacheable, let known = menus[names] { return known }
        let own = choices.map { self.own($0) }
        let words = texts.tags.indices.map { locale in
            Self.words(in: own.map { $0[locale] }, source: own.map { $0[0] })
        }
        let result = ChoiceWords(
            words: choices.indices.map { choice in words.map { $0[choice] } }
        )
        if isCacheable { menus[names] = result }
        return result
    }

    /// The words of one choice in each locale, without the source's.
    mutating func own(_ choice: MenuChoice) -> [[ChoiceWords.Word]] {
        if choice.inlineLabels == nil, let known = ownWords[choice.name] { return known }
        let name = choice.name
        let own = texts.tags.indices.map { locale -> [ChoiceWords.Word] in
            var written: [Located<String>] = []
            if let labels = choice.inlineLabels {
                if let label = labels[locale] { written.append(label.text) }
            } else if let entry = texts.own(locale, flow: flow, { $0.choices[name] }) {
                if entry.label.isPlain { written.append(entry.label.text) }
                written += entry.words
            }
            let words = written.map { word in
                ChoiceWords.Word(folded: TextFolding.key(word.value), written: word)
            }
            let byName = ChoiceWords.Word(folded: TextFolding.key(name), written: nil)
            return (words + [byName]).filter { !$0.folded.isEmpty }
        }
        if choice.inlineLabels == nil { ownWords[name] = own }
        return own
    }

    private static func words(
        in own: [[ChoiceWords.Word]],
        source: [[ChoiceWords.Word]]
    ) -> [Set<String>] {
        var meaning: [String: Int] = [:]
        for (choice, words) in own.enumerated() {
            for word in words where meaning[word.folded] == nil { meaning[word.folded] = choice }
        }
        return own.indices.map { choice in
            var words = Set(own[choice].map(\.folded))
            for word in source[choice] where meaning[word.folded] ?? choice == choice {
                words.insert(word.folded)
            }
            return words
        }
    }
}

/// A choice of a menu as far as its words go.
struct MenuChoice {
    let name: String
    /// For each locale the label written in the flow; `nil` if it is in the locale files.
    let inlineLabels: [TextEntry?]?

    init(_ choice: ChoiceSyntax, _ texts: FlowTexts) {
        name = choice.name.value
        inlineLabels = choice.label.flatMap { texts.use($0.key)?.entries }
    }

    init(option: String) {
        name = option
        inlineLabels = nil
    }
}

extension TextEntry {
    /// Whether the template shows exactly what is written.
    var isPlain: Bool { !text.value.contains { $0 == "{" || $0 == "'" } }
}
