/// The same draws for the same seed, on every machine (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }
}

/// A YAML text in a layout nobody would choose, with every form that the formatter knows.
///
/// Most are YAML; some are not, because a folded line looks like something else.
struct GeneratedYAML {
    private(set) var text = ""
    /// Each is there once, in this order, and nothing else in the text ends like it.
    private(set) var comments: [String] = []
    private var generator: SeededGenerator
    private var number = 0
    /// Whether a comment that stands further in than its line would be text.
    private var isAfterBlock = false

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        if generator.happens(15) {
            text += generator.pick(["---", "%YAML 1.1\n---"])
            endLine()
        }
        switch generator.below(10) {
        case 0:
            list(depth: 4, at: generator.pick([0, 0, 2]))
        case 1:
            braces(depth: 3, within: 0)
            endLine()
        default:
            mapping(depth: 4, at: generator.pick([0, 0, 0, 2]))
        }
        fill(around: 0)
        if generator.happens(5) { text += "...\n" }
        if generator.happens(10) { while text.last == "\n" { text.removeLast() } }
        if generator.happens(10) { text = text.replacing("\n", with: "\r\n") }
    }

    private mutating func spaces(_ count: Int) {
        text += String(repeating: " ", count: count)
    }

    private mutating func unique() -> Int {
        number += 1
        return number
    }

    private mutating func comment() {
        let start = generator.pick(["# note ", "#x", "#!run ", "#   far ", "## head ", "#\ttab "])
        let comment = "\(start)\(unique())"
        comments.append(comment)
        text += comment + generator.pick(["", "", "  ", "\t"])
    }

    /// Perhaps a comment and blanks, and the line's end.
    private mutating func endLine() {
        if generator.happens(15) {
            text += generator.pick([" ", "   ", " \t"])
            comment()
        }
        text += generator.pick(["", "", "", " ", "  "]) + "\n"
    }

    /// Empty lines and comments, before a line that begins at a column.
    private mutating func fill(around column: Int) {
        while generator.happens(25) {
            if generator.happens(50) {
                spaces(generator.below(8))
                text += "\n"
            } else {
                let further = isAfterBlock ? 0 : generator.below(9)
                spaces(generator.pick([column, 0, isAfterBlock ? column : column + 2, further]))
                comment()
                text += "\n"
            }
        }
        isAfterBlock = false
    }
}

// Mappings, lists and what stands in them.
extension GeneratedYAML {
    private mutating func mapping(depth: Int, at column: Int, isInLine: Bool = false) {
        for index in 0..<generator.below(4) + 1 {
            if index > 0 || !isInLine {
                fill(around: column)
                spaces(column)
            }
            key()
            text += generator.pick(["", "", " "]) + ":"
            value(depth: depth, within: column, isOfKey: true)
        }
    }

    private mutating func list(depth: Int, at column: Int) {
        for _ in 0..<generator.below(3) + 1 {
            fill(around: column)
            spaces(column)
            text += "-"
            if depth > 0, generator.happens(30) {
                let gap = generator.pick([1, 1, 2, 3])
                spaces(gap)
                mapping(depth: depth - 1, at: column + 1 + gap, isInLine: true)
            } else {
                value(depth: depth - 1, within: column, isOfKey: false)
            }
        }
    }

    /// What follows a `:` or a `-`, to the line's end; `column` is that of its mapping or list.
    private mutating func value(depth: Int, within column: Int, isOfKey: Bool) {
        let draw = generator.below(100)
        if draw < 10 {
            endLine()
        } else if draw < 20 {
            text += generator.pick([" ", "  "])
            block(within: column)
        } else if draw < 55, depth > 0 {
            endLine()
            let inner = column + generator.below(4) + 1
            if generator.happens(25) {
                list(depth: depth - 1, at: isOfKey && generator.happens(50) ? column : inner)
            } else {
                mapping(depth: depth - 1, at: inner)
            }
        } else {
            if generator.happens(88) {
                text += generator.pick([" ", " ", "  ", " \t"])
            } else {
                endLine()
                fill(around: column)
                spaces(column + 1 + generator.below(4))
            }
            if generator.happens(50) {
                braces(depth: 2, within: column + 1)
            } else {
                scalar(within: column)
            }
            endLine()
        }
    }

