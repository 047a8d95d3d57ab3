package import FlowCompiler
import FlowProgram

/// The one layout of flow files, locale files and `parley.yaml`.
///
/// Only what stands between things changes: indentation, the spaces inside a line, empty lines,
/// and how lines end. Each line that says something stays a line, in its order; texts, keys and
/// comments stay as they are written. Laying out twice gives what laying out once gave.
package enum CanonicalLayout {
    /// Spaces that a mapping or a list stands in from what it belongs to.
    static let step = 2

    /// The file's text in that layout, with a line feed after each line.
    ///
    /// Takes time linear in the text. A file that ends within a `|` or `>` text has no line feed
    /// there, because it would become part of the text.
    ///
    /// - Throws: `unreadable` with what `parley check` says of a file that is not YAML; the other
    ///   cases of `FormatError` when the layout cannot be changed without a loss.
    package static func of(_ file: SourceFile) throws(FormatError) -> String {
        var diagnostics = Diagnostics()
        let tree = YAMLReader.read(file, into: &diagnostics)
        guard let tree, !diagnostics.hasErrors else {
            throw .unreadable(diagnostics.sorted)
        }
        var reader = LayoutReader(file.text)
        try reader.readAll()
        let text = LayoutWriter.text(of: reader)
        guard text != file.text else { return text }
        guard text.utf8.count <= Limits.fileBytes else {
            throw .tooLarge(bytes: text.utf8.count, limit: Limits.fileBytes)
        }
        // INVARIANT: whatever the lines above do wrong, no file loses a text or a comment.
        let after = SourceFile(path: file.path, text: text)
        if let loss = Loss.between(file, tree, and: after) { throw .defect(loss) }
        return text
    }
}
