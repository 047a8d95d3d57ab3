import TextMatching

/// Reads STOP and the other commands out of a text, before any flow may see it.
///
/// Words of every language are active for everyone: a contact may stop in any language.
package struct CommandMatcher: Sendable {
    let lexicon: CommandLexicon
    let misspelt: MisspeltStops

    package init(lists: [CommandWordList]) {
        lexicon = CommandLexicon(lists)
        misspelt = MisspeltStops(lexicon)
    }

    /// The command a text is; pure, bounded by `CommandLimits`.
    ///
    /// A text past the limit is walked once and its two ends are read.
    package func decide(
        _ text: String,
        context: CommandContext = CommandContext()
    ) -> CommandDecision {
        let decision: CommandDecision
        if OwnWords.mayQuote(text) {
            let own = OwnWords(of: text)
            let said = read(own.text, context)
            decision = own.isOnlyQuoted ? said.capped(.onlyQuotedLines) : said
        } else {
            decision = read(text, context)
        }
        return context.isReaction ? decision.capped(.reaction) : decision
    }

    private func read(_ text: String, _ context: CommandContext) -> CommandDecision {
        let limit = CommandLimits.textLength
        // White space around a word is nothing a contact said.
        let text = text.utf8.count > limit ? Self.trimmed(text) : text
        // A scalar is at most four bytes, so most long texts are known without being counted.
        if text.utf8.count > limit,
            text.utf8.count > 4 * limit || text.unicodeScalars.count > limit
        {
            return stopAtAnEnd(of: text, context) ?? .none(.tooLong(limit: limit))
        }
        let folded = TextFolding.fold(text, limit: limit)
        let decision = decide(folded, context)
        if folded.tokens.count > CommandLimits.scannedWords, decision.command == nil {
            return stopAtTheEnd(of: text, context) ?? decision
        }
        return decision
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let isVisible = { (scalar: Unicode.Scalar) in
            !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
        }
        guard let first = scalars.firstIndex(where: isVisible),
            let last = scalars.lastIndex(where: isVisible)
        else { return "" }
        return String(scalars[first...last])
    }

    func decide(_ text: FoldedText, _ context: CommandContext) -> CommandDecision {
        if text.isOnlyEmoji {
            return text.emoji.allSatisfy(lexicon.emoji.contains)
                ? .probable(.stop, [.emojiOnly]) : .none(.noListedWord)
        }
        let language = context.language.map { lexicon.languageBit(of: $0) } ?? 0
        let pieces = MessageReading(text, lexicon).pieces
        let tally = MessageTally(pieces, text, lexicon, language: language)
        if !text.emoji.isEmpty, tally.hasOnlyCourtesy,
            text.emoji.allSatisfy(lexicon.emojiWithWords.contains)
        {
            return .probable(.stop, [.emojiOnly, .courtesyAround])
        }
        guard let stop = tally.stop else {
            if let request = wordedRequest(text, pieces, tally) {
                return isClaimed(text, context) ? .none(.declaredByFlow) : request
            }
            return misspeltStop(text, pieces, tally, context)
                ?? otherCommand(pieces, tally, context) ?? .none(.noListedWord)
        }
        var decision = stopDecision(text, pieces, tally, pieces[stop], language)
        if decision.command == nil {
            decision = wordedRequest(text, pieces, tally) ?? decision
        }
        if let claimed = claim(on: decision, text, pieces[stop], context) { return claimed }
        return decision
    }

    private func claim(
        on decision: CommandDecision,
        _ text: FoldedText,
        _ stop: MessagePiece,
        _ context: CommandContext
    ) -> CommandDecision? {
        let mayBeClaimed =
            switch decision.certainty {
            case .definite: stop.roles.isDisjoint(with: [.stop, .protected])
            case .probable: true
            case .none: false
            }
        return mayBeClaimed && isClaimed(text, context) ? .none(.declaredByFlow) : nil
    }

    private func isClaimed(_ text: FoldedText, _ context: CommandContext) -> Bool {
        if context.declared.isEmpty { return false }
        let key = text.key
        return context.declared.contains { $0.claims(key) }
    }

    private func misspeltStop(
        _ text: FoldedText,
        _ pieces: [MessagePiece],
        _ tally: MessageTally,
        _ context: CommandContext
    ) -> CommandDecision? {
        guard text.tokens.count <= CommandLimits.courtesyMessageWords,
            !pieces.contains(where: { $0.roles.contains(.negation) }),
            let slip = slip(text, pieces, tally)
        else { return nil }
        if isClaimed(text, context) { return .none(.declaredByFlow) }
        return .probable(.stop, tally.hasCourtesy ? [slip, .courtesyAround] : [slip])
    }

    /// The one word no list knows, if a STOP word was meant, or a STOP word with a space in it.
    private func slip(
        _ text: FoldedText,
        _ pieces: [MessagePiece],
        _ tally: MessageTally
    ) -> CommandReason? {
        if tally.unknown > 0 {
            let piece = pieces[tally.unknownPiece]
            let token = text.tokens[piece.token]
            let isWholeToken = pieces.allSatisfy {
                $0.token == piece.token || $0.roles.contains(.courtesy)
            }
            if tally.unknown == 1 || isWholeToken, piece.roles.isEmpty,
                let reason = misspelt.reason(for: token, inQuestion: text.isQuestion)
            {
                return reason
            }
        }
        guard (2...3).contains(text.tokens.count) else { return nil }
        return misspelt.spelling(joining: text.tokens).map { .spaceInside(word: $0) }
    }
}
