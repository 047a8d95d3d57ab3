/// Whole numbers as these formats write them: ASCII digits without leading zeros.
enum CanonicalDecimal {
    /// Digits of the largest 64-bit number.
    static let mostDigits = 20

    /// The number; `nil` for anything but its one spelling, or when it is too large.
    static func number(_ digits: some Collection<UInt8>) -> UInt64? {
        guard (1...mostDigits).contains(digits.count),
            digits.count == 1 || digits.first != UInt8(ascii: "0")
        else { return nil }
        var number: UInt64 = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
            let (sum, overflows) = tens.addingReportingOverflow(UInt64(digit - UInt8(ascii: "0")))
            guard !isTooLarge, !overflows else { return nil }
            number = sum
        }
        return number
    }
}
