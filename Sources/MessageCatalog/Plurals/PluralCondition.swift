/// A parsed plural rule: an `or` of `and`s of relations (UTS #35 part 3, section 5.1.2).
struct PluralCondition: Hashable, Sendable {
    enum Operand: Hashable, Sendable {
        case n, i, v, w, f, t, c
    }

    /// `operand [% modulus] = | != ranges`; without a modulus it is zero.
    struct Relation: Hashable, Sendable {
        let operand: Operand
        let modulus: UInt64
        let isNegated: Bool
        let ranges: [ClosedRange<UInt64>]

        func holds(for operands: PluralOperands) -> Bool {
            contains(operands) != isNegated
        }

        // Ranges list whole numbers only, so a number with decimals is in none of them.
        private func contains(_ operands: PluralOperands) -> Bool {
            var value: UInt64
            switch operand {
            case .n:
                guard operands.n.isWhole else { return false }
                value = operands.i
            case .i: value = operands.i
            case .v: value = UInt64(operands.v)
            case .w: value = UInt64(operands.w)
            case .f: value = operands.f
            case .t: value = operands.t
            case .c: value = UInt64(operands.c)
            }
            if modulus != 0 { value %= modulus }
            for range in ranges where range.contains(value) { return true }
            return false
        }
    }

    let alternatives: [[Relation]]

    func holds(for operands: PluralOperands) -> Bool {
        for relations in alternatives
        where relations.allSatisfy({ $0.holds(for: operands) }) {
            return true
        }
        return false
    }
}

extension PluralCondition {
    /// Reads the rule syntax of CLDR; `nil` if the text is not in it.
    init?(_ text: Substring) {
        var alternatives: [[Relation]] = []
        var relations: [Relation] = []
        var tokens = text.split(separator: " ")[...]
        while let relation = Self.relation(&tokens) {
            relations.append(relation)
            switch tokens.popFirst() {
            case nil:
                self.alternatives = alternatives + [relations]
                return
            case "and":
                continue
            case "or":
                alternatives.append(relations)
                relations = []
            case .some:
                return nil
            }
        }
        return nil
    }

    private static func relation(_ tokens: inout ArraySlice<Substring>) -> Relation? {
        guard let operand = tokens.popFirst().flatMap(operand) else { return nil }
        var modulus: UInt64 = 0
        if tokens.first == "%" {
            tokens.removeFirst()
            guard let value = tokens.popFirst().flatMap({ UInt64($0) }), value > 0 else {
                return nil
            }
            modulus = value
        }
        guard let sign = tokens.popFirst(), sign == "=" || sign == "!=",
            let list = tokens.popFirst()
        else { return nil }
        var ranges: [ClosedRange<UInt64>] = []
        for item in list.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = item.split(separator: ".")
            guard let low = ends.first.flatMap({ UInt64($0) }), ends.count <= 2,
                let high = ends.last.flatMap({ UInt64($0) }), low <= high
            else { return nil }
            ranges.append(low...high)
        }
        return Relation(
            operand: operand,
            modulus: modulus,
            isNegated: sign == "!=",
            ranges: ranges
        )
    }

    private static func operand(_ token: Substring) -> Operand? {
        switch token {
        case "n": .n
        case "i": .i
        case "v": .v
        case "w": .w
        case "f": .f
        case "t": .t
        case "c", "e": .c
        default: nil
        }
    }
}
