extension NumberReader {
    /// The digits of a number under way, with what stood between them.
    struct Digits {
        private var whole: [UInt32] = []
        private var fraction: [UInt32] = []
        private var groupSizes: [Int] = [0]
        private var hasPoint = false
        private var zeroDigit: UInt32?
        private var separator: SeparatorKind?

        /// Separators that people use interchangeably count as one.
        private enum SeparatorKind: Hashable {
            case space, apostrophe
            case other(Unicode.Scalar)

            init(_ scalar: Unicode.Scalar) {
                switch scalar {
                case " ", "\u{A0}", "\u{2009}", "\u{202F}": self = .space
                case "'", "\u{2019}", "\u{2BC}": self = .apostrophe
                default: self = .other(scalar)
                }
            }
        }

        /// False as soon as something does not belong in a number.
        mutating func read(
            _ scalars: ArraySlice<Unicode.Scalar>,
            _ conventions: LocaleConventions
        ) -> Bool {
            let both = [conventions.separators, conventions.latinSeparators]
            let points = both.compactMap(\.decimal.unicodeScalars.first)
            let groups = both.compactMap(\.group.unicodeScalars.first).map(SeparatorKind.init)
            for scalar in scalars {
                if let digit = decimalDigit(scalar) {
                    guard addDigit(digit, zero: scalar.value - digit) else { return false }
                } else if points.contains(scalar), !hasPoint {
                    hasPoint = true
                } else if !hasPoint, groups.contains(SeparatorKind(scalar)) {
                    guard startGroup(SeparatorKind(scalar)) else { return false }
                } else {
                    return false
                }
            }
            return hasPoint ? !fraction.isEmpty : !whole.isEmpty
        }

        private mutating func addDigit(_ digit: UInt32, zero: UInt32) -> Bool {
            guard zeroDigit == nil || zeroDigit == zero else { return false }
            zeroDigit = zero
            if hasPoint {
                fraction.append(digit)
            } else {
                whole.append(digit)
                groupSizes[groupSizes.count - 1] += 1
            }
            return true
        }

        private mutating func startGroup(_ kind: SeparatorKind) -> Bool {
            guard separator == nil || separator == kind else { return false }
            separator = kind
            groupSizes.append(0)
            return true
        }

        /// Whether the groups are what the locale (or, in India, also the West) would write.
        func areGroupsComplete(_ grouping: (primary: Int, secondary: Int)) -> Bool {
            guard groupSizes.count > 1 else { return true }
            // `0,500` is someone's decimal comma, not five hundred.
            guard groupSizes.last == 3, let first = groupSizes.first, first > 0, whole[0] != 0
            else { return false }
            let inner = groupSizes.dropFirst().dropLast()
            let isWestern = first <= 3 && inner.allSatisfy { $0 == 3 }
            let isIndian =
                grouping.secondary == 2 && first <= 2 && inner.allSatisfy { $0 == 2 }
            return isWestern || isIndian
        }

        /// The number in ASCII; `nil` if it has too many digits to be exact.
        var plainText: String? {
            guard fraction.count <= DecimalNumber.largestScale,
                whole.count + fraction.count <= DecimalNumber.mostDigits
            else { return nil }
            let integer = whole.isEmpty ? "0" : whole.map(String.init).joined()
            return hasPoint ? integer + "." + fraction.map(String.init).joined() : integer
        }
    }
}
