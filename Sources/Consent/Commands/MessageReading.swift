import TextMatching

/// A message cut into the longest listed phrases, from the left.
struct MessageReading {
    private(set) var pieces: [MessagePiece] = []

    init(_ text: FoldedText, _ lexicon: CommandLexicon) {
        let tokens = text.tokens
        let end = min(tokens.count, CommandLimits.scannedWords)
        pieces.reserveCapacity(end)
        var position = 0
        while position < end {
            let token = tokens[position]
            if token.utf8.count == 1,
                let spaced = Self.letterSpaced(tokens, position, end, lexicon)
            {
                pieces.append(spaced)
                position += spaced.size
                continue
            }
            if let node = lexicon.node(of: token) {
                let piece = Self.longestPhrase(text, position, end, lexicon.nodes[node])
                pieces.append(piece)
                position += piece.size
                continue
            }
            if let first = token.unicodeScalars.first, !first.isASCII, ScriptClass(first) == .cjk {
                appendRun(Array(token.unicodeScalars), at: position, lexicon)
            } else {
                pieces.append(MessagePiece(entry: .init(), token: position, size: 1))
            }
            position += 1
        }
    }

    /// Whether a piece opens the text or follows punctuation that parts clauses.
    static func opensClause(_ pieces: [MessagePiece], _ index: Int, _ text: FoldedText) -> Bool {
        let opensToken = index == 0 || pieces[index - 1].token != pieces[index].token
        return opensToken && text.startsClause(at: pieces[index].token)
    }

    private static func longestPhrase(
        _ text: FoldedText,
        _ start: Int,
        _ end: Int,
        _ node: CommandLexicon.Node
    ) -> MessagePiece {
        if start + 1 < end, let head = text.tokens[start + 1].utf8.first {
            for index in node.heads.indices where node.heads[index] == head {
                let phrase = node.phrases[index]
                let last = start + phrase.rest.count
                guard last < end, matches(phrase.rest, text.tokens, after: start) else { continue }
                // "No, stop" is not the compound "no stop".
                let isBroken =
                    phrase.entry.roles.contains(.harmless)
                    && (start..<last).contains { text.startsClause(at: $0 + 1) }
                if isBroken { continue }
                return MessagePiece(entry: phrase.entry, token: start, size: last - start + 1)
            }
        }
        return MessagePiece(entry: node.single, token: start, size: 1)
    }

    private static func matches(_ rest: [String], _ tokens: [String], after start: Int) -> Bool {
        for index in rest.indices where rest[index] != tokens[start + 1 + index] { return false }
        return true
    }

    /// `s t o p`: three or more single letters that spell a listed STOP word.
    private static func letterSpaced(
        _ tokens: [String],
        _ start: Int,
        _ end: Int,
        _ lexicon: CommandLexicon
    ) -> MessagePiece? {
        var stop = start
        var word = ""
        while stop < end, tokens[stop].utf8.count == 1 {
            word += tokens[stop]
            stop += 1
        }
        guard stop - start >= 3, let entry = lexicon.entry(of: word),
            !entry.roles.isDisjoint(with: [.stop, .ordinary])
        else { return nil }
        return MessagePiece(entry: entry, token: start, size: stop - start, isLetterSpaced: true)
    }

    private mutating func appendRun(
        _ run: [Unicode.Scalar],
        at token: Int,
        _ lexicon: CommandLexicon
    ) {
        guard run.count <= CommandLimits.segmentedRun else {
            pieces.append(MessagePiece(entry: .init(), token: token, size: run.count))
            return
        }
        var position = 0
        var unknown = 0
        while position < run.count {
            guard let match = lexicon.longestMatch(in: run, at: position) else {
                unknown += 1
                position += 1
                continue
            }
            appendUnknown(unknown, at: token)
            unknown = 0
            pieces.append(MessagePiece(entry: match.entry, token: token, size: 1))
            position += match.length
        }
        appendUnknown(unknown, at: token)
    }

    private mutating func appendUnknown(_ count: Int, at token: Int) {
        if count > 0 { pieces.append(MessagePiece(entry: .init(), token: token, size: count)) }
    }
}
