import FlowCompiler

/// Checks a small workspace and gives what was found, as `marker code`, in the order of places.
///
/// A keycap digit (`1️⃣`) in a file stands right before the place a diagnostic points at and is
/// taken out before compiling; a diagnostic elsewhere is given with its path, line and column. The
/// files given replace those of a workspace that has nothing to complain about.
func findings(_ files: [String: String]) -> [String] {
    let fixture = CheckFixture(files)
    return WorkspaceCompiler.compile(fixture.sources).diagnostics.map { diagnostic in
        let span = diagnostic.span
        let place = CheckFixture.Place(path: span.path, line: span.line, column: span.column)
        let marker =
            fixture.markers[place].map(String.init) ?? "\(span.path):\(span.line):\(span.column)"
        return "\(marker) \(diagnostic.code.rawValue)"
    }
}

/// The same for one flow, `main`, whose text after `flow: main` is given.
func findings(flow: String) -> [String] {
    findings(["flows/main.yaml": "flow: main\n" + flow])
}

/// The sentences and helps found, for tests of wording.
func sentences(_ files: [String: String]) -> [String] {
    WorkspaceCompiler.compile(CheckFixture(files).sources).diagnostics.map { diagnostic in
        diagnostic.sentence + (diagnostic.help.map { " — \($0)" } ?? "")
    }
}

struct CheckFixture {
    struct Place: Hashable {
        let path: String
        let line: Int
        let column: Int
    }

    private(set) var markers: [Place: Character] = [:]
    private(set) var sources: WorkspaceSources

    static let base: [String: String] = [
        "parley.yaml": """
        controller: { name: Acme, address: Street 1, contact: a@acme.example, country: DE }
        locales: [en, de]
        purposes:
          newsletter: { opt-in: double, notice: privacy }
        notices:
          privacy: { version: 2026-03 }
        """,
        "flows/goodbye.yaml": """
        flow: goodbye
        command: stop
        steps:
          bye: { say: { en: Bye, de: Tschau }, end: done }
        """,
        "locales/en.yaml": """
        choices:
          agree: { label: "Yes, please", words: [sure] }
          decline: { label: Rather not, words: [nope] }
        words:
          hello: [hello]
          yes: [yes]
          no: [no]
        purposes:
          newsletter: our newsletter
        notices:
          privacy@2026-03: "{controller} is responsible."
        """,
        "locales/de.yaml": """
        choices:
          agree: { label: "Ja, bitte", words: [gern] }
          decline: { label: Lieber nicht, words: [nee] }
        words:
          hello: [hallo]
          yes: [ja]
          no: [nein]
        purposes:
          newsletter: unser Newsletter
        notices:
          privacy@2026-03: "Verantwortlich ist {controller}."
        """,
    ]

    init(_ files: [String: String]) {
        var markers: [Place: Character] = [:]
        let all = Self.base.merging(files) { _, given in given }
        sources = WorkspaceSources(
            files: all.map { path, text in
                SourceFile(path: path, text: Self.unmarked(text, path, &markers))
            }
        )
        self.markers = markers
    }

    private static func unmarked(
        _ text: String,
        _ path: String,
        _ markers: inout [Place: Character]
    ) -> String {
        var plain = ""
        var line = 1
        var column = 1
        for character in text {
            if character.unicodeScalars.last == "\u{20E3}" {
                markers[Place(path: path, line: line, column: column)] = character
                continue
            }
            plain.append(character)
            column += 1
            if character.isNewline {
                line += 1
                column = 1
            }
        }
        return plain
    }
}
