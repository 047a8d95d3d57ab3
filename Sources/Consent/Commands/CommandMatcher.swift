import TextMatching

/// Reads STOP, START and HELP out of a text, before any flow may see it.
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
    package func decide(
        _ text: String,
        context: CommandContext = CommandContext()
    ) -> CommandDecision {
        let limit = CommandLimits.textLength
        // White space around a word is nothing a contact said.
        let text = text.utf8.count > limit ? Self.trimmed(text) : text
        // A scalar is at most four bytes, so most long texts are refused without being walked.
        if text.utf8.count > limit,
            text.utf8.count > 4 * limit || text.unicodeScalars.count > limit
        {
            return .none(.tooLong(limit: limit))
        }
        let folded = TextFolding.fold(text, limit: limit)
        let decision = decide(folded, context)
        return context.isReaction ? decision.asReaction : decision
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    private func decide(_ text: FoldedText, _ context: CommandContext) -> CommandDecision {
        if text.isOnlyEmoji {
            return text.emoji.allSatisfy(lexicon.emoji.contains)
                ? .probable(.stop, [.emojiOnly]) : .none(.noListedWord)
        }
        let pieces = MessageReading(text, lexicon).pieces
        let tally = MessageTally(pieces, text)
        if !text.emoji.isEmpty, tally.hasOnlyCourtesy,
            text.emoji.allSatisfy(lexicon.emojiWithWords.contains)
        {
            return .probable(.stop, [.emojiOnly, .courtesyAround])
        }
        guard let stop = tally.stop else {
            return misspeltStop(text, pieces, tally, context)
                ?? otherCommand(pieces, tally, context) ?? .none(.noListedWord)
        }
        let decision = stopDecision(text, pieces, tally, pieces[stop])
        if let claimed = claim(on: decision, text, pieces[stop], context) { return claimed }
        return decision
    }

    private func claim(
        on decision: CommandDecision,
        _ text: FoldedText,
        _ stop: MessagePiece,
        _ context: CommandContext
    ) -> CommandDecision? {
        if context.declared.isEmpty { return nil }
        let mayBeClaimed =
            switch decision.certainty {
            case .definite: stop.roles.isDisjoint(with: [.stop, .protected])
            case .probable: true
            case .none: false
            }
        guard mayBeClaimed else { return nil }
        let key = text.key
        return context.declared.contains { $0.claims(key) } ? .none(.declaredByFlow) : nil
    }

    private func otherCommand(
        _ pieces: [MessagePiece],
        _ tally: MessageTally,
        _ context: CommandContext
    ) -> CommandDecision? {
        guard pieces.count <= CommandLimits.courtesyMessageWords else { return nil }
        var found: (command: CommandKind, piece: MessagePiece)?
        for piece in pieces {
            let command: CommandKind
            if piece.roles.contains(.start) {
                command = .start
            } else if piece.roles.contains(.help) {
                command = .help
            } else if piece.roles.contains(.yes), context.yesMeansStart {
                command = .start
            } else if piece.roles.contains(.courtesy) {
                continue
            } else {
                return nil
            }
            if let found, found.command != command { return nil }
            if found == nil { found = (command, piece) }
        }
        guard let found else { return nil }
        var because: [CommandReason] = [
            .listed(
                word: found.piece.entry.spelling,
                language: lexicon.language(of: found.piece.entry)
            )
        ]
        if found.piece.roles.isDisjoint(with: [.start, .help]) {
            because.append(.yesWhileOptedOut)
        }
        if tally.hasCourtesy { because.append(.courtesyAround) }
        return .definite(found.command, because)
    }

    private func misspeltStop(
        _ text: FoldedText,
        _ pieces: [MessagePiece],
        _ tally: MessageTally,
        _ context: CommandContext
    ) -> CommandDecision? {
        guard text.tokens.count <= CommandLimits.shortMessageWords,
            !pieces.contains(where: { $0.roles.contains(.negation) })
        else { return nil }
        var because: [CommandReason] = []
        if tally.unknown == 1, pieces[tally.unknownPiece].roles.isEmpty,
            let reason = misspelt.reason(for: text.tokens[pieces[tally.unknownPiece].token])
        {
            because = tally.hasCourtesy ? [reason, .courtesyAround] : [reason]
        } else if (2...3).contains(text.tokens.count),
            let word = misspelt.spelling(joining: text.tokens)
        {
            because = [.spaceInside(word: word)]
        }
        if because.isEmpty { return nil }
        let key = text.key
        if context.declared.contains(where: { $0.claims(key) }) { return .none(.declaredByFlow) }
        return .probable(.stop, because)
    }
}
