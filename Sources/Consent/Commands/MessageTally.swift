import TextMatching

/// What a reading is made of, counted in one pass.
struct MessageTally {
    /// Index of the first piece that is a STOP word, the plainest kind winning.
    private(set) var stop: Int?
    private(set) var hasStrong = false
    private(set) var hasOrdinary = false
    private(set) var hasCourtesy = false
    private(set) var hasIntent = false
    private(set) var hasLeadIn = false
    private(set) var hasAll = false
    /// Parts of a request in the contact's own words.
    private(set) var parts: WordRoles = []
    private(set) var isNegated = false
    private(set) var courtesyLanguages = UInt64.max
    private(set) var unknown = 0
    /// Index of the last piece that is none of the above.
    private(set) var unknownPiece = 0

    /// `language` is the bit of the contact's language, or zero.
    init(
        _ pieces: [MessagePiece],
        _ text: FoldedText,
        _ lexicon: CommandLexicon,
        language: UInt64
    ) {
        for index in pieces.indices { count(pieces, index, lexicon) }
        if let stop {
            let negation = Negation(text: text, lexicon: lexicon, language: language)
            isNegated = negation.reaches(stop, pieces)
        }
    }

    private mutating func count(
        _ pieces: [MessagePiece],
        _ index: Int,
        _ lexicon: CommandLexicon
    ) {
        let roles = pieces[index].roles
        if roles.contains(.all) { hasAll = true }
        parts.formUnion(roles.intersection(.anyPart))
        if pieces[index].isStop {
            let strong = roles.contains(.stop)
            let ordinary = roles.contains(.ordinary)
            if stop == nil || strong && !hasStrong || ordinary && !hasStrong && !hasOrdinary {
                stop = index
            }
            hasStrong = hasStrong || strong
            hasOrdinary = hasOrdinary || ordinary
        } else if roles.contains(.harmless) {
            noteUnknown(index)
        } else if roles.contains(.courtesy) {
            hasCourtesy = true
            courtesyLanguages &= lexicon[pieces[index].entry].courtesyLanguages
        } else if pieces[index].isRequest {
            hasCourtesy = true
            courtesyLanguages &= lexicon[pieces[index].entry].commandLanguages
        } else if roles.contains(.article), stop != nil {
            hasCourtesy = true
        } else if roles.contains(.intent) {
            hasIntent = true
        } else if roles.contains(.leadIn) {
            hasLeadIn = true
        } else if !Self.onlyJoins(roles) {
            noteUnknown(index)
        }
    }

    /// "and" adds nothing, unless it is another word as well: Norwegian "en" is an article.
    private static func onlyJoins(_ roles: WordRoles) -> Bool {
        roles.contains(.joining)
            && roles.isDisjoint(with: [.article, .question, .nounBefore, .yes])
    }

    var hasOnlyCourtesy: Bool {
        hasCourtesy && stop == nil && unknown == 0 && !hasIntent && !hasLeadIn
    }

    private mutating func noteUnknown(_ index: Int) {
        unknown += 1
        unknownPiece = index
    }
}
