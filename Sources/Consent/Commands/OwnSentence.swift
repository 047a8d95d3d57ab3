/// A sentence or clause on its way to being nothing but a STOP word and courtesy.
struct OwnSentence {
    private let lexicon: CommandLexicon
    private var stop: CommandLexicon.Entry?
    private var isPlain: Bool
    /// Of the courtesy words that negate in other languages: where they do, and where they do not.
    private var negating: UInt64 = 0
    private var polite: UInt64 = 0

    init(_ lexicon: CommandLexicon, isPlain: Bool) {
        self.lexicon = lexicon
        self.isPlain = isPlain
    }

    /// `isSaid` is false for words that are quoted, or part of an address.
    mutating func take(_ piece: MessagePiece, isSaid: Bool) {
        if piece.isStrong, !piece.roles.contains(.harmless), isSaid {
            if stop == nil { stop = piece.entry }
        } else if !piece.roles.contains(.courtesy) {
            isPlain = false
        } else if piece.roles.contains(.negation) {
            negating |= lexicon[piece.entry].negationLanguages
            polite |= lexicon[piece.entry].courtesyLanguages
        }
    }

    /// The STOP word, if nothing else was said.
    var word: String? {
        guard isPlain, let stop else { return nil }
        let languages = lexicon[stop].commandLanguages
        let isNegated = languages & negating != 0 && languages & polite == 0
        return isNegated ? nil : lexicon[stop].spelling
    }
}
