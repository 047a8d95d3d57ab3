/// An exact decimal number that remembers how many decimals were written.
///
/// Equality, order and hash go by value; the trailing zeros stay visible in `text` and decide
/// plural categories (`1` and `1.0` are different words in most languages).
package struct DecimalNumber: Hashable, Comparable, Sendable {
    /// The number times ten to the power of `scale`.
    package let mantissa: Int64
    /// Visible decimals, 0 to `largestScale`.
    package let scale: Int

    package static let largestScale = 9
    /// The most digits that reading accepts, so that every number read fits.
    package static let mostDigits = 18
    package static let zero = DecimalNumber(0)

    package init(_ integer: Int64) {
        mantissa = integer
        scale = 0
    }

    /// `nil` if `scale` is out of range.
    package init?(mantissa: Int64, scale: Int) {
        guard (0...Self.largestScale).contains(scale) else { return nil }
        self.mantissa = mantissa
        self.scale = scale
    }

    private init(unchecked mantissa: Int64, _ scale: Int) {
        self.mantissa = mantissa
        self.scale = scale
    }

    /// Reads plain ASCII (`-12.50`): no plus sign, grouping, exponent or surrounding spaces.
    package init?(_ text: String) {
        var bytes = text.utf8[...]
        let isNegative = bytes.first == 0x2D
        if isNegative { bytes.removeFirst() }
        guard bytes.count <= Self.mostDigits + 1 else { return nil }
        var magnitude: Int64 = 0
        var digits = 0
        var point: Int?
        for byte in bytes {
            if byte == 0x2E, point == nil, digits > 0 {
                point = digits
            } else if byte.isASCIIDigit, digits < Self.mostDigits {
                magnitude = magnitude * 10 + Int64(byte - 0x30)
                digits += 1
            } else {
                return nil
            }
        }
        let scale = point.map { digits - $0 } ?? 0
        guard digits > 0, point != digits, scale <= Self.largestScale else { return nil }
        self.init(unchecked: isNegative ? -magnitude : magnitude, scale)
    }

    /// Plain ASCII with all visible decimals (`-12.50`).
    package var text: String {
        guard scale > 0 else { return String(mantissa) }
        let (whole, fraction) = magnitudeParts
        let decimals = String(fraction)
        let padding = String(repeating: "0", count: scale - decimals.utf8.count)
        return "\(mantissa < 0 ? "-" : "")\(whole).\(padding)\(decimals)"
    }

    package var isNegative: Bool { mantissa < 0 }
    package var isInteger: Bool { mantissa % Self.power(scale) == 0 }
    /// The value if it is whole, whatever its visible decimals.
    package var integerValue: Int64? { isInteger ? mantissa / Self.power(scale) : nil }

    /// The magnitude, split at the decimal point.
    var magnitudeParts: (whole: UInt64, fraction: UInt64) {
        let (whole, fraction) = mantissa.magnitude.quotientAndRemainder(
            dividingBy: UInt64(Self.power(scale))
        )
        return (whole, fraction)
    }

    /// The nearest whole number; a half goes to the even neighbour, as ICU rounds.
    package var rounded: DecimalNumber {
        DecimalNumber(Int64(wholeMultiple(of: 1)))
    }

    /// The number times `factor`, rounded like `rounded`.
    func wholeMultiple(of factor: Int64) -> Int128 {
        let divisor = Int128(Self.power(scale))
        let product = Int128(mantissa) * Int128(factor)
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: divisor)
        let twice = remainder.magnitude * 2
        let isUp = twice > divisor.magnitude || twice == divisor.magnitude && quotient % 2 != 0
        return isUp ? quotient + (product < 0 ? -1 : 1) : quotient
    }

    static func power(_ exponent: Int) -> Int64 { powers[exponent] }

    private static let powers: InlineArray<10, Int64> = [
        1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    ]
}

extension DecimalNumber {
    // In billionths, every number has one integer that stands for its value.
    private var billionths: Int128 {
        Int128(mantissa) * Int128(Self.power(Self.largestScale - scale))
    }

    package static func == (left: DecimalNumber, right: DecimalNumber) -> Bool {
        left.billionths == right.billionths
    }

    package static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        left.billionths < right.billionths
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(billionths) }
}
