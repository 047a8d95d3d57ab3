/// The same draws for the same seed, on every machine (SplitMix64).
struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// A generator of its own for one of many things that share a seed.
    init(seed: UInt64, number: Int) {
        var base = SeededGenerator(seed: seed ^ (UInt64(truncatingIfNeeded: number) &* 0x9e6d))
        state = base.next() ^ UInt64(truncatingIfNeeded: number)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }

    /// A number from 0 up to but not including `bound`, which is at least 1.
    mutating func below(_ bound: Int) -> Int {
        Int(next() % UInt64(bound))
    }

    /// True in `percent` of a hundred draws.
    mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// Draws by weight: each element as often as its weight says.
    mutating func pick<Element>(weighted elements: [(weight: Int, element: Element)]) -> Element {
        var ticket = below(elements.reduce(0) { $0 + $1.weight })
        for (weight, element) in elements {
            ticket -= weight
            if ticket < 0 { return element }
        }
        preconditionFailure("a ticket is below the sum of the weights")
    }
}
