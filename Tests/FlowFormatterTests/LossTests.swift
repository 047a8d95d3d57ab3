import FlowCompiler
import FlowFormatter
import Testing

/// The check that stands between a mistake of the formatter and an author's file.
struct LossTests {
    private func loss(from before: String, to after: String) throws -> Loss? {
        let file = Sources.file(text: before)
        var diagnostics = Diagnostics()
        let tree = try #require(YAMLReader.read(file, into: &diagnostics))
        return Loss.between(file, tree, and: Sources.file(text: after))
    }

    @Test func `a change of layout loses nothing`() throws {
        let found = try loss(from: "a:   1 # b\n\n\nc: [ 1,2 ]\n", to: "a: 1  # b\nc: [1, 2]\n")
        #expect(found == nil)
    }

    @Test(arguments: [
        // A text gone, a text moved, quotes gone, a comment gone, comments in another order.
        ("a: 1\nb: 2\n", "a: 1\n"), ("a: 1\nb: 2\n", "b: 2\na: 1\n"), ("a: '1'\n", "a: 1\n"),
        ("a: 1  # c\n", "a: 1\n"), ("# c\n# d\na: 1\n", "# d\n# c\na: 1\n"),
    ])
    func `a character that is gone or moved is a loss`(before: String, after: String) throws {
        let found = try loss(from: before, to: after)
        #expect(found == .characters)
    }

    @Test func `comments that became one are a loss`() throws {
        let found = try loss(from: "# c\n# d\na: 1\n", to: "# c # d\na: 1\n")
        #expect(found == .comments)
        let swallowed = try loss(from: "a: 1  # c\nb: 2\n", to: "a: 1  # c b: 2\n")
        #expect(swallowed == .comments)
    }

    @Test(arguments: [
        // One space fewer in each: another level, a longer text, a text that is folded elsewhere.
        ("a:\n  b: 1\n  c: 2\n", "a:\n  b: 1\nc: 2\n"), ("a: x y\n", "a: xy\n"),
        ("a: |\n  x\n   y\n", "a: |\n  x\n  y\n"), ("a: |\n  x\n\n\n", "a: |\n x"),
        ("a: \"x  y\"\n", "a: \"x y\"\n"),
    ])
    func `a text that reads differently is a loss`(before: String, after: String) throws {
        let found = try loss(from: before, to: after)
        #expect(found == .meaning)
    }

    @Test func `a file that cannot be read any more is a loss`() throws {
        let found = try loss(from: "a:\n  b: 1\n  c: 2\n", to: "a:\n  b: 1\n c: 2\n")
        #expect(found == .readability)
    }

    @Test func `each loss says what happened and that the file was left alone`() {
        for loss in [Loss.readability, .meaning, .comments, .characters] {
            let text = FormatError.defect(loss).text
            #expect(text.contains(loss.text) && text.contains("left as it is"))
        }
    }
}
