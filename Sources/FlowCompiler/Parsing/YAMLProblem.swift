/// What a YAML parser could not read, and how to say so to an author.
struct YAMLProblem {
    enum Place {
        case start
        /// Line and code point, from 1.
        case mark(line: Int, column: Int)
        /// At the first character that YAML does not allow anywhere.
        case forbidden
    }

    /// The parser's own words.
    let text: String
    let place: Place
    /// What the parser was in the middle of, and where that began.
    let context: (text: String, line: Int, column: Int)?

    init(
        _ text: String,
        place: Place,
        context: (text: String, line: Int, column: Int)? = nil
    ) {
        self.text = text
        self.place = place
        self.context = context
    }

    func index(in places: YAMLPlaces) -> Int {
        switch place {
        case .start: 0
        case .mark(let line, let column): places.index(line: line, column: column)
        case .forbidden: places.scalars.firstIndex { !Self.isAllowed($0) } ?? 0
        }
    }

    func line(in places: YAMLPlaces) -> Int { places.place(at: index(in: places)).line }

    /// YAML 1.2.2 §5.1.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF: true
        case 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    func diagnostic(in places: inout YAMLPlaces) -> Diagnostic {
        let index = index(in: places)
        let character = index < places.scalars.count ? places.scalars[index] : nil
        let isQuoted = context?.text == "while scanning a quoted scalar"
        let wording = wording(at: character, isQuoted: isQuoted)
        var (line, column) = places.place(at: index)
        if wording.isAtContext, let context { (line, column) = (context.line, context.column) }
        return Diagnostic(
            wording.code,
            at: places.span(line: line, column: column, length: 1),
            wording.sentence,
            help: wording.help
        )
    }

    private struct Wording {
        var sentence: String
        var help: String?
        var code: DiagnosticCode = .invalidYAML
        var isAtContext = false
    }

    /// Mostly a bracket is missing, and then the place it was missed at says nothing.
    private func unclosed(_ kind: String, _ bracket: String) -> Wording {
        if let context, case .mark(let line, _) = place, line > context.line {
            return Wording(
                sentence: "this \(kind) is never closed",
                help: "it needs a \(bracket.quoted), or a `,` before line \(line)",
                isAtContext: true
            )
        }
        return Wording(
            sentence: "this \(kind) needs a `,` or its \(bracket.quoted) before this place",
            help: nil
        )
    }

    private func wording(at character: Unicode.Scalar?, isQuoted: Bool) -> Wording {
        if text.contains("tab character") || character == "\t" {
            return Wording(sentence: "a tab cannot indent YAML", help: "use spaces")
        }
        if isQuoted, text.contains("end of stream") || text.contains("document indicator") {
            return Wording(
                sentence: "this quote is never closed",
                help: nil,
                isAtContext: true
            )
        }
        if text.contains("nesting level") {
            return Wording(
                sentence: "nested deeper than \(YAMLReader.depthLimit) levels",
                help: nil,
                code: .tooDeep
            )
        }
        switch text {
        case "found character that cannot start any token":
            let written = character.map { String($0).quoted } ?? "this"
            return Wording(
                sentence: "\(written) cannot begin a text",
                help: "put the text in quotes"
            )
        case "could not find expected ':'":
            return Wording(
                sentence: "this line needs a `:` after its key",
                help: "check the indentation of the lines around it",
                isAtContext: true
            )
        case "did not find expected ',' or ']'": return unclosed("list", "]")
        case "did not find expected ',' or '}'": return unclosed("mapping", "}")
        default: break
        }
        if let known = Self.known.first(where: { $0.problems.contains(text) }) {
            return Wording(sentence: known.sentence, help: known.help)
        }
        return Wording(sentence: "this is not YAML: \(text)", help: nil)
    }

    private struct Known {
        var problems: [String]
        var sentence: String
        var help: String?
    }

    private static let known: [Known] = [
        Known(
            problems: ["mapping values are not allowed in this context"],
            sentence: "a `:` with a space after it is not allowed here",
            help: "put the text in quotes, or check the indentation"
        ),
        Known(
            problems: ["did not find expected key", "did not find expected '-' indicator"],
            sentence: "this does not line up with the lines above",
            help: "check the indentation and the quotes before it"
        ),
        Known(
            problems: ["did not find expected node content"],
            sentence: "a value is missing here"
        ),
        Known(
            problems: ["block sequence entries are not allowed in this context"],
            sentence: "a list entry cannot begin here",
            help: "begin the list on a new line"
        ),
        Known(
            problems: [
                "found unknown escape character", "did not find expected hexdecimal number",
                "found invalid Unicode character escape code",
            ],
            sentence: "this text has an escape that YAML does not know",
            help: "write `\\\\` for a backslash, or use single quotes"
        ),
        Known(
            problems: ["but found another document", "did not find expected <document start>"],
            sentence: "a file holds one document, and another begins here",
            help: "remove what follows, or put it in a file of its own"
        ),
        Known(
            problems: ["control characters are not allowed"],
            sentence: "a control character stands here",
            help: "remove it"
        ),
        Known(
            problems: ["found unexpected ':'"],
            sentence: "this `:` needs a space after it, or quotes around the text"
        ),
        Known(
            problems: ["did not find expected comment or line break"],
            sentence: "the text of a `|` or `>` begins on the next line",
            help: "put the text in quotes if it should begin with one"
        ),
        Known(
            problems: [
                "could not find expected directive name",
                "found unexpected non-alphabetical character",
            ],
            sentence: "a line cannot begin with `%`",
            help: "put the text in quotes"
        ),
    ]
}