    private mutating func block(within column: Int) {
        let step = generator.pick([1, 2, 4])
        var lines: [String] = []
        for _ in 0...generator.below(5) {
            lines.append(
                generator.pick(["text here", "  more", "", "# no", "trail  ", "a: b", "- x"])
            )
        }
        let isDeepFirst = lines.first { !$0.isEmpty }?.hasPrefix(" ") ?? false
        let names = isDeepFirst || generator.happens(30) ? String(step) : ""
        let chomping = generator.pick(["", "-", "+"])
        text += generator.pick(["|", ">"])
        text += generator.happens(50) ? names + chomping : chomping + names
        endLine()
        for line in lines {
            if !line.isEmpty || generator.happens(30) { spaces(max(column, 0) + step) }
            text += line + "\n"
        }
        text += generator.pick(["", "", "", "\n", "\n\n"])
        isAfterBlock = true
    }

    private mutating func braces(depth: Int, within column: Int) {
        let isMapping = generator.happens(50)
        let count = generator.pick([0, 1, 2, 3, 3, 8])
        text += isMapping ? "{" : "["
        gap(column)
        for index in 0..<count {
            if isMapping || generator.happens(5) {
                key(inBraces: true)
                text += generator.pick([": ", " : ", ":\t"])
            }
            if depth > 0, generator.happens(30) {
                braces(depth: depth - 1, within: column)
            } else {
                scalar(within: column, inBraces: true)
            }
            gap(column)
            if index < count - 1 || generator.happens(20) {
                text += ","
                gap(column)
            }
        }
        text += isMapping ? "}" : "]"
    }

    /// Nothing, spaces or line ends between braces.
    private mutating func gap(_ column: Int) {
        switch generator.below(100) {
        case 0..<80: text += generator.pick(["", "", " ", "  ", "\t"])
        case 80..<93:
            text += generator.pick(["\n", "\n", " \n\n", "\n\n  \n"])
            spaces(column + generator.below(6) + 1)
        default:
            text += " "
            comment()
            text += "\n"
            spaces(column + generator.below(6) + 1)
        }
    }
}

// Texts.
extension GeneratedYAML {
    private static let words = [
        "a", "bb", "x y", "it", "-x", "a:b", "a#b", "http://x", "1", "yes", "x-", "grün", "e'f",
        "long words here and there", "q!", "f(x) == 1",
    ]

    private mutating func key(inBraces: Bool = false) {
        let word = "\(generator.pick(Self.words))\(unique())"
        switch generator.below(10) {
        case 0: text += "\"\(word)\""
        case 1: text += "'\(word.replacing("'", with: "''"))'"
        default: text += word
        }
    }

    private mutating func scalar(within column: Int, inBraces: Bool = false) {
        let more = String(repeating: " ", count: max(0, column) + 1 + generator.below(4))
        switch generator.below(100) {
        case 0..<10:
            let words = [
                "a b", "x \\\" y", "{a}", "# no", " lead", "end ", "\\ta", "a\\\\", "\\u0085",
            ]
            text += "\"\(generator.pick(words))\""
        case 10..<20:
            text += "'\(generator.pick(["a b", "it''s", "# no", ": x", "a\\"]))'"
        case 20..<26:
            let end = generator.pick(["", " ", "\t"])
            let escaped = generator.pick(["", " ", "\\ ", "\\\\ "])
            text += "\"a\(end)\n\(more)b\(escaped)\n\n\(more)c\\\n\(more) d\""
        case 26..<32:
            text += "'a\n\(more)b \n\n\(more)c'"
        case 32..<38:
            text += "p q \n\(more)r s\n\n\(more)t"
        default:
            let word = generator.pick(Self.words)
            text += inBraces && word.contains(",") ? "a" : word
        }
    }
}
