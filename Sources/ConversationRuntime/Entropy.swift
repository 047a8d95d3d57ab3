import Synchronization

/// Where pseudonyms, session ids and seeds come from: the system, or a seed that repeats a run.
package final class Entropy: RandomNumberGenerator, Sendable {
    /// `nil` draws from the system.
    private let state: Mutex<UInt64?>

    /// Fresh randomness.
    package static let system = Entropy(seed: nil)

    /// The same draws in the same order for the same seed.
    package init(seed: UInt64?) {
        state = Mutex(seed)
    }

    package func next() -> UInt64 {
        state.withLock { state in
            guard let last = state else {
                var system = SystemRandomNumberGenerator()
                return system.next()
            }
            // A Weyl sequence; sessions mix it further.
            let drawn = last &+ 0x9e37_79b9_7f4a_7c15
            state = drawn
            return drawn
        }
    }

    func bytes(_ count: Int) -> [UInt8] {
        var drawn: [UInt8] = []
        drawn.reserveCapacity(count + 8)
        while drawn.count < count {
            var word = next()
            for _ in 0..<8 {
                drawn.append(UInt8(truncatingIfNeeded: word))
                word >>= 8
            }
        }
        return Array(drawn.prefix(count))
    }
}
