extension CommandMatcher {
    /// START, HELP, DELETE or RECEIPT: a listed phrase alone or among courtesy, never a slip.
    func otherCommand(
        _ pieces: [MessagePiece],
        _ tally: MessageTally,
        _ context: CommandContext
    ) -> CommandDecision? {
        guard pieces.count <= CommandLimits.courtesyMessageWords else { return nil }
        var found: (command: CommandKind, piece: MessagePiece)?
        var yes: MessagePiece?
        var hasIntent = false
        for piece in pieces {
            if let command = Self.command(of: piece) {
                if found.map({ Self.precedes(command, $0.command) }) ?? true {
                    found = (command, piece)
                }
            } else if context.yesMeansStart, piece.roles.contains(.yes) {
                yes = yes ?? piece
            } else if piece.roles.contains(.courtesy) {
                continue
            } else if piece.roles.contains(.intent) {
                hasIntent = true
            } else {
                return nil
            }
        }
        // A yes beside a command is only a yes to that command.
        guard let piece = found?.piece ?? yes else { return nil }
        if hasIntent, !piece.isRequest { return nil }
        var because = [lexicon.listing(piece.entry)]
        if found == nil { because.append(.yesWhileOptedOut) }
        if tally.hasCourtesy, pieces.count > 1 { because.append(.courtesyAround) }
        return .definite(found?.command ?? .start, because)
    }

    private static func command(of piece: MessagePiece) -> CommandKind? {
        if piece.roles.contains(.start) { return .start }
        if piece.roles.contains(.help) { return .help }
        if piece.roles.contains(.delete) { return .delete }
        return piece.roles.contains(.receipt) ? .receipt : nil
    }

    /// The order in which commands win, which is that of their declaration.
    private static func precedes(_ command: CommandKind, _ other: CommandKind) -> Bool {
        for kind in CommandKind.allCases where kind == command || kind == other {
            return kind == command && kind != other
        }
        return false
    }
}
