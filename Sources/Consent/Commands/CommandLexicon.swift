import TextMatching

/// All word lists as one look-up from a folded word to what it can be.
struct CommandLexicon: Sendable {
    /// What a word or phrase is, over all languages that list it.
    struct Entry: Sendable {
        var roles: WordRoles = []
        /// Languages in which it is a command, as bits in list order.
        var commandLanguages: UInt64 = 0
        var courtesyLanguages: UInt64 = 0
        /// As first listed.
        var spelling = ""
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
            nodes[node].phrases.sort { $0.rest.count > $1.rest.count }
            nodes[node].heads = nodes[node].phrases.map { $0.rest[0].utf8.first ?? 0 }
        }
    }

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

    func language(of entry: Entry) -> String {
        let bit = entry.commandLanguages.trailingZeroBitCount
        return bit < languages.count ? languages[bit] : "und"
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

    private mutating func add(_ phrase: CommandWordList.Phrase, languageBit: UInt64) {
        let first = phrase.tokens[0]
        let node = index[first] ?? nodes.count
        if node == nodes.count {
            index[first] = node
            nodes.append(Node())
        }
        let rest = Array(phrase.tokens.dropFirst())
        if rest.isEmpty {
            Self.merge(phrase, languageBit, into: &nodes[node].single)
            if let scalar = first.unicodeScalars.first, ScriptClass(scalar) == .cjk {
                longestRun = max(longestRun, first.unicodeScalars.count)
            }
        } else if let known = nodes[node].phrases.firstIndex(where: { $0.rest == rest }) {
            Self.merge(phrase, languageBit, into: &nodes[node].phrases[known].entry)
        } else {
            var entry = Entry()
            Self.merge(phrase, languageBit, into: &entry)
            nodes[node].phrases.append(Continuation(rest: rest, entry: entry))
        }
    }

    private static func merge(
        _ phrase: CommandWordList.Phrase,
        _ languageBit: UInt64,
        into entry: inout Entry
    ) {
        if entry.spelling.isEmpty { entry.spelling = phrase.spelling }
        entry.roles.formUnion(phrase.roles)
        if !phrase.roles.isDisjoint(with: .anyCommand) { entry.commandLanguages |= languageBit }
        if phrase.roles.contains(.courtesy) { entry.courtesyLanguages |= languageBit }
    }
}
