/// What may name an argument.
package enum TemplateName {
    /// Letters, digits and `_`, and `-` and `.` except at the ends.
    package static func isValid(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, let last = name.unicodeScalars.last else {
            return false
        }
        return isOuter(first) && isOuter(last) && name.unicodeScalars.allSatisfy(isInner)
    }

    private static func isOuter(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.properties.isAlphabetic || decimalDigit(scalar) != nil
            || scalar.properties.generalCategory == .nonspacingMark
    }

    private static func isInner(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "." || isOuter(scalar)
    }
}
