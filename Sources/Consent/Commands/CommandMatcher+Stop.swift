import TextMatching

extension CommandMatcher {
    /// A message in which a STOP word was found.
    func stopDecision(
        _ text: FoldedText,
        _ pieces: [MessagePiece],
        _ tally: MessageTally,
        _ stop: MessagePiece
    ) -> CommandDecision {
        let word = stop.entry.spelling
        if tally.unknown == 0, !tally.isNegated,
            text.tokens.count <= CommandLimits.courtesyMessageWords
        {
            return courteousStop(tally, stop, isAlone: pieces.count == 1)
        }
        if let request = explicitRequest(text, pieces) {
            return .probable(.stop, [.explicitRequest(word: request)])
        }
        if let sentence = ownSentence(text, pieces) {
            return .probable(.stop, [.ownSentence(word: sentence)])
        }
        if tally.isNegated { return .none(.negated(word: word)) }
        guard tally.hasStrong else { return .none(.ordinaryWordAmongOthers(word: word)) }
        return shortStop(text, pieces, word)
    }

    /// Nothing but STOP words and what is polite around them.
    private func courteousStop(
        _ tally: MessageTally,
        _ stop: MessagePiece,
        isAlone: Bool
    ) -> CommandDecision {
        let word = stop.entry.spelling
        let language = lexicon.language(of: stop.entry)
        guard tally.hasStrong || tally.hasOrdinary else {
            return .probable(.stop, [.weaklyListed(word: word, language: language)])
        }
        var because: [CommandReason] = [.listed(word: word, language: language)]
        if stop.isLetterSpaced { because.append(.letterSpaced) }
        if isAlone { return .definite(.stop, because) }
        if tally.hasLeadIn { return .probable(.stop, [.beginsOrEndsShortMessage(word: word)]) }
        because.append(.courtesyAround)
        if tally.hasStrong { return .definite(.stop, because) }
        let sharesLanguage =
            !tally.hasCourtesy || tally.courtesyLanguages & stop.entry.commandLanguages != 0
        if sharesLanguage, !tally.hasIntent { return .definite(.stop, because) }
        return word.utf8.count < MisspeltStops.shortestStrongWord
            ? .none(.ordinaryWordAmongOthers(word: word))
            : .probable(.stop, [.ordinaryWordAmongOthers(word: word)])
    }

    /// A phrase that can only mean STOP, at the head of a clause of a longer text.
    private func explicitRequest(_ text: FoldedText, _ pieces: [MessagePiece]) -> String? {
        if text.isQuestion { return nil }
        var atHead = true
        for (index, piece) in pieces.enumerated() {
            if MessageReading.opensClause(pieces, index, text) { atHead = true }
            if atHead, piece.roles.contains(.explicit) { return piece.entry.spelling }
            atHead = atHead && !piece.roles.isDisjoint(with: [.courtesy, .intent, .leadIn])
        }
        return nil
    }

    /// A STOP word with nothing but courtesy in its sentence, whatever the others say.
    private func ownSentence(_ text: FoldedText, _ pieces: [MessagePiece]) -> String? {
        var word: String?
        var isPlain = true
        var previous = -1
        for piece in pieces {
            if piece.token != previous, text.startsSentence(at: piece.token) {
                if isPlain, let word { return word }
                word = nil
                isPlain = true
            }
            previous = piece.token
            if piece.isStrong, !text.isQuoted(at: piece.token) {
                word = word ?? piece.entry.spelling
            } else if !piece.roles.contains(.courtesy) {
                isPlain = false
            }
        }
        return isPlain ? word : nil
    }

    /// A STOP word at either end of a short message of other words.
    private func shortStop(
        _ text: FoldedText,
        _ pieces: [MessagePiece],
        _ word: String
    ) -> CommandDecision {
        let size = pieces.reduce(0) { $0 + $1.size }
        let polite: WordRoles = [.courtesy, .intent, .leadIn]
        let isPolite = { (piece: MessagePiece) in !piece.roles.isDisjoint(with: polite) }
        guard size <= CommandLimits.shortMessageWords,
            let first = pieces.firstIndex(where: { !isPolite($0) }),
            let last = pieces.lastIndex(where: { !isPolite($0) }),
            pieces[first].isStrong || pieces[last].isStrong
        else { return .none(.insideSentence(word: word)) }
        if text.isQuestion || Self.asks(pieces) {
            return .none(.question(word: word))
        }
        let edge = pieces[first].isStrong ? first : last
        if text.isQuoted(at: pieces[edge].token) { return .none(.quoted(word: word)) }
        let nounMakers: WordRoles = [.article, .nounBefore]
        if edge > 0, !pieces[edge - 1].roles.isDisjoint(with: nounMakers),
            !MessageReading.opensClause(pieces, edge, text)
        {
            return .none(.noun(word: word))
        }
        return .probable(.stop, [.beginsOrEndsShortMessage(word: word)])
    }

    /// A question word where languages put one: at the front, or as a closing particle.
    private static func asks(_ pieces: [MessagePiece]) -> Bool {
        let front = pieces.first { !$0.roles.contains(.leadIn) || $0.roles.contains(.question) }
        return front?.roles.contains(.question) == true
            || pieces.last?.roles.contains(.question) == true
    }
}
