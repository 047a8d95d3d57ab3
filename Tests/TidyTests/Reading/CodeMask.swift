/// Blanks what is not code in Swift source, so that rules see neither comments nor strings.
///
/// Interpolations are code and stay. Every byte keeps its offset and every line its number.
struct CodeMask {
    private let bytes: [UInt8]
    private var masked: [UInt8]
    private var offset = 0

    static func code(of text: String) -> [UInt8] {
        var mask = CodeMask(bytes: Array(text.utf8))
        mask.code(insideInterpolation: false)
        return mask.masked
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        masked = bytes.map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
    }

    private mutating func code(insideInterpolation: Bool) {
        var depth = 0
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "/") where reads("//"): lineComment()
            case UInt8(ascii: "/") where reads("/*"): blockComment()
            case UInt8(ascii: "\""): string(hashes: 0)
            case UInt8(ascii: "#") where hashesBeforeQuote() > 0:
                string(hashes: hashesBeforeQuote())
            case UInt8(ascii: "`"): quotedIdentifier()
            case UInt8(ascii: "("):
                depth += 1
                keep()
            case UInt8(ascii: ")"):
                depth -= 1
                keep()
                if insideInterpolation, depth < 0 { return }
            default: keep()
            }
        }
    }

    private mutating func keep() {
        masked[offset] = bytes[offset]
        offset += 1
    }

    private func reads(_ text: StaticString, at start: Int? = nil) -> Bool {
        bytes[(start ?? offset)...].starts(with: "\(text)".utf8)
    }

    private mutating func lineComment() {
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
    }

    private mutating func blockComment() {
        var depth = 0
        repeat {
            if reads("/*") {
                depth += 1
                offset += 2
            } else if reads("*/") {
                depth -= 1
                offset += 2
            } else {
                offset += 1
            }
        } while depth > 0 && offset < bytes.count
    }

    private mutating func quotedIdentifier() {
        offset += 1
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "`"),
            bytes[offset] != UInt8(ascii: "\n")
        { offset += 1 }
        offset = min(offset + 1, bytes.count)
    }

    /// How many `#` open a raw string here; 0 where none does.
    private func hashesBeforeQuote() -> Int {
        let hashes = bytes[offset...].prefix { $0 == UInt8(ascii: "#") }
        guard hashes.endIndex < bytes.count, bytes[hashes.endIndex] == UInt8(ascii: "\"")
        else { return 0 }
        return hashes.count
    }

    private mutating func string(hashes: Int) {
        let isMultiline = reads("\"\"\"", at: offset + hashes)
        offset += hashes + (isMultiline ? 3 : 1)
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "\""), !isMultiline || reads("\"\"\""),
                hasHashes(hashes, at: offset + (isMultiline ? 3 : 1))
            {
                offset += hashes + (isMultiline ? 3 : 1)
                return
            }
            if bytes[offset] == UInt8(ascii: "\\"), hasHashes(hashes, at: offset + 1) {
                offset = min(offset + 1 + hashes, bytes.count)
                if offset < bytes.count, bytes[offset] == UInt8(ascii: "(") {
                    offset += 1
                    code(insideInterpolation: true)
                } else {
                    offset += 1
                }
                continue
            }
            // A string that is none, as in a regular expression, ends with its line.
            if !isMultiline, bytes[offset] == UInt8(ascii: "\n") { return }
            offset += 1
        }
    }

    private func hasHashes(_ count: Int, at start: Int) -> Bool {
        bytes.dropFirst(start).prefix(count).filter { $0 == UInt8(ascii: "#") }.count == count
    }
}
