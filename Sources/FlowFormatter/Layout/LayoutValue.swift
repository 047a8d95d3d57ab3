/// A value as it is written.
enum LayoutValue {
    /// Plain or quoted, line by line; blanks at the ends of inner lines mean nothing and are gone.
    case text([String])
    /// In braces or brackets.
    case flow([FlowToken])
    case block(BlockText)
}

/// What a mapping in braces or a list in brackets is made of, from the first to the last of them.
enum FlowToken {
    case openMapping, closeMapping
    case openList, closeList
    case comma, colon
    case lineBreak
    /// After a line break, one for any number of them.
    case emptyLine
    case text([String])
    case comment(LayoutComment)

    var isOpening: Bool {
        switch self {
        case .openMapping, .openList: true
        case .closeMapping, .closeList, .comma, .colon, .lineBreak, .emptyLine, .text, .comment:
            false
        }
    }

    var isClosing: Bool {
        switch self {
        case .closeMapping, .closeList: true
        case .openMapping, .openList, .comma, .colon, .lineBreak, .emptyLine, .text, .comment:
            false
        }
    }
}

/// A text after `|` or `>`.
struct BlockText {
    /// `|` or `>` and what follows it, such as `|-` or `>2+`.
    let header: String
    /// The indentation the header names, relative to what the text belongs to.
    let indentation: Int?
    /// Without their indentation; what is left of blanks at both ends is text.
    let lines: [String]
    /// Whether the file ends within it: a line feed there would be one more character.
    let isOpenEnded: Bool
}
