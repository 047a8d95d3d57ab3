/// Comparison whose duration does not tell where two byte strings differ.
package enum ConstantTime {
    /// True when both hold the same bytes; only the lengths can be learned from the time taken.
    ///
    /// swift-crypto has such a comparison but does not export it.
    @inline(never)
    package static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for index in left.indices {
            difference |= left[index] ^ right[index]
        }
        return difference == 0
    }
}
