/// What the codes of reading files mean: a code, what it means, an example, the way out.
enum ReadingExplanations {
    static let text = """
        file-too-large
        A file is larger than 1 MiB.
        locales/en.yaml with two million characters
        Split it: a flow can have a locale file of its own.

        not-utf8
        A file is not UTF-8 text.
        a file saved as Windows-1252
        Save it as UTF-8.

        invalid-yaml
        The file is not YAML, so nothing in it can be read.
        say: "Hello
        Close what is open at the place shown; check the indentation above it.

        duplicate-key
        A key stands twice in the same mapping; one of the two would be ignored.
        steps: { one: { end: a }, one: { end: b } }
        Rename or remove one of them.

        alias
        Anchors and aliases are not read: a short file could stand for an endless one.
        say: *greeting
        Write the text out, or put it into the locale file under a key.

        explicit-tag
        Tags such as `!!int` are not read; every value is what its place says.
        revision: !!int 3
        Remove the tag.

        key-not-text
        A key is not plain text.
        ? [one, two]
        Use a name.

        too-many-nodes
        A file has more than 200 000 values.
        a generated locale file
        Split it.

        too-deep
        A file is nested more than 40 levels deep.
        [[[[[[…]]]]]]
        Write it flatter.

        wrong-kind
        A value is a text where a list or a mapping is expected, or the other way round.
        steps: none
        Write it as the reference shows for that key.

        unknown-key
        A key means nothing at this place.
        thn: done
        Correct the spelling; the help names the nearest key.

        missing-key
        Something needed is not there.
        slots: { size: { type: choice } }
        Add the key the sentence names.

        invalid-name
        A name has other characters than lowercase letters, digits and hyphens.
        steps: { Ask_Name: { end: done } }
        Write it as the help shows: `ask-name`.

        invalid-value
        A value is not one its place takes.
        after: { soon: late }
        Use one of the values the sentence names.

        exit-count
        A step or choice has no way on, or more than one.
        one: { then: two, end: done }
        Keep one of `then`, `end`, `choose`/`match`, `ask`, `when`, `call`, `random`, `wait`.

        act-count
        A step or choice has more than one consent act.
        one: { request: newsletter, lapse: surveys, then: two }
        Give each act a step of its own.

        misplaced-key
        A key is known, but not at this place.
        one: { end: done, after: { 1 day: late } }
        Move it to where it belongs: `after` to a step that waits.

        invalid-expression
        An expression cannot be read.
        when: { size >: big }
        Correct it at the place shown.

        invalid-pattern
        A pattern of `match` cannot be read, or uses what cannot be matched in one pass.
        match: { "(a": two }
        Follow the help; look-around and references back are not part of the language.

        invalid-template
        A text is not ICU MessageFormat.
        hi: "Hello {name"
        Close the brace; write `'{'` for a brace in the text.
        """
}
