import TextMatching

/// Finds the STOP word a writer meant: letters held down, look-alike letters, one slip of the
/// finger.
struct MisspeltStops: Sendable {
    /// Below this length one edit reaches too many ordinary words.
    static let shortestStrongWord = 4
    /// Everyday words of up to five letters have too many everyday neighbours.
    static let shortestOrdinaryWord = 6

    private struct Candidate: Sendable {
        let letters: [Unicode.Scalar]
        let signature: UInt32
        let spelling: String
    }

    private let byLength: [[Candidate]]
    private let byCollapsed: [String: String]
    private let strong: [String: String]

    init(_ lexicon: CommandLexicon) {
        var byLength: [[Candidate]] = []
        var byCollapsed: [String: String] = [:]
        var strong: [String: String] = [:]
        for (word, entry) in lexicon.stopWords {
            guard let first = word.unicodeScalars.first, ScriptClass(first) == .alphabetic
            else { continue }
            let letters = Array(word.unicodeScalars)
            let isStrong = entry.roles.contains(.stop)
            guard letters.count >= Self.shortestStrongWord else { continue }
            byCollapsed[RepeatCollapse.collapsed(word)] = entry.spelling
            if isStrong { strong[word] = entry.spelling }
            guard isStrong || letters.count >= Self.shortestOrdinaryWord else { continue }
            while byLength.count <= letters.count { byLength.append([]) }
            byLength[letters.count].append(
                Candidate(
                    letters: letters,
                    signature: Self.signature(letters),
                    spelling: entry.spelling
                )
            )
        }
        self.byLength = byLength
        self.byCollapsed = byCollapsed
        self.strong = strong
    }

    /// Why the word is probably STOP, or `nil` when it is some other word.
    func reason(for word: String) -> CommandReason? {
        let letters = Array(word.unicodeScalars)
        if RepeatCollapse.isEmphatic(word),
            let meant = byCollapsed[RepeatCollapse.collapsed(word)]
        {
            return .repeatedLetters(of: meant)
        }
        if let skeleton = Confusables.skeleton(word), let meant = strong[skeleton] {
            return .looksLike(word: meant)
        }
        return oneEdit(from: letters).map { .oneEdit(from: $0) }
    }

    /// A STOP word broken by spaces.
    func spelling(joining words: [String]) -> String? {
        strong[words.joined()]
    }

    private func oneEdit(from letters: [Unicode.Scalar]) -> String? {
        guard letters.count >= Self.shortestStrongWord - 1 else { return nil }
        let signature = Self.signature(letters)
        for length in (letters.count - 1)...(letters.count + 1) where length < byLength.count {
            for candidate in byLength[length]
            where (candidate.signature ^ signature).nonzeroBitCount <= 2
                && EditDistance.isWithinOne(candidate.letters, letters)
            {
                return candidate.spelling
            }
        }
        return nil
    }

    // One edit brings in or takes out at most two kinds of letter.
    private static func signature(_ letters: [Unicode.Scalar]) -> UInt32 {
        letters.reduce(0) { $0 | 1 << ($1.value & 31) }
    }
}
