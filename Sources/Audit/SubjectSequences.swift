/// The last sequence number of each contact, to notice one left out or doubled.
struct SubjectSequences {
    /// The 32 digits of a pseudonym, packed: hashing them costs a third of hashing an array.
    private struct Subject: Hashable {
        let high: UInt64
        let low: UInt64

        init(_ digits: ArraySlice<UInt8>) {
            high = Self.packed(digits.prefix(16))
            low = Self.packed(digits.suffix(16))
        }

        private static func packed(_ digits: ArraySlice<UInt8>) -> UInt64 {
            digits.reduce(0) { $0 << 4 | UInt64(Hex.value($1) ?? 0) }
        }
    }

    private var last: [Subject: UInt64] = [:]

    /// Notes the number; returns the one that was due when it is not this one.
    ///
    /// After a break, counting goes on from the number found.
    mutating func gap(before number: UInt64, of digits: ArraySlice<UInt8>) -> UInt64? {
        let previous = Self.note(number, in: &last[Subject(digits), default: 0])
        let due = previous &+ 1
        return number == due ? nil : due
    }

    // One lookup for reading and writing: half the verifier's time outside SHA-256 is here.
    private static func note(_ number: UInt64, in slot: inout UInt64) -> UInt64 {
        let previous = slot
        slot = number
        return previous
    }
}
