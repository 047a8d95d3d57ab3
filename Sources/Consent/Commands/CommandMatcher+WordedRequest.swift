import TextMatching

// Requests in the contact's own words, which no list of phrases can hold: what matters is that
// the parts of one stand in one clause, in one language.
extension CommandMatcher {
    /// "Remove … me … list", or "not … want … messages"; never more than probable.
    func wordedRequest(
        _ text: FoldedText,
        _ pieces: [MessagePiece],
        _ tally: MessageTally
    ) -> CommandDecision? {
        let mayRemove = tally.parts.isSuperset(of: [.removal, .itself, .list])
        let mayRefuse = tally.parts.isSuperset(of: [.wish, .message]) && !text.isQuestion
        guard mayRemove || mayRefuse, !Self.asks(pieces) else { return nil }
        var clause = ClauseParts(lexicon)
        for (index, piece) in pieces.enumerated() {
            if MessageReading.opensClause(pieces, index, text) {
                if clause.isRequest(mayRefuse: mayRefuse) { break }
                clause = ClauseParts(lexicon)
            }
            if !text.isQuoted(at: piece.token) { clause.take(piece) }
        }
        return clause.isRequest(mayRefuse: mayRefuse) ? .probable(.stop, [.inOwnWords]) : nil
    }
}

/// The parts of a request found in one clause so far.
private struct ClauseParts {
    private let lexicon: CommandLexicon
    private var roles: WordRoles = []
    /// Languages that all the parts have in common, for each kind of request.
    private var removing = UInt64.max
    private var refusing = UInt64.max
    private var isNegated = false
    private var isHarmless = false

    init(_ lexicon: CommandLexicon) {
        self.lexicon = lexicon
    }

    mutating func take(_ piece: MessagePiece) {
        let parts = piece.roles.intersection(.anyPart)
        roles.formUnion(parts)
        if !parts.isDisjoint(with: [.removal, .itself, .list]) {
            removing &= lexicon[piece.entry].partLanguages
        }
        if !parts.isDisjoint(with: [.wish, .message]) {
            refusing &= lexicon[piece.entry].partLanguages
        }
        if piece.roles.contains(.negation), !piece.roles.contains(.courtesy) { isNegated = true }
        if piece.roles.contains(.harmless) { isHarmless = true }
    }

    func isRequest(mayRefuse: Bool) -> Bool {
        if isHarmless || roles.contains(.losing) { return false }
        if isNegated {
            return mayRefuse && refusing != 0 && roles.isSuperset(of: [.wish, .message])
        }
        return removing != 0 && roles.isSuperset(of: [.removal, .itself, .list])
    }
}
