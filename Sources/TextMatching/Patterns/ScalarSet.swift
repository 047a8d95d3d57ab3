/// A set of Unicode scalars as sorted ranges that neither touch nor overlap.
///
/// Classes are ranges and never predicates, so that two of them can be intersected.
struct ScalarSet: Hashable, Sendable {
    let ranges: [ClosedRange<UInt32>]

    static let empty = ScalarSet([])
    /// Every scalar; surrogates are code points but no scalars.
    static let all = ScalarSet([0...0xD7FF, 0xE000...0x10FFFF])

    init(_ unordered: [ClosedRange<UInt32>]) {
        var merged: [ClosedRange<UInt32>] = []
        for range in unordered.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
                let upper = max(last.upperBound, range.upperBound)
                merged[merged.count - 1] = last.lowerBound...upper
            } else {
                merged.append(range)
            }
        }
        ranges = merged
    }

    init(_ scalar: Unicode.Scalar) {
        ranges = [scalar.value...scalar.value]
    }

    var isEmpty: Bool { ranges.isEmpty }

    /// How many scalars it holds.
    var count: Int {
        ranges.reduce(0) { $0 + Int($1.upperBound - $1.lowerBound) + 1 }
    }

    func contains(_ value: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(value)
    }

    func union(_ other: ScalarSet) -> ScalarSet {
        ScalarSet(ranges + other.ranges)
    }

    func intersection(_ other: ScalarSet) -> ScalarSet {
        var common: [ClosedRange<UInt32>] = []
        var left = 0
        var right = 0
        while left < ranges.count, right < other.ranges.count {
            let a = ranges[left]
            let b = other.ranges[right]
            let lower = max(a.lowerBound, b.lowerBound)
            let upper = min(a.upperBound, b.upperBound)
            if lower <= upper { common.append(lower...upper) }
            if a.upperBound < b.upperBound { left += 1 } else { right += 1 }
        }
        return ScalarSet(common)
    }

    /// Every scalar outside it.
    var complement: ScalarSet {
        var gaps: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges {
            if next < range.lowerBound { gaps.append(next...(range.lowerBound - 1)) }
            next = range.upperBound + 1
        }
        if next <= 0x10FFFF { gaps.append(next...0x10FFFF) }
        return ScalarSet(gaps).intersection(.all)
    }

    /// The member that reads best in an example: a letter, a digit, another visible ASCII
    /// character, a space, a small Latin-1 letter, and only then the lowest there is.
    var mostReadable: Unicode.Scalar? {
        let preferred: [ClosedRange<UInt32>] = [
            0x61...0x7A, 0x30...0x39, 0x41...0x5A, 0x21...0x7E, 0x20...0x20, 0xE0...0xFF,
        ]
        for range in preferred {
            let common = intersection(ScalarSet([range]))
            if let first = common.ranges.first { return Unicode.Scalar(first.lowerBound) }
        }
        return ranges.first.flatMap { Unicode.Scalar($0.lowerBound) }
    }
}
