/// What goes wrong between a provider and us, drawn from a seed so that a run can be had again.
package struct SimulatorFaults: Hashable, Sendable {
    /// The share of webhooks that come twice: 0 to 1.
    package var duplicates: Double
    /// Webhooks wait for up to so many milliseconds, and so overtake each other.
    package var delayMilliseconds: Int
    /// The share of messages that are refused with `errorCode`.
    package var errors: Double
    /// A code of the provider's error table.
    package var errorCode: Int
    /// Messages a second that are taken; more are throttled.
    package var messagesPerSecond: Int
    package var seed: UInt64

    package static let none = SimulatorFaults()

    package init(
        duplicates: Double = 0,
        delayMilliseconds: Int = 0,
        errors: Double = 0,
        errorCode: Int = 0,
        messagesPerSecond: Int = .max,
        seed: UInt64 = 1
    ) {
        self.duplicates = duplicates
        self.delayMilliseconds = delayMilliseconds
        self.errors = errors
        self.errorCode = errorCode
        self.messagesPerSecond = messagesPerSecond
        self.seed = seed
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): small, and the same everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
