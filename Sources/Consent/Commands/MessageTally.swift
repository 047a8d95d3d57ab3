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
    private(set) var isNegated = false
    private(set) var courtesyLanguages = UInt64.max
    private(set) var unknown = 0
    /// Index of the last piece that is none of the above.
    private(set) var unknownPiece = 0

    init(_ pieces: [MessagePiece], _ text: FoldedText) {
        for index in pieces.indices { count(pieces, index) }
        isNegated = hasNegation(pieces, text)
    }

    private mutating func count(_ pieces: [MessagePiece], _ index: Int) {
        let roles = pieces[index].roles
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
            courtesyLanguages &= pieces[index].entry.courtesyLanguages
        } else if roles.contains(.article), stop != nil {
            hasCourtesy = true
        } else if roles.contains(.intent) {
            hasIntent = true
        } else if roles.contains(.leadIn) {
            hasLeadIn = true
        } else {
            noteUnknown(index)
        }
    }

    var hasOnlyCourtesy: Bool {
        hasCourtesy && stop == nil && unknown == 0 && !hasIntent && !hasLeadIn
    }

    private mutating func noteUnknown(_ index: Int) {
        unknown += 1
        unknownPiece = index
    }

    /// A negation that reaches the STOP word: before it in the same clause, or anywhere after.
    private func hasNegation(_ pieces: [MessagePiece], _ text: FoldedText) -> Bool {
        guard let stop else { return false }
        var reaches = false
        for index in pieces.indices {
            let piece = pieces[index]
            if index <= stop, MessageReading.opensClause(pieces, index, text) { reaches = false }
            guard Self.isNegation(piece) else { continue }
            let next = index + 1
            let standsAlone =
                piece.roles.contains(.interjection) && next < pieces.count
                && MessageReading.opensClause(pieces, next, text)
            if !standsAlone { reaches = true }
        }
        return reaches
    }

    private static func isNegation(_ piece: MessagePiece) -> Bool {
        piece.roles.contains(.negation) && !piece.isStop
            && piece.roles.isDisjoint(with: [.courtesy, .harmless])
    }
}
