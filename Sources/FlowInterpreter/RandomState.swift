/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014): small,
/// the same on every machine, and good enough to choose between steps.
///
/// Not for secrets.
struct RandomState {
    private(set) var state: UInt64

    init(_ state: UInt64) {
        self.state = state
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, by the high half of a product, whose bias is below 2⁻⁵⁰ here.
    mutating func next(below bound: Int) -> Int {
        precondition(bound > 0, "a draw needs at least one ticket")
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }
}
