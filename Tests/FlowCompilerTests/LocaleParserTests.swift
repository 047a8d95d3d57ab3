import FlowCompiler
import Testing

@Suite struct LocaleParserTests {
    private func parse(
        _ text: String,
        path: String
    ) -> (locale: LocaleSyntax?, found: [Diagnostic]) {
        var diagnostics = Diagnostics()
        let locale = LocaleParser.parse(SourceFile(path: path, text: text), into: &diagnostics)
        return (locale, diagnostics.sorted)
    }

    private func refuse(
        _ marked: String,
        _ codes: [DiagnosticCode],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        expect(marked, codes, path: "locales/de.yaml", sourceLocation: sourceLocation) {
            _ = LocaleParser.parse($0, into: &$1)
        }
    }

    @Test func `a locale file is read`() {
        let (locale, found) = parse(
            """
            messages:
              offer: "Möchten Sie {purpose}?"
            choices:
              agree: { label: Ja, words: [ja, gern] }
              later: Später
            words:
              hello: [hallo, guten tag]
              no: nein
            purposes: { newsletter: unseren Newsletter }
            notices: { privacy@2026-03: Text }
            """,
            path: "locales/de.yaml"
        )
        #expect(found.map(\.sentence).isEmpty)
        #expect(locale?.tag.value == "de")
        #expect(locale?.flow == nil)
        #expect(locale?.messages.map(\.text.value) == ["Möchten Sie {purpose}?"])
        #expect(locale?.choices.map(\.label.value) == ["Ja", "Später"])
        #expect(locale?.choices.first?.words.map(\.value) == ["ja", "gern"])
        #expect(locale?.words.map(\.name.value) == ["hello", "no"])
        #expect(locale?.words.last?.words.map(\.value) == ["nein"])
        #expect(locale?.notices.map(\.key.value) == ["privacy@2026-03"])
    }

    @Test func `the path says the locale and the flow`() {
        let (locale, found) = parse("messages: {}\n", path: "locales/de-AT/newsletter.yaml")
        #expect(found.map(\.sentence).isEmpty)
        #expect(locale?.tag.value == "de-AT")
        #expect(locale?.flow == "newsletter")
        for path in ["de.yaml", "locales/de.yml", "locales/a/b/c.yaml", "locales//a.yaml"] {
            let (locale, found) = parse("messages: {}\n", path: path)
            #expect(locale == nil)
            #expect(found.map(\.code) == [.fileName])
        }
    }

    @Test func `what cannot be a text is refused where it stands`() {
        refuse("1️⃣message: {}\n", [.unknownKey])
        refuse("messages: { a: 1️⃣[b] }\n", [.wrongKind])
        refuse("messages:\n  a:1️⃣\n", [.wrongKind])
        refuse("messages: { 1️⃣A b: c }\n", [.invalidName])
        refuse("choices: { 1️⃣a: { words: [b] } }\n", [.missingKey])
        refuse("words: { a: 1️⃣{ b: c } }\n", [.wrongKind])
        refuse("notices: { 1️⃣privacy: Text }\n", [.invalidName])
        refuse("1️⃣- a\n", [.wrongKind])
    }
}
