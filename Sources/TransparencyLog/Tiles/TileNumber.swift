/// The part of a path that says which tile of a level it is, and how wide: `x001/x234/067.p/5`.
///
/// tlog-tiles, "Merkle Tree": three digits a group, an `x` before all groups but the last, and
/// `.p/` with the width when the tile is partial. A number has one spelling: no group of zeros in
/// front, no zero before a width, and no width of 256.
struct TileNumber {
    /// Bytes in the longest path: `tile/entries/`, seven groups and a width of three digits.
    static let longestPathByteCount = 13 + 33 + 6

    let index: UInt64
    let width: Int

    init(index: UInt64, width: Int) {
        self.index = index
        self.width = width
    }

    var text: String {
        var groups: [String] = []
        var rest = index
        repeat {
            let digits = String(rest % 1000)
            let zeros = String(repeating: "0", count: 3 - digits.count)
            groups.append((groups.isEmpty ? "" : "x") + zeros + digits)
            rest /= 1000
        } while rest > 0
        let number = groups.reversed().joined(separator: "/")
        return width == TilePlace.fullWidth ? number : "\(number).p/\(width)"
    }

    /// Reads the parts of a path that follow the level.
    init?(_ parts: ArraySlice<Substring.UTF8View>) {
        var groups = parts
        var width = TilePlace.fullWidth
        if let named = groups.popLast() {
            if let last = groups.last, last.suffix(2).elementsEqual(".p".utf8) {
                guard let partial = Self.decimal(named, upTo: TilePlace.fullWidth - 1), partial > 0
                else { return nil }
                width = partial
                groups[groups.endIndex - 1] = last.dropLast(2)
            } else {
                groups.append(named)
            }
        }
        guard let index = Self.index(groups) else { return nil }
        self.init(index: index, width: width)
    }

    /// What stands between the slashes; `nil` for a path that is too long to be one.
    static func parts(of path: String) -> [Substring.UTF8View]? {
        guard path.utf8.count <= longestPathByteCount else { return nil }
        return Substring(path).utf8.split(
            separator: UInt8(ascii: "/"),
            omittingEmptySubsequences: false
        )
    }

    /// A decimal number without leading zeros, of at most `limit`.
    static func decimal(_ digits: Substring.UTF8View, upTo limit: Int) -> Int? {
        guard let first = digits.first, digits.count <= 3, let number = value(of: digits),
            first != UInt8(ascii: "0") || digits.count == 1, number <= limit
        else { return nil }
        return number
    }

    private static func index(_ groups: ArraySlice<Substring.UTF8View>) -> UInt64? {
        guard let last = groups.last else { return nil }
        var index: UInt64 = 0
        for group in groups.dropLast() {
            guard group.first == UInt8(ascii: "x"),
                let sum = appending(group.dropFirst(), to: index), sum > 0
            else { return nil }
            index = sum
        }
        return appending(last, to: index)
    }

    private static func appending(_ group: Substring.UTF8View, to index: UInt64) -> UInt64? {
        guard group.count == 3, let number = value(of: group) else { return nil }
        let (thousands, isTooLarge) = index.multipliedReportingOverflow(by: 1000)
        let (sum, overflows) = thousands.addingReportingOverflow(UInt64(number))
        return isTooLarge || overflows ? nil : sum
    }

    /// The value of at most three digits; `nil` when a byte is none.
    private static func value(of digits: Substring.UTF8View) -> Int? {
        var value = 0
        for byte in digits {
            guard case let digit = byte &- UInt8(ascii: "0"), digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }
}
