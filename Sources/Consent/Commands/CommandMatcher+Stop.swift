import TextMatching

/// Which of the sentences of a reading are whole.
struct SentenceSpan {
    /// The text begins somewhere inside a sentence, which is passed over.
    var isCutBefore = false
    /// The text goes on after what was read, so its last sentence is not over.
    var isCutAfter = false
}

extension CommandMatcher {
    /// A message in which a STOP word was found; `language` is the bit of the contact's language.
    func stopDecision(
        _ text: FoldedText,
        _ pieces: [MessagePiece],
        _ tally: MessageTally,
        _ stop: MessagePiece,
        _ language: UInt64
    ) -> CommandDecision {
        let word = lexicon[stop.entry].spelling
        if tally.unknown == 0, !tally.isNegated,
            text.tokens.count <= CommandLimits.courtesyMessageWords
        {
            if let everyday = everydayWord(tally, stop, language) { return everyday }
            return courteousStop(text, tally, stop, isAlone: pieces.count == 1)
        }
        let isCut = text.tokens.count > CommandLimits.scannedWords
        let span = SentenceSpan(isCutAfter: isCut)
        if let request = explicitRequest(text, pieces, span) {
            return .probable(.stop, [.explicitRequest(word: request)])
        }
        if let sentence = ownSentence(text, pieces, span) {
            return .probable(.stop, [.ownSentence(word: sentence)])
        }
        if let clause = lastClause(text, pieces, span) {
            return .probable(.stop, [.lastClause(word: clause)])
        }
        if tally.isNegated { return .none(.negated(word: word)) }
        guard tally.hasStrong else { return .none(.ordinaryWordAmongOthers(word: word)) }
        return shortStop(text, pieces, word)
    }

    /// "fine" stops in Italian and is an answer in English.
    private func everydayWord(
        _ tally: MessageTally,
        _ stop: MessagePiece,
        _ language: UInt64
    ) -> CommandDecision? {
        let word = lexicon[stop.entry]
        let everyday = word.everydayLanguages
        guard everyday != 0, !tally.hasStrong, word.commandLanguages & language == 0 else {
            return nil
        }
        let reason = CommandReason.everydayWord(
            word: word.spelling,
            language: lexicon.language(of: everyday)
        )
        return everyday & language == 0 ? .probable(.stop, [reason]) : .none(reason)
    }

    /// Nothing but STOP words and what is polite around them.
    private func courteousStop(
        _ text: FoldedText,
        _ tally: MessageTally,
        _ stop: MessagePiece,
        isAlone: Bool
    ) -> CommandDecision {
        let facts = lexicon[stop.entry]
        let word = facts.spelling
        guard tally.hasStrong || tally.hasOrdinary else {
            let language = lexicon.language(of: facts.commandLanguages)
            return .probable(.stop, [.weaklyListed(word: word, language: language)])
        }
        var because: [CommandReason] = [lexicon.listing(stop.entry)]
        if stop.isLetterSpaced { because.append(.letterSpaced) }
        if isAlone, text.isQuestion { return .probable(.stop, [.question(word: word)]) }
        if tally.hasLeadIn { return .probable(.stop, [.beginsOrEndsShortMessage(word: word)]) }
        if !isAlone { because.append(.courtesyAround) }
        let isDefinite =
            isAlone || tally.hasStrong
            || !tally.hasIntent
                && (!tally.hasCourtesy
                    || tally.courtesyLanguages & facts.commandLanguages != 0)
        if isDefinite {
            return .stop(because, namesAll: tally.hasAll, isFromStrongWord: tally.hasStrong)
        }
        return word.utf8.count < MisspeltStops.shortestStrongWord
            ? .none(.ordinaryWordAmongOthers(word: word))
            : .probable(.stop, [.ordinaryWordAmongOthers(word: word)])
    }

    /// A phrase that can only mean STOP, at the head of a clause of a longer text.
    func explicitRequest(
        _ text: FoldedText,
        _ pieces: [MessagePiece],
        _ span: SentenceSpan
    ) -> String? {
        if text.isQuestion { return nil }
        var atHead = !span.isCutBefore
        for (index, piece) in pieces.enumerated() {
            if MessageReading.opensClause(pieces, index, text), index > 0 { atHead = true }
            if atHead, piece.roles.contains(.explicit), !text.isQuoted(at: piece.token) {
                return lexicon[piece.entry].spelling
            }
            if piece.roles.contains(.joining) { atHead = true }
            atHead = atHead && !piece.roles.isDisjoint(with: Self.beforeARequest)
        }
        return nil
    }

    private static let beforeARequest: WordRoles = [.courtesy, .intent, .leadIn, .joining]

    /// A STOP word with nothing but courtesy after the last comma: "no interest, please sign off".
    private func lastClause(
        _ text: FoldedText,
        _ pieces: [MessagePiece],
        _ span: SentenceSpan
    ) -> String? {
        guard !span.isCutAfter, !text.isQuestion,
            let start = pieces.indices.last(where: {
                $0 > 0 && MessageReading.opensClause(pieces, $0, text)
            })
        else { return nil }
        var clause = OwnSentence(lexicon, isPlain: true)
        for piece in pieces[start...] {
            let isSaid = !text.isQuoted(at: piece.token) && !text.isBound(at: piece.token)
            clause.take(piece, isSaid: isSaid)
        }
        return clause.word
    }

    /// A STOP word with nothing but courtesy in its sentence, whatever the others say.
    func ownSentence(
        _ text: FoldedText,
        _ pieces: [MessagePiece],
        _ span: SentenceSpan
    ) -> String? {
        var sentence = OwnSentence(lexicon, isPlain: !span.isCutBefore)
        var previous = -1
        for (index, piece) in pieces.enumerated() {
            if index > 0, piece.token != previous, text.startsSentence(at: piece.token) {
                if let word = sentence.word { return word }
                sentence = OwnSentence(lexicon, isPlain: true)
            }
            previous = piece.token
            let isSaid = !text.isQuoted(at: piece.token) && !text.isBound(at: piece.token)
            sentence.take(piece, isSaid: isSaid)
        }
        return span.isCutAfter ? nil : sentence.word
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
        if text.isBound(at: pieces[edge].token) { return .none(.insideSentence(word: word)) }
        let nounMakers: WordRoles = [.article, .nounBefore]
        if edge > 0, !pieces[edge - 1].roles.isDisjoint(with: nounMakers),
            !MessageReading.opensClause(pieces, edge, text)
        {
            return .none(.noun(word: word))
        }
        return .probable(.stop, [.beginsOrEndsShortMessage(word: word)])
    }

    /// A question word where languages put one: at the front, or as a closing particle.
    static func asks(_ pieces: [MessagePiece]) -> Bool {
        let front = pieces.first { !$0.roles.contains(.leadIn) || $0.roles.contains(.question) }
        return front?.roles.contains(.question) == true
            || pieces.last?.roles.contains(.question) == true
    }
}
