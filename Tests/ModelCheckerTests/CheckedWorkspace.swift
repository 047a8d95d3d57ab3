import FlowCompiler
import FlowProgram
import MessageCatalog
import ModelChecker
import Testing

/// A small workspace around the flows a test shows.
///
/// There are the purposes `news` (double opt-in, lapses after a year) and `orders` (single), a
/// channel whose window is a day, and a flow that answers STOP.
struct CheckedWorkspace {
    struct DoesNotCompile: Error {
        let report: [String]
    }

    let program: Program

    static let start = """
        flow: again
        command: start
        steps:
          which:
            say: { en: What would you like? }
            choose:
              get-news: { request: news, then: known, label: { en: News } }
              nothing: { end: nothing, label: { en: Nothing } }
            unclear: { times: 1, then: gone }
            after: { 1 day: gone }
          known:
            when: { 'consent(news) == "given"': settled }
            then: terms
          settled: { end: given }
          terms:
            notice: privacy
            choose:
              agree: { confirm: news, end: given, label: { en: I agree } }
              never: { decline: news, end: refused, label: { en: Never } }
            unclear: { times: 1, then: gone }
            after: { 1 day: gone }
          gone: { lapse: news, end: lapsed }
        """

    static let settings = """
        controller: { name: Acme, address: Street 1, contact: a@acme.example, country: DE }
        locales: [en]
        purposes:
          news:
            opt-in: double
            notice: privacy
            confirm-within: 2 days
            ask-again-after: 6 months
            lapses-after: 12 months
          orders: { opt-in: single, notice: privacy }
        notices:
          privacy: { version: 2026-03 }
        channels:
          chat: { provider: test, flow: main, window: 24 hours }
        """

    static let stop = """
        flow: goodbye
        command: stop
        steps:
          bye: { say: { en: You will receive no more messages. }, end: done }
        """

    static let notice =
        "privacy@2026-03: \"{controller} writes about our news or your orders, as you agree.\""

    /// The flow `main` from what stands after its name, and other flows, each beginning with its
    /// name as `flow: …`.
    init(
        _ main: String,
        _ others: [String] = [],
        stop: String = Self.stop,
        settings: String = Self.settings,
        notice: String = Self.notice,
        texts: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let texts =
            texts ?? """
                notices:
                  \(notice)
                purposes:
                  news: our news
                  orders: your orders
                """
        var files = [
            SourceFile(path: "parley.yaml", text: settings),
            SourceFile(path: "locales/en.yaml", text: texts),
        ]
        for text in ["flow: main\n\(main)", stop] + others {
            let name = text.prefix { !$0.isNewline }.dropFirst("flow: ".count)
            files.append(SourceFile(path: "flows/\(name).yaml", text: text))
        }
        let compilation = WorkspaceCompiler.compile(WorkspaceSources(files: files))
        guard let program = compilation.program else {
            let report = compilation.errors.map {
                "\($0.span.path):\($0.span.line): \($0.sentence)"
            }
            Issue.record("\(report)", sourceLocation: sourceLocation)
            throw DoesNotCompile(report: report)
        }
        self.program = program
    }

    func report(limit: Int = ModelChecker.standardLimit) -> ModelReport {
        ModelChecker(program: program, limit: limit).check()
    }
}
