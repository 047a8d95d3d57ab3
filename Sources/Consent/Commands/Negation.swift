import TextMatching

/// Finds out whether a STOP word is negated: "don't stop", "nicht abmelden".
struct Negation {
    let text: FoldedText
    let lexicon: CommandLexicon
    /// The bit of the contact's language, or zero.
    let language: UInt64

    /// Whether a negation stands before the STOP word in its clause, or anywhere after.
    func reaches(_ stop: Int, _ pieces: [MessagePiece]) -> Bool {
        var reaches = false
        for index in pieces.indices {
            let piece = pieces[index]
            if index <= stop, MessageReading.opensClause(pieces, index, text) { reaches = false }
            guard piece.roles.contains(.negation) else { continue }
            if Self.isRefusal(piece) {
                if refuses(what: index, pieces) { return true }
                if piece.isStrong || index == stop { continue }
            }
            guard negates(piece, pieces[stop]) else { continue }
            let next = index + 1
            let standsAlone =
                piece.roles.contains(.interjection) && next < pieces.count
                && MessageReading.opensClause(pieces, next, text)
            if !standsAlone { reaches = true }
        }
        return reaches
    }

    /// "I want no more": STOP by itself, and a negation of the command that follows it.
    private static func isRefusal(_ piece: MessagePiece) -> Bool {
        piece.isStop && piece.roles.contains(.negation)
    }

    private func refuses(what refusal: Int, _ pieces: [MessagePiece]) -> Bool {
        for index in pieces.indices.dropFirst(refusal + 1) {
            if MessageReading.opensClause(pieces, index, text) { return false }
            if pieces[index].isStop, !Self.isRefusal(pieces[index]) { return true }
        }
        return false
    }

    private func negates(_ piece: MessagePiece, _ stop: MessagePiece) -> Bool {
        if piece.isStrong || piece.roles.contains(.harmless) { return false }
        guard !piece.roles.isDisjoint(with: [.courtesy, .joining]) else { return true }
        // "nu" is "now" to a Swede and "not" to a Romanian, "et" is "and" in French and "do not"
        // in Finnish: the STOP word says whose it is, and where both have that word, the contact's
        // own language does.
        let word = lexicon[piece.entry]
        let stopLanguages = lexicon[stop.entry].commandLanguages
        if word.courtesyLanguages & stopLanguages == 0 {
            return word.negationLanguages & stopLanguages != 0
        }
        return word.negationLanguages & language != 0 && word.courtesyLanguages & language == 0
    }
}
