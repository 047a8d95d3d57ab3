extension PatternParser {
    /// One thing a list or an escape names: a character, which may end a range, or many.
    enum Item {
        /// As written, before case is disregarded.
        case one(Unicode.Scalar)
        case many(ScalarSet)
    }

    /// The rest of a list whose `[` at `start` was read.
    mutating func list(from start: Int) throws(PatternError) -> ScalarSet {
        let isNegated = take("^")
        var ranges: [ClosedRange<UInt32>] = []
        var isEmpty = true
        while !take("]") {
            guard current != nil else { throw error(.list(.notClosed), at: start) }
            ranges += try listed().ranges
            isEmpty = false
        }
        guard !isEmpty else { throw error(.list(.empty), at: start) }
        let set = ScalarSet(ranges)
        return isNegated ? set.complement : set
    }

    /// One character, range or class of a list.
    private mutating func listed() throws(PatternError) -> ScalarSet {
        let start = index
        let first = try listItem()
        // A hyphen before `]` stands for itself.
        guard current == "-", !isLastHyphen else { return set(of: first) }
        index += 1
        let last = try listItem()
        let range = written(from: start)
        guard case .one(let low) = first, case .one(let high) = last else {
            throw error(.list(.rangeOfMany(range)), at: start)
        }
        guard low <= high else { throw error(.list(.rangeBackwards(range)), at: start) }
        return folded(ScalarSet([low.value...high.value]).intersection(.all))
    }

    private var isLastHyphen: Bool {
        var ahead = self
        return ahead.take("-") && (ahead.current == "]" || ahead.current == nil)
    }

    private mutating func listItem() throws(PatternError) -> Item {
        let start = index
        guard let scalar = advance() else { throw error(.list(.notClosed), at: start) }
        switch scalar {
        case "\\": return try escapeItem(from: start)
        case "[": throw error(.list(.nested), at: start)
        default: return .one(scalar)
        }
    }

    /// The scalars an item takes.
    func set(of item: Item) -> ScalarSet {
        switch item {
        case .one(let scalar): folded(ScalarSet(scalar))
        case .many(let set): set
        }
    }
}
