import FlowCompiler
import FlowProgram
import MessageCatalog
import Simulator
import Starter
import Testing

/// The workspace that a new author gets, compiled and played for real.
struct StarterWorkspaceTests {
    static let everyLocale = StarterArchive.shipped.locales

    static let choices = everyLocale.map { [$0] } + [everyLocale, everyLocale.reversed()]

    @Test(arguments: choices)
    func `it checks clean in the locales that were chosen`(_ locales: [String]) throws {
        let files = StarterWorkspace.files(for: try StarterSettings(locales: locales))
        let compilation = Self.compile(files)
        #expect(compilation.diagnostics.isEmpty, "\(compilation.report)")
        let program = try #require(compilation.program)
        #expect(program.locales.map(\.text) == locales)
        #expect(program.flows.count == 8)
        #expect(files.count { $0.path.hasSuffix(".chat") } == 3 * locales.count)
    }

    @Test(arguments: choices)
    func `its transcripts pass`(_ locales: [String]) async throws {
        try await Self.play(try StarterSettings(locales: locales))
    }

    @Test(arguments: [
        #"Acme: #1 "the best" \ 'ever', {controller} @CONTACT@ %s &amp; - [x]"#,
        "'", "\"", "\\", "#", "- a", "? b", "{", "|", ">", "&a", "*a", "!a", "%", "@", "`", "~",
        "null", "true", "NO", "1e3", "0x1F", ": ", "a: b #c", "---", "...", "=== a", "@FLOW@",
        "شركة النور", "חברה", "株式会社", "O’Neill & Söhne", "👩‍👩‍👧", "e\u{301}",
    ])
    func `any name stays the name, in settings and in messages`(_ name: String) async throws {
        let settings = try StarterSettings(name: name, contact: name, locales: ["de", "ar"])
        let program = try #require(Self.compile(StarterWorkspace.files(for: settings)).program)
        #expect(program.controller.name == settings.name)
        #expect(program.controller.contact == settings.contact)
        #expect(program.controller.country == "DE")
        try await Self.play(settings)
    }

    @Test func `the longest name and contact fit into every notice`() async throws {
        let settings = try StarterSettings(
            name: String(repeating: "ש", count: StarterSettings.longestName),
            contact: String(repeating: "m", count: StarterSettings.longestContact),
            locales: Self.everyLocale
        )
        let compilation = Self.compile(StarterWorkspace.files(for: settings))
        #expect(compilation.diagnostics.isEmpty, "\(compilation.report)")
        try await Self.play(settings)
    }

    @Test func `the flow has the name that was chosen, everywhere`() async throws {
        let settings = try StarterSettings(flow: "first-steps")
        let files = StarterWorkspace.files(for: settings)
        let paths = files.map(\.path)
        #expect(paths.contains("flows/first-steps.yaml"))
        #expect(paths.contains("locales/en/first-steps.yaml"))
        #expect(paths.contains("transcripts/first-steps/en-stop.chat"))
        #expect(!(paths + files.map(\.text)).contains { $0.contains("@FLOW@") })
        try await Self.play(settings)
    }

    @Test func `a placeholder is filled once, and only where one is`() throws {
        let archive = try #require(
            StarterArchive("=== a\n@NAME@ @NAME @@NAME@@ @OTHER@ a@NAME@b @name@ @\n")
        )
        let settings = try StarterSettings(name: "@CONTACT@")
        let files = StarterWorkspace.files(for: settings, from: archive)
        #expect(
            files.map(\.text)
                == ["@CONTACT@ @NAME @@CONTACT@@ @OTHER@ a@CONTACT@b @name@ @\n"]
        )
    }

    @Test func `quoted text is one line whatever it holds`() {
        #expect(
            QuotedScalar.quote("a\n\"b\\\r\u{2028}\u{85}") == #"""
                "a\U0000000a\"b\\\U0000000d\U00002028\U00000085"
                """#
        )
    }

    private static func compile(_ files: [StarterFile]) -> Compilation {
        WorkspaceCompiler.compile(
            WorkspaceSources(
                files: files.filter { $0.path.hasSuffix(".yaml") }
                    .map { SourceFile(path: $0.path, text: $0.text) }
            )
        )
    }

    private static func play(_ settings: StarterSettings) async throws {
        let files = StarterWorkspace.files(for: settings)
        let compilation = compile(files)
        let program = try #require(compilation.program, "\(compilation.report)")
        let player = TranscriptPlayer(program: program, sources: compilation.sources)
        let transcripts = files.filter { $0.path.hasSuffix(".chat") }
        #expect(!transcripts.isEmpty)
        for file in transcripts {
            let outcome = try await player.play(try Transcript(parsing: file.text))
            let differences = outcome.mismatches.flatMap(\.difference).joined(separator: "\n")
            #expect(outcome.mismatches.isEmpty, "\(file.path)\n\(differences)")
        }
    }
}

extension Compilation {
    fileprivate var report: String {
        diagnostics.map { "\($0)" }.joined(separator: "\n")
    }
}
