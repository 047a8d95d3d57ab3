/// The scalars sorted into symbols: two scalars are one symbol when no set tells them apart.
///
/// A pattern meets at most a few dozen symbols where Unicode has a million scalars, so the
/// automaton asks once per scalar which symbol it is and then only reads a table.
struct ScalarAlphabet: Sendable {
    /// The first scalar of each stretch of one symbol, ascending from 0.
    private let starts: [UInt32]
    private let symbols: [Int]
    private let ascii: [Int]
    private let symbolCount: Int
    /// Row by row, one row for each set.
    private let membership: [Bool]

    init(_ sets: [ScalarSet]) {
        let bounds = sets.flatMap { set in
            set.ranges.flatMap { range in [range.lowerBound, range.upperBound + 1] }
        }
        var starts: [UInt32] = []
        var symbols: [Int] = []
        var rows: [[Bool]] = []
        var known: [[Bool]: Int] = [:]
        var cursors: [Int] = Array(repeating: 0, count: sets.count)
        for bound in Set(bounds + [0]).sorted() {
            var row: [Bool] = []
            row.reserveCapacity(sets.count)
            for (index, set) in sets.enumerated() {
                var cursor = cursors[index]
                while cursor < set.ranges.count, set.ranges[cursor].upperBound < bound {
                    cursor += 1
                }
                cursors[index] = cursor
                row.append(cursor < set.ranges.count && set.ranges[cursor].lowerBound <= bound)
            }
            let symbol = known[row] ?? rows.count
            if symbol == rows.count {
                known[row] = symbol
                rows.append(row)
            }
            guard symbols.last != symbol else { continue }
            starts.append(bound)
            symbols.append(symbol)
        }
        self.starts = starts
        self.symbols = symbols
        symbolCount = rows.count
        membership = sets.indices.flatMap { set in rows.map { $0[set] } }
        ascii = (0..<0x80).map { Self.search(UInt32($0), starts, symbols) }
    }

    func symbol(of scalar: Unicode.Scalar) -> Int {
        scalar.value < 0x80
            ? ascii[Int(scalar.value)] : Self.search(scalar.value, starts, symbols)
    }

    func set(_ set: Int, holds symbol: Int) -> Bool {
        membership[set * symbolCount + symbol]
    }

    private static func search(_ value: UInt32, _ starts: [UInt32], _ symbols: [Int]) -> Int {
        var low = 0
        var high = starts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if starts[middle] <= value { low = middle } else { high = middle }
        }
        return symbols[low]
    }
}
