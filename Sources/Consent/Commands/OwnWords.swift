/// The part of a message that the contact wrote, without the earlier message quoted in it.
///
/// In a message of several lines, lines that open with `>` are quoted, as mail and many chat
/// programs quote; so is the line before them that ends in a colon ("Maria wrote:"), and all that
/// follows a line like `-----Original Message-----`. One line alone is always the contact's own.
struct OwnWords {
    let text: String
    /// Nothing but quoted lines: read after all, but never more than probable.
    let isOnlyQuoted: Bool

    private typealias Bytes = ArraySlice<UInt8>

    /// Whether a message can quote another: it has several lines.
    static func mayQuote(_ message: String) -> Bool {
        // Bytes, because a carriage return and a line feed are one character.
        message.utf8.contains(newLine)
    }

    /// Linear in the message.
    init(of message: String) {
        let bytes = Array(message.utf8)
        var own: [Range<Int>] = []
        var lastOwnLine: Range<Int>?
        var isQuoting = false
        var start = 0
        while start < bytes.count {
            let newLine = bytes[start...].firstIndex(of: Self.newLine)
            let line = start..<(newLine.map { $0 + 1 } ?? bytes.count)
            start = line.upperBound
            switch Self.kind(of: bytes[line]) {
            case .own:
                Self.add(line, to: &own)
                lastOwnLine = line
            case .quoted:
                if let introduction = lastOwnLine, Self.introducesQuote(bytes[introduction]) {
                    Self.remove(introduction, from: &own)
                }
                lastOwnLine = nil
                isQuoting = true
            case .divider:
                isQuoting = true
                start = bytes.count
            }
        }
        let hasOwn = !isQuoting || own.contains { Self.hasWords(bytes[$0]) }
        isOnlyQuoted = !hasOwn
        text =
            isQuoting && hasOwn
            ? own.map { String(decoding: bytes[$0], as: UTF8.self) }.joined() : message
    }

    private enum Line {
        case own
        case quoted
        case divider
    }

    private static let newLine = UInt8(ascii: "\n")
    private static let shortestDivider = 5

    private static func add(_ line: Range<Int>, to own: inout [Range<Int>]) {
        if let last = own.last, last.upperBound == line.lowerBound {
            own[own.count - 1] = last.lowerBound..<line.upperBound
        } else {
            own.append(line)
        }
    }

    /// Takes the last line away again.
    private static func remove(_ line: Range<Int>, from own: inout [Range<Int>]) {
        guard let last = own.popLast(), last.lowerBound < line.lowerBound else { return }
        own.append(last.lowerBound..<line.lowerBound)
    }

    private static func kind(of line: Bytes) -> Line {
        let words = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        switch words.first {
        case UInt8(ascii: ">"): return .quoted
        case UInt8(ascii: "-"), UInt8(ascii: "_"): return isDivider(words) ? .divider : .own
        default: return .own
        }
    }

    /// Dashes, words, and a dash at the end.
    private static func isDivider(_ line: Bytes) -> Bool {
        let isDash = { (byte: UInt8) in byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") }
        let isBlank = { (byte: UInt8) in byte <= UInt8(ascii: " ") }
        guard line.prefix(while: isDash).count >= shortestDivider,
            let last = line.last(where: { !isBlank($0) }), isDash(last)
        else { return false }
        return hasWords(line)
    }

    private static func introducesQuote(_ line: Bytes) -> Bool {
        line.last { $0 > UInt8(ascii: " ") } == UInt8(ascii: ":")
    }

    private static func hasWords(_ text: Bytes) -> Bool {
        String(decoding: text, as: UTF8.self).unicodeScalars.contains { $0.properties.isAlphabetic }
    }
}
