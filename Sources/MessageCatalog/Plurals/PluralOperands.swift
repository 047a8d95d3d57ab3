/// What plural rules look at in a number (UTS #35 part 3, section 5.1.1).
package struct PluralOperands: Hashable, Sendable {
    /// Integer digits of the magnitude.
    package let i: UInt64
    /// How many decimals are visible, with and without trailing zeros.
    package let v: Int
    package let w: Int
    /// The visible decimals as an integer, with and without trailing zeros.
    package let f: UInt64
    package let t: UInt64
    /// The compact exponent (`1.2c6` is 1.2 million); `e` is its older name.
    package let c: Int

    /// `n`, the magnitude, is whole exactly when there are no decimals other than zeros.
    package var n: (whole: UInt64, isWhole: Bool) { (i, t == 0) }

    package init(_ number: DecimalNumber, compactExponent: Int = 0) {
        let (whole, fraction) = number.magnitudeParts
        i = whole
        v = number.scale
        f = fraction
        c = compactExponent
        var significant = fraction
        var places = number.scale
        while places > 0, significant % 10 == 0 {
            significant /= 10
            places -= 1
        }
        w = places
        t = significant
    }
}
