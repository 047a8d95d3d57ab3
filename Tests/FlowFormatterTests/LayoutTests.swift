import FlowFormatter
import Testing

/// The layout, rule by rule: what an author wrote, and what becomes of it.
struct LayoutTests {
    private func expect(_ before: String, becomes after: String) throws {
        #expect(try Sources.laidOut(before) == after)
        try Sources.expectCanonical(after, from: before, "")
    }

    @Test func `levels are two spaces, and a list stands in from its key`() throws {
        try expect(
            """
            steps:
                a:
                     say: b
            opt-out:
            - scope: answered
            -   from: 2027-01-31
                scope: all
            words:
               - - a
                 -   b
               -
                 - c
            """,
            becomes: """
                steps:
                  a:
                    say: b
                opt-out:
                  - scope: answered
                  - from: 2027-01-31
                    scope: all
                words:
                  - - a
                    - b
                  -
                    - c

                """
        )
    }

    @Test func `one space follows a colon, a dash and a comma, and none goes before`() throws {
        try expect(
            "a :   1\nb:\t2\n\"c\" :  3\nd: {e:   1,f : [ 1,2 ,3 ] ,  g: {}, h: [  ]}\n",
            becomes: "a: 1\nb: 2\n\"c\": 3\nd: { e: 1, f: [1, 2, 3], g: {}, h: [] }\n"
        )
    }

    @Test func `what goes over lines in braces stays on its lines`() throws {
        try expect(
            """
            a: { b: 1,


                  # of c
                c: [ 2,   # two
              3 ]
               , }
            long: [\(String(repeating: "word, ", count: 40))end]
            """,
            becomes: """
                a: { b: 1,

                  # of c
                  c: [2,  # two
                    3]
                  , }
                long: [\(String(repeating: "word, ", count: 40))end]

                """
        )
    }

    @Test func `a comment at the end of a line stands two spaces off, as it is written`() throws {
        try expect(
            "a: 1 # one\nb:     #two  \nc: '#3'         ##  three\n  # |\nd: |   # four\n  x\n",
            becomes: "a: 1  # one\nb:  #two\nc: '#3'  ##  three\n# |\nd: |  # four\n  x\n"
        )
    }

    @Test func `a comment goes with what follows, or with the entries it stands under`() throws {
        try expect(
            """
            # of the file
            steps:
            # of a
                a:
                  say: b
                  # the end of a
                # the end of steps
              # of nothing, so of the next
            next:
            - x
            # of last
            last: 1
               # after all
            """,
            becomes: """
                # of the file
                steps:
                  # of a
                  a:
                    say: b
                    # the end of a
                  # the end of steps
                # of nothing, so of the next
                next:
                  - x
                # of last
                last: 1
                # after all

                """
        )
    }

    @Test func `empty lines are single, and none begins or ends a file`() throws {
        try expect("\n \n\na: 1\n\n\n  \nb: 2\n\n# c\n\n\n", becomes: "a: 1\n\nb: 2\n\n# c\n")
        try expect("a: 1", becomes: "a: 1\n")
    }

    @Test func `lines end with a line feed, and blanks at their ends are gone`() throws {
        try expect("a: 1  \r\nb: 2\t\r\n", becomes: "a: 1\nb: 2\n")
        try expect("a: 1\rb: 2\r", becomes: "a: 1\nb: 2\n")
    }

    @Test func `texts of several lines are only moved`() throws {
        try expect(
            """
            a:
                b: |
                      first
                        further in
                    \("")
                      blanks at the end  \("")
                c: >-
                 folded
                 # no comment


                d: |2
                     two spaces of its own
            """ + "\n",
            becomes: """
                a:
                  b: |
                    first
                      further in

                    blanks at the end  \("")
                  c: >-
                    folded
                    # no comment

                  d: |2
                       two spaces of its own

                """
        )
    }

    @Test func `empty lines that belong to a text stay`() throws {
        try expect("a: |+\n x\n\n\nb: 1\n", becomes: "a: |+\n  x\n\n\nb: 1\n")
    }

    @Test func `no line feed is added where it would become text`() throws {
        try expect("a: |\n   x", becomes: "a: |\n  x")
        try expect("a: |-\n   x", becomes: "a: |-\n  x\n")
    }

    @Test func `quoted and plain texts that go on keep their lines and their quotes`() throws {
        try expect(
            "a: \"one  \n\n  two\\   \n    three\"\nb: 'it''s\n x'\nc:  p q  \n   r\n\n   s # t\n",
            becomes:
                "a: \"one\n\n  two\\   \n  three\"\nb: 'it''s\n  x'\nc: p q\n  r\n\n  s  # t\n"
        )
    }

    @Test func `a value on a line of its own stays there`() throws {
        try expect("a:\n      [1,2]\nb: # c\n d\n", becomes: "a:\n  [1, 2]\nb:  # c\n  d\n")
    }

    @Test func `keys keep their order`() throws {
        try expect("z: 1\na: 2\nm: 3\n", becomes: "z: 1\na: 2\nm: 3\n")
    }

    @Test func `markers and directives stand for themselves`() throws {
        try expect(
            "%YAML 1.1  \n---   # b\n  a: 1\n...\n",
            becomes: "%YAML 1.1\n---  # b\na: 1\n...\n"
        )
    }

    @Test func `other scripts, joined characters and escapes stay byte for byte`() throws {
        let text = "a: \"\\u0301\\x41 ٠٩\"\nb: e\u{301} 👩🏽‍🚀 ع\nc: '\u{301}'  # \u{301}\n"
        try expect(text.replacing(": ", with: ":   "), becomes: text)
    }
}
