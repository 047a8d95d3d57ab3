package import FlowCompiler

/// What a layout would have changed, had it been kept.
package enum Loss: Hashable, Sendable {
    /// The file could not be read any more.
    case readability
    /// A key or a text would read differently.
    case meaning
    /// A comment would be gone, or part of another.
    case comments
    /// A character other than a space or a line end would be gone, or moved past another.
    case characters

    /// What would have happened, for a sentence that goes on.
    package var text: String {
        switch self {
        case .readability: "laid out, the file would not be readable any more"
        case .meaning: "laid out, a key or a text would read differently"
        case .comments: "laid out, a comment would be lost or joined to another"
        case .characters: "laid out, a character other than a space would be lost or moved"
        }
    }

    /// What is lost from one text of a file to the next; nil if they differ in layout only.
    ///
    /// `tree` is what `YAMLReader` makes of the file before, which has no errors.
    package static func between(
        _ before: SourceFile,
        _ tree: YAMLNode,
        and after: SourceFile
    ) -> Loss? {
        var diagnostics = Diagnostics()
        let treeAfter = YAMLReader.read(after, into: &diagnostics)
        guard let treeAfter, !diagnostics.hasErrors else { return .readability }
        guard Ink.isSame(before.text, after.text) else { return .characters }
        guard let comments = comments(of: before), comments == self.comments(of: after) else {
            return .comments
        }
        return isSame(tree, treeAfter) ? nil : .meaning
    }

    private static func comments(of file: SourceFile) -> [String]? {
        var reader = LayoutReader(file.text)
        do throws(FormatError) {
            try reader.readAll()
        } catch {
            return nil
        }
        return reader.comments
    }

    /// Whether all that the compiler looks at is the same; only places may differ.
    ///
    /// The reader bounds the depth (`YAMLReader.depthLimit`).
    private static func isSame(_ left: YAMLNode, _ right: YAMLNode) -> Bool {
        switch (left, right) {
        case (.scalar(let left, let isLeftPlain, _), .scalar(let right, let isRightPlain, _)):
            isLeftPlain == isRightPlain && left.utf8.elementsEqual(right.utf8)
        case (.sequence(let left, _), .sequence(let right, _)):
            left.count == right.count && zip(left, right).allSatisfy { isSame($0, $1) }
        case (.mapping(let left, _), .mapping(let right, _)):
            left.count == right.count
                && zip(left, right).allSatisfy { left, right in
                    left.key.value.utf8.elementsEqual(right.key.value.utf8)
                        && isSame(left.value, right.value)
                }
        case (.scalar, _), (.sequence, _), (.mapping, _): false
        }
    }
}
