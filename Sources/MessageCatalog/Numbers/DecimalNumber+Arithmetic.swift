/// The exact result of an operation does not fit a `DecimalNumber`.
package struct DecimalOverflow: Error, Hashable, Sendable {
    package init() {}
}

extension DecimalNumber {
    /// The exact sum, with the decimals of the more precise operand.
    package func adding(_ other: DecimalNumber) throws(DecimalOverflow) -> DecimalNumber {
        try Self.combine(self, other, +)
    }

    /// The exact difference, with the decimals of the more precise operand.
    package func subtracting(_ other: DecimalNumber) throws(DecimalOverflow) -> DecimalNumber {
        try Self.combine(self, other, -)
    }

    /// The exact product; trailing zeros are given up when there are too many decimals.
    package func multiplied(by other: DecimalNumber) throws(DecimalOverflow) -> DecimalNumber {
        try Self.fitting(Int128(mantissa) * Int128(other.mantissa), scale: scale + other.scale)
    }

    private static func combine(
        _ left: DecimalNumber,
        _ right: DecimalNumber,
        _ operation: (Int128, Int128) -> Int128
    ) throws(DecimalOverflow) -> DecimalNumber {
        let scale = max(left.scale, right.scale)
        let leftMantissa = Int128(left.mantissa) * Int128(power(scale - left.scale))
        let rightMantissa = Int128(right.mantissa) * Int128(power(scale - right.scale))
        return try fitting(operation(leftMantissa, rightMantissa), scale: scale)
    }

    private static func fitting(
        _ mantissa: Int128,
        scale: Int
    ) throws(DecimalOverflow) -> DecimalNumber {
        var mantissa = mantissa
        var scale = scale
        while scale > 0, mantissa % 10 == 0, scale > largestScale || Int64(exactly: mantissa) == nil
        {
            mantissa /= 10
            scale -= 1
        }
        guard let fitted = Int64(exactly: mantissa),
            let number = DecimalNumber(mantissa: fitted, scale: scale)
        else { throw DecimalOverflow() }
        return number
    }
}
