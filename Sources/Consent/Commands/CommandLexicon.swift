import TextMatching

/// All word lists as one look-up from a folded word to what it can be.
struct CommandLexicon: Sendable {
    /// What a word or phrase is, over all languages that list it; small, because every message is
    /// made of them.
    struct Entry: Sendable {
        var roles: WordRoles = []
        /// Index of its facts; zero for what no list knows.
        fileprivate(set) var facts = 0
    }

    /// What is asked only of words that matter; languages are bits in list order.
    struct Facts: Sendable {
        /// As first listed.
        var spelling = ""
        /// Languages in which it is a command.
        var commandLanguages: UInt64 = 0
        /// Languages in which it is courtesy, or only joins.
        var courtesyLanguages: UInt64 = 0
        var negationLanguages: UInt64 = 0
        var everydayLanguages: UInt64 = 0
        /// Languages in which it is a part of a request.
        var partLanguages: UInt64 = 0
    }

    struct Continuation: Sendable {
        let rest: [String]
        var entry: Entry
    }

    struct Node: Sendable {
        var single = Entry()
        /// Longer phrases that open with this word, longest first.
        var phrases: [Continuation] = []
        /// First byte of each phrase's second word, so that most are passed over unread.
        var heads: [UInt8] = []
    }

    private(set) var nodes: [Node] = []
    private(set) var emoji: Set<Unicode.Scalar> = []
    private(set) var emojiWithWords: Set<Unicode.Scalar> = []
    let languages: [String]
    private var facts = [Facts()]
    private var index: [String: Int] = [:]
    private var longestRun = 0

    init(_ lists: [CommandWordList]) {
        languages = lists.map(\.language)
        for (position, list) in lists.enumerated() {
            emoji.formUnion(list.emoji)
            emojiWithWords.formUnion(list.emojiWithWords)
            for phrase in list.phrases { add(phrase, languageBit: 1 << UInt64(position)) }
        }
        for node in nodes.indices {
            takeParts(ofPhrasesAt: node)
            nodes[node].phrases.sort { $0.rest.count > $1.rest.count }
            nodes[node].heads = nodes[node].phrases.map { $0.rest[0].utf8.first ?? 0 }
        }
    }

    subscript(_ entry: Entry) -> Facts { facts[entry.facts] }

    /// The node of a folded word, if any list knows it.
    func node(of word: String) -> Int? { index[word] }

    /// The single-word entry of a folded word.
    func entry(of word: String) -> Entry? {
        guard let node = index[word], !nodes[node].single.roles.isEmpty else { return nil }
        return nodes[node].single
    }

    /// Every single word that is a STOP command, sorted.
    var stopWords: [(word: String, entry: Entry)] {
        index.filter { !nodes[$0.value].single.roles.isDisjoint(with: [.stop, .ordinary]) }
            .map { ($0.key, nodes[$0.value].single) }
            .sorted { $0.0 < $1.0 }
    }

    /// That the word is listed, and where it is a command.
    func listing(_ entry: Entry) -> CommandReason {
        .listed(word: self[entry].spelling, language: language(of: self[entry].commandLanguages))
    }

    /// The first of some languages.
    func language(of languages: UInt64) -> String {
        let bit = languages.trailingZeroBitCount
        return bit < self.languages.count ? self.languages[bit] : "und"
    }

    /// The bit of the language of a BCP 47 tag, or zero when there is no list for it.
    func languageBit(of tag: String) -> UInt64 {
        let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
        // Norwegian has one list for both written forms.
        let language = primary == "nb" || primary == "nn" ? "no" : primary
        return languages.firstIndex(of: language).map { 1 << UInt64($0) } ?? 0
    }

    /// The longest listed word that a run of Han, kana or hangul has at a place, in scalars.
    func longestMatch(in run: [Unicode.Scalar], at start: Int) -> (length: Int, entry: Entry)? {
        var length = min(longestRun, run.count - start)
        while length > 0 {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: run[start..<(start + length)])
            if let entry = entry(of: String(view)) { return (length, entry) }
            length -= 1
        }
        return nil
    }
}

// MARK: Building

extension CommandLexicon {
    private mutating func add(_ phrase: CommandWordList.Phrase, languageBit: UInt64) {
        let first = phrase.tokens[0]
        let node = index[first] ?? nodes.count
        if node == nodes.count {
            index[first] = node
            nodes.append(Node())
        }
        let rest = Array(phrase.tokens.dropFirst())
        if rest.isEmpty {
            merge(phrase, languageBit, into: &nodes[node].single, &facts)
            if let scalar = first.unicodeScalars.first, ScriptClass(scalar) == .cjk {
                longestRun = max(longestRun, first.unicodeScalars.count)
            }
        } else if let known = nodes[node].phrases.firstIndex(where: { $0.rest == rest }) {
            merge(phrase, languageBit, into: &nodes[node].phrases[known].entry, &facts)
        } else {
            var entry = Entry()
            merge(phrase, languageBit, into: &entry, &facts)
            nodes[node].phrases.append(Continuation(rest: rest, entry: entry))
        }
    }

    /// A phrase that is read as one is still made of words that say "me" or "list".
    private mutating func takeParts(ofPhrasesAt node: Int) {
        for phrase in nodes[node].phrases.indices {
            let words = nodes[node].phrases[phrase].rest.compactMap { index[$0] }
            for word in words + [node] {
                let single = nodes[word].single
                let parts = single.roles.intersection(.anyPart)
                nodes[node].phrases[phrase].entry.roles.formUnion(parts)
                let place = nodes[node].phrases[phrase].entry.facts
                facts[place].partLanguages |= self[single].partLanguages
            }
        }
    }
}

private func merge(
    _ phrase: CommandWordList.Phrase,
    _ languageBit: UInt64,
    into entry: inout CommandLexicon.Entry,
    _ facts: inout [CommandLexicon.Facts]
) {
    if entry.facts == 0 {
        entry.facts = facts.count
        facts.append(CommandLexicon.Facts(spelling: phrase.spelling))
    }
    let roles = phrase.roles
    let place = entry.facts
    entry.roles.formUnion(roles)
    if !roles.isDisjoint(with: .anyCommand) { facts[place].commandLanguages |= languageBit }
    if !roles.isDisjoint(with: [.courtesy, .joining]) {
        facts[place].courtesyLanguages |= languageBit
    }
    if roles.contains(.negation) { facts[place].negationLanguages |= languageBit }
    if roles.contains(.everyday) { facts[place].everydayLanguages |= languageBit }
    if !roles.isDisjoint(with: .anyPart) { facts[place].partLanguages |= languageBit }
}
