import FlowCompiler
import FlowProgram
import Testing

struct DoesNotCompile: Error {}

/// A small workspace around the steps a test shows: settings, texts and a stop flow.
enum FlowFixture {
    static let settings = """
        controller: { name: Acme, address: Street 1, contact: a@acme.example, country: DE }
        locales: [en]
        purposes:
          newsletter: { opt-in: double, notice: privacy, lapses-after: 24 months }
          offers: { opt-in: single, notice: privacy }
        notices:
          privacy: { version: 2026-03 }
        """

    static let threeLocales = settings.replacing("[en]", with: "[en, de, ar]")

    static let goodbye = """
        flow: goodbye
        command: stop
        steps:
          bye: { say: farewell, end: done }
        """

    /// Asks for consent to the newsletter in two acts.
    static let optIn = """
        flow: opt-in
        parameters: { purpose: purpose }
        steps:
          offer:
            say: { en: "Would you like {purpose}?" }
            choose:
              accept: { request: purpose, then: notice }
              decline: { decline: purpose, end: refused }
            unclear: { times: 2, then: lapsed }
            after: { 1 day: lapsed }
          notice:
            notice: purpose
            choose:
              agree: { confirm: purpose, end: given }
              decline: { decline: purpose, end: refused }
            unclear: { times: 2, then: lapsed }
            after: { 2 hours: remind, 20 hours: lapsed }
          remind: { say: { en: A reminder. }, then: notice }
          lapsed: { lapse: purpose, end: lapsed }
        """

    static let english = """
        messages: { farewell: Bye }
        choices:
          accept: { label: "Yes, please", words: [sure, certainly] }
          decline: { label: Rather not, words: [nope, decline it] }
          agree: { label: I agree, words: [agreed, i agree] }
          left: { label: To the left, words: [leftwards, l] }
          right: { label: To the right, words: [rightwards, r] }
          small: { label: Small, words: [tiny, little one] }
          large: { label: Large, words: [bigger, gigantic] }
        words: { hello: [hello], yes: [yes, yep], no: [no, nope] }
        purposes: { newsletter: our newsletter, offers: our offers }
        notices: { privacy@2026-03: "{controller} is responsible." }
        """

    static let german = """
        messages: { farewell: Tschau }
        choices:
          accept: { label: "Ja, bitte", words: [gern] }
          decline: { label: Lieber nicht, words: [nee] }
          agree: { label: Ich stimme zu, words: [einverstanden] }
          left: { label: Nach links, words: [linksherum] }
          right: { label: Nach rechts, words: [rechtsherum] }
          small: { label: Klein, words: [winzig] }
          large: { label: Gross, words: [riesig] }
        words: { hello: [hallo], yes: [ja], no: [nein] }
        purposes: { newsletter: unseren Newsletter, offers: unsere Angebote }
        notices: { privacy@2026-03: "Verantwortlich ist {controller}." }
        """

    static let arabic = """
        messages: { farewell: وداعا }
        choices:
          accept: { label: نعم من فضلك, words: [موافق جدا] }
          decline: { label: لا شكرا, words: [ليس الان] }
          agree: { label: أوافق, words: [انا اوافق] }
          left: { label: يسار, words: [الى اليسار] }
          right: { label: يمين, words: [الى اليمين] }
          small: { label: صغير, words: [صغير جدا] }
          large: { label: كبير, words: [كبير جدا] }
        words: { hello: [مرحبا], yes: [نعم], no: [لا] }
        purposes: { newsletter: نشرتنا, offers: عروضنا }
        notices: { privacy@2026-03: "المسؤول هو {controller}." }
        """

    /// Compiles `flows`, each beginning with its name as `flow: …`.
    static func program(
        _ flows: [String],
        settings: String = settings,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Program {
        var files: [SourceFile] = [
            SourceFile(path: "parley.yaml", text: settings),
            SourceFile(path: "locales/en.yaml", text: english),
        ]
        if settings.contains("ar]") {
            files.append(SourceFile(path: "locales/de.yaml", text: german))
            files.append(SourceFile(path: "locales/ar.yaml", text: arabic))
        }
        for text in flows + [goodbye] {
            let name = text.prefix { !$0.isNewline }.dropFirst("flow: ".count)
            files.append(SourceFile(path: "flows/\(name).yaml", text: text))
        }
        let compilation = WorkspaceCompiler.compile(WorkspaceSources(files: files))
        for error in compilation.errors {
            Issue.record("\(error.span): \(error.sentence)", sourceLocation: sourceLocation)
        }
        guard let program = compilation.program else { throw DoesNotCompile() }
        return program
    }

    /// One flow, `main`, of which everything after its name is given.
    static func program(
        main: String,
        settings: String = settings,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Program {
        try program(
            ["flow: main\n\(main)"],
            settings: settings,
            sourceLocation: sourceLocation
        )
    }
}
