import TextMatching

// What can still be read of a text that is too long to be read whole. Each end is a window of
// bounded size, and nothing found in one is ever more than probable.
extension CommandMatcher {
    /// A STOP on the first or last line of a text past the limit, or in a sentence near an end.
    func stopAtAnEnd(of text: String, _ context: CommandContext) -> CommandDecision? {
        let scalars = text.unicodeScalars
        let limit = CommandLimits.textLength
        let end = scalars.index(scalars.startIndex, offsetBy: limit)
        let head = scalars[..<end]
        if let newLine = head.firstIndex(where: Self.breaksLine),
            let decision = stop(in: head[..<newLine], context)
        {
            return decision
        }
        let folded = TextFolding.fold(String(head), limit: limit)
        return stopSentence(folded, cutBefore: false) ?? stopAtTheEnd(of: text, context)
    }

    /// A STOP on the last line of a text of too many words, or in one of its last sentences.
    func stopAtTheEnd(of text: String, _ context: CommandContext) -> CommandDecision? {
        let scalars = text.unicodeScalars
        guard
            let start = scalars.index(
                scalars.endIndex,
                offsetBy: -CommandLimits.tailLength,
                limitedBy: scalars.startIndex
            )
        else { return nil }
        let tail = scalars[start...]
        if let newLine = tail.lastIndex(where: Self.breaksLine),
            let decision = stop(in: tail[tail.index(after: newLine)...], context)
        {
            return decision
        }
        let folded = TextFolding.fold(String(tail), limit: CommandLimits.tailLength)
        return stopSentence(folded, cutBefore: true)
    }

    private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}"
    }

    private func stop(in line: Substring.UnicodeScalarView, _ context: CommandContext)
        -> CommandDecision?
    {
        let folded = TextFolding.fold(String(line), limit: CommandLimits.textLength)
        let decision = decide(folded, context)
        guard decision.command == .stop else { return nil }
        return .probable(.stop, decision.because + [.atAnEndOfLongText])
    }

    private func stopSentence(_ window: FoldedText, cutBefore: Bool) -> CommandDecision? {
        let pieces = MessageReading(window, lexicon).pieces
        let span = SentenceSpan(isCutBefore: cutBefore, isCutAfter: !cutBefore)
        let reason =
            explicitRequest(window, pieces, span).map { CommandReason.explicitRequest(word: $0) }
            ?? ownSentence(window, pieces, span).map { .ownSentence(word: $0) }
            ?? onlyStops(window, pieces)
        return reason.map { .probable(.stop, [$0, .atAnEndOfLongText]) }
    }

    /// Somebody who writes STOP hundreds of times means it.
    private func onlyStops(_ window: FoldedText, _ pieces: [MessagePiece]) -> CommandReason? {
        let tally = MessageTally(pieces, window, lexicon, language: 0)
        guard let stop = tally.stop, tally.hasStrong, tally.unknown == 0, !tally.isNegated else {
            return nil
        }
        return lexicon.listing(pieces[stop].entry)
    }
}
