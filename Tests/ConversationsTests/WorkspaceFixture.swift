import FlowCompiler
import FlowProgram
import Testing

enum WorkspaceError: Error { case doesNotCompile }

/// A workspace of the usual shape: one double opt-in, the built-in flows, and what a test adds.
enum WorkspaceFixture {
    static let settings = """
        controller: { name: Acme, address: Street 1, contact: a@acme.example, country: DE }
        locales: [en, de]
        purposes:
          newsletter: { opt-in: double, notice: privacy, lapses-after: 24 months }
          offers: { opt-in: double, notice: privacy }
        notices:
          privacy: { version: 2026-03 }
        channels:
          whatsapp: { provider: whatsapp, flow: main }
        """

    /// The first flow: an opt-in, then a menu that stays.
    static let main = """
        flow: main
        starts-with: [hello]
        slots:
          name: { type: text, max: 40, personal: true, keep: 30 days }
        steps:
          opt-in:
            call: opt-in
            with: { purpose: newsletter }
            then: { given: ask-name, refused: menu, lapsed: menu }
          ask-name: { ask: name, say: name, unclear: { times: 1, skip: true }, then: welcome }
          welcome: { say: welcome, for: newsletter, then: menu }
          menu:
            say: menu
            choose:
              news: latest
              leave: { end: done }
            unclear: { say: again, times: 2, then: gone }
            after: { 1 day: gone }
          latest: { say: latest, for: newsletter, then: menu }
          gone: { end: left }
        """

    static let optIn = """
        flow: opt-in
        parameters: { purpose: purpose }
        steps:
          known:
            when:
              consent(purpose) == "given": given
              consent(purpose) == "requested": notice
            then: offer
          offer:
            say: offer
            choose:
              accept: { request: purpose, then: notice }
              decline: { decline: purpose, end: refused }
            unclear: { say: again, times: 2, then: lapsed }
            after: { 1 day: lapsed }
          notice:
            notice: purpose
            choose:
              agree: { confirm: purpose, end: given }
              decline: { decline: purpose, end: refused }
            unclear: { say: again, times: 2, then: lapsed }
            after: { 20 hours: remind, 3 days: lapsed }
          remind: { say: reminder, then: notice }
          given: { end: given }
          lapsed: { lapse: purpose, end: lapsed }
        """

    static let stop = """
        flow: stop-opt-out
        command: stop
        steps:
          how-sure:
            when:
              certainty == "probable": clarify
            then: stopped
          stopped: { say: stopped, end: stopped }
          clarify:
            say: clarify
            choose:
              silence: { withdraw: all, then: stopped }
              keep: { end: kept }
            unclear: { times: 1, then: silent }
            after: { 1 day: silent }
          silent: { withdraw: all, end: stopped }
        """

    static let again = """
        flow: start-again
        command: start
        steps:
          which:
            say: which
            choose:
              newsletter: { request: newsletter, then: newsletter }
              nothing: { end: declined }
            unclear: { say: again, times: 2, then: over }
            after: { 1 day: over }
          newsletter:
            call: opt-in
            with: { purpose: newsletter }
            then: { given: thanks, refused: over, lapsed: over }
          thanks: { say: thanks, end: subscribed }
          over: { end: lapsed }
        """

    static let help = """
        flow: help
        command: help
        steps:
          help: { say: help, end: helped }
        """

    static let english = """
        messages:
          offer: "Would you like {purpose}?"
          reminder: A reminder.
          again: Please choose.
          name: Your name?
          welcome: "Welcome, {name}!"
          menu: What next?
          latest: The latest news.
          stopped: You will hear no more.
          clarify: Shall we stop?
          which: What would you like?
          thanks: Thank you!
          help: This is Acme.
        choices:
          accept: { label: "Yes, please", words: [yes, sure] }
          decline: { label: "No, thanks", words: [no, nope] }
          agree: { label: I agree, words: [yes, agreed] }
          silence: { label: "Yes, that is right", words: [yes, right] }
          keep: { label: "No, keep writing", words: [no, carry on] }
          newsletter: { label: Newsletter, words: [news] }
          nothing: { label: Nothing, words: [none] }
          news: { label: News, words: [latest] }
          leave: { label: Leave, words: [bye] }
        words: { hello: [hello, hi], yes: [yes], no: [no] }
        purposes: { newsletter: our newsletter, offers: our offers }
        notices: { privacy@2026-03: "{controller} is responsible." }
        """

    static let german = """
        messages:
          offer: "Möchten Sie {purpose}?"
          reminder: Zur Erinnerung.
          again: Bitte wählen.
          name: Ihr Name?
          welcome: "Willkommen, {name}!"
          menu: Was nun?
          latest: Das Neueste.
          stopped: Sie hören nichts mehr.
          clarify: Sollen wir aufhören?
          which: Was möchten Sie?
          thanks: Danke!
          help: Hier ist Acme.
        choices:
          accept: { label: "Ja, bitte", words: [ja] }
          decline: { label: "Nein, danke", words: [nein] }
          agree: { label: Ich stimme zu, words: [ja, einverstanden] }
          silence: { label: "Ja, genau", words: [ja, genau] }
          keep: { label: "Nein, weiter", words: [nein, weiter] }
          newsletter: { label: Newsletter, words: [neues] }
          nothing: { label: Nichts, words: [gar nichts] }
          news: { label: Neues, words: [neuigkeiten] }
          leave: { label: Ende, words: [wiedersehen] }
        words: { hello: [hallo], yes: [ja], no: [nein] }
        purposes: { newsletter: unseren Newsletter, offers: unsere Angebote }
        notices: { privacy@2026-03: "Verantwortlich ist {controller}." }
        """

    /// Compiles the workspace with these files instead of, or besides, its own.
    static func program(
        _ replacing: [String: String] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Program {
        let base: [String: String] = [
            "parley.yaml": settings, "flows/main.yaml": main, "flows/opt-in.yaml": optIn,
            "flows/stop-opt-out.yaml": stop, "flows/start-again.yaml": again,
            "flows/help.yaml": help, "locales/en.yaml": english, "locales/de.yaml": german,
        ]
        let files = base.merging(replacing) { _, given in given }
        let compilation = WorkspaceCompiler.compile(
            WorkspaceSources(files: files.map { SourceFile(path: $0, text: $1) })
        )
        for error in compilation.errors {
            Issue.record("\(error.span): \(error.sentence)", sourceLocation: sourceLocation)
        }
        guard let program = compilation.program else { throw WorkspaceError.doesNotCompile }
        return program
    }

    /// A contact right before the first message, or after subscribing.
    static func contact(
        _ replacing: [String: String] = [:],
        subscribed: Bool = false,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Contact {
        var contact = try Contact(try program(replacing, sourceLocation: sourceLocation))
        guard subscribed else { return contact }
        for text in ["hello", "yes", "yes", "Ann"] { contact.write(text) }
        return contact
    }
}
