import FlowFormatter
import Testing

/// What `parley fmt --diff` shows.
struct LineDifferenceTests {
    @Test func `texts that are the same have no difference`() {
        #expect(LineDifference.text(of: "a", from: "k: 1\n", to: "k: 1\n").isEmpty)
        #expect(LineDifference.text(of: "a", from: "", to: "").isEmpty)
    }

    @Test func `a changed line is shown with three lines around it`() {
        let before = "a: 1\nb: 2\nc: 3\nd: 4\ne:   5\nf: 6\ng: 7\nh: 8\ni: 9\n"
        let after = before.replacing("e:   5", with: "e: 5")
        #expect(
            LineDifference.text(of: "flows/a.yaml", from: before, to: after) == """
                --- flows/a.yaml
                +++ flows/a.yaml
                @@ -2,7 +2,7 @@
                 b: 2
                 c: 3
                 d: 4
                -e:   5
                +e: 5
                 f: 6
                 g: 7
                 h: 8

                """
        )
    }

    @Test func `what lies far apart is shown apart, and removed empty lines are counted`() {
        let middle = (0..<8).map { "k\($0): 1\n" }.joined()
        let before = "a:  1\n\n\n\(middle)z:  1\n"
        let after = "a: 1\n\n\(middle)z: 1\n"
        #expect(
            LineDifference.text(of: "a", from: before, to: after) == """
                --- a
                +++ a
                @@ -1,6 +1,5 @@
                -a:  1
                +a: 1
                 
                -
                 k0: 1
                 k1: 1
                 k2: 1
                @@ -9,4 +8,4 @@
                 k5: 1
                 k6: 1
                 k7: 1
                -z:  1
                +z: 1

                """
        )
    }

    @Test func `a missing line feed at the end is said`() {
        #expect(
            LineDifference.text(of: "a", from: "k: 1", to: "k: 1\n") == """
                --- a
                +++ a
                @@ -1,1 +1,1 @@
                -k: 1
                \\ No newline at end of file
                +k: 1

                """
        )
    }

    @Test(arguments: [
        ("", "a\n"), ("a\n", ""), ("a\nb\n", "b\na\n"), ("\n\n\n", "x"), ("a\rb\r", "a\nb\n"),
        ("one\ntwo\n", "o n e\n\n\ntwo"), ("\u{FEFF}a: 1\n", "a: 1\n"),
    ])
    func `it is true of any two texts, even those no layout makes`(
        before: String,
        after: String
    ) throws {
        let patched = try Patch(LineDifference.text(of: "a", from: before, to: after))
            .applied(to: before)
        #expect(patched == after)
    }

    @Test func `many changed lines take no longer than they are long`() throws {
        let lines = 40_000
        let before = String(repeating: "key:  value\r\n", count: lines)
        let after = String(repeating: "key: value\n", count: lines)
        // A comparison of each line with each other would not end.
        let difference = LineDifference.text(of: "a", from: before, to: after)
        let head = "--- a\n+++ a\n@@ -1,\(lines) +1,\(lines) @@\n"
        let marks = 2 * lines
        let sizes = [head, before, after].map(\.utf8.count)
        #expect(difference.hasPrefix(head))
        #expect(difference.utf8.count == sizes.reduce(marks, +))
    }
}
