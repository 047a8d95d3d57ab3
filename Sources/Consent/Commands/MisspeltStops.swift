import TextMatching

/// Finds the STOP word a writer meant: letters held down, look-alike letters, one slip of the
/// finger.
///
/// How far a slip may reach depends on the script, because the shorter and denser its words are,
/// the more of their neighbours are words of their own. Words in Han are never compared: one
/// character is a word, so the listed variants (退订, 退訂, 退定) are all there are.
struct MisspeltStops: Sendable {
    /// Below this length one edit reaches too many ordinary words.
    static let shortestStrongWord = 4
    /// Everyday words of up to four letters have too many everyday neighbours, whatever the slip.
    static let shortestOrdinaryWord = 5
    /// From this length on any one edit counts; below it only slips a finger makes.
    static let shortestFreeWord = 6
    /// Everyday words below it count only with letters swapped or doubled.
    static let shortestFreeOrdinaryWord = 6
    /// Words in letters that carry a syllable or a root each (Arabic, Hebrew, Devanagari …).
    static let shortestDenseWord = 5
    /// In a question a shorter word is more likely the other word.
    static let shortestWordInQuestion = 7

    private enum Reach: Sendable {
        case swapOrDouble
        case slip
        case anyEdit
    }

    private struct Candidate: Sendable {
        let letters: [Unicode.Scalar]
        let signature: UInt32
        let spelling: String
        let reach: Reach
    }

    private let byLength: [[Candidate]]
    private let byCollapsed: [String: String]
    private let strong: [String: String]
    private let keys = KeyNeighbours()

    init(_ lexicon: CommandLexicon) {
        var byLength: [[Candidate]] = []
        var byCollapsed: [String: String] = [:]
        var strong: [String: String] = [:]
        for (word, entry) in lexicon.stopWords {
            let letters = Array(word.unicodeScalars)
            let isStrong = entry.roles.contains(.stop)
            guard letters.count >= Self.shortestStrongWord else { continue }
            let spelling = lexicon[entry].spelling
            byCollapsed[RepeatCollapse.collapsed(word)] = spelling
            if isStrong { strong[word] = spelling }
            guard let reach = Self.reach(letters, isStrong: isStrong) else { continue }
            while byLength.count <= letters.count { byLength.append([]) }
            byLength[letters.count].append(
                Candidate(
                    letters: letters,
                    signature: Self.signature(letters),
                    spelling: spelling,
                    reach: reach
                )
            )
        }
        self.byLength = byLength
        self.byCollapsed = byCollapsed
        self.strong = strong
    }

    /// How far from a word a slip is still that word, or `nil` when it never is.
    private static func reach(_ letters: [Unicode.Scalar], isStrong: Bool) -> Reach? {
        let length = letters.count
        switch ScriptClass(letters[0]) {
        case .alphabetic where isStrong:
            return length < shortestFreeWord ? .slip : .anyEdit
        case .alphabetic:
            if length < shortestOrdinaryWord { return nil }
            return length < shortestFreeOrdinaryWord ? .swapOrDouble : .anyEdit
        case .abjad, .other:
            return length < (isStrong ? shortestDenseWord : shortestFreeOrdinaryWord)
                ? nil : .anyEdit
        case .cjk:
            return letters.contains(where: isHan) ? nil : .anyEdit
        }
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isIdeographic
    }

    /// Why the word is probably STOP, or `nil` when it is some other word.
    func reason(for word: String, inQuestion: Bool) -> CommandReason? {
        let letters = Array(word.unicodeScalars)
        if RepeatCollapse.isEmphatic(word),
            let meant = byCollapsed[RepeatCollapse.collapsed(word)]
        {
            return .repeatedLetters(of: meant)
        }
        if let skeleton = Confusables.skeleton(word), let meant = strong[skeleton] {
            return .looksLike(word: meant)
        }
        if inQuestion, letters.count < Self.shortestWordInQuestion { return nil }
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
            where (candidate.signature ^ signature).nonzeroBitCount <= 2 {
                let isMeant =
                    switch candidate.reach {
                    case .swapOrDouble: keys.isSwapOrDouble(letters, of: candidate.letters)
                    case .slip: keys.isSlip(letters, of: candidate.letters)
                    case .anyEdit: EditDistance.isWithinOne(candidate.letters, letters)
                    }
                if isMeant { return candidate.spelling }
            }
        }
        return nil
    }

    // One edit brings in or takes out at most two kinds of letter.
    private static func signature(_ letters: [Unicode.Scalar]) -> UInt32 {
        letters.reduce(0) { $0 | 1 << ($1.value & 31) }
    }
}
