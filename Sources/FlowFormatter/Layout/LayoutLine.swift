/// A comment from its `#` to the end of its line, without the blanks there.
struct LayoutComment {
    let text: String
    /// Bytes before it in its line, which are all blanks when it stands alone.
    let column: Int
}

/// What stands between two lines that say something.
enum LayoutTrivia {
    case blank
    case comment(LayoutComment)
}

/// A block mapping or list that is open: where the author began it and where it belongs.
struct LayoutLevel {
    let column: Int
    let isList: Bool
    /// Spaces before its entries.
    let indent: Int
}

/// One line of a file that says something, with what its value goes on to say below it.
struct LayoutLine {
    /// The comments and blank lines before it.
    var before: [LayoutTrivia]
    /// `---`, `...` or a directive, which stands for itself.
    var marker: String?
    /// Dashes at the beginning, each an entry of a list within the one before.
    var dashes = 0
    var key: String?
    var value: LayoutValue?
    /// At its end; of a `|` or `>` text, at the end of its first line.
    var comment: LayoutComment?
    /// Where the author began it.
    var column = 0
    /// Where it belongs.
    var indent = 0
    /// The levels that end before this line, the innermost first.
    var ended: [LayoutLevel] = []

    init(before: [LayoutTrivia], marker: String? = nil) {
        self.before = before
        self.marker = marker
    }
}
