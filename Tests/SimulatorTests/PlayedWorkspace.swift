import ConversationRuntime
import FlowCompiler
import FlowProgram
import MessageCatalog
import Simulator
import Testing

struct DoesNotCompile: Error {}

/// A small workspace around the steps a test shows, and conversations played in it.
struct PlayedWorkspace {
    let program: Program
    let sources: WorkspaceSources

    static let goodbye = """
        flow: goodbye
        command: stop
        steps:
          bye: { say: { en: Bye }, end: done }
        """

    /// The flow `main` from what stands after its name, and other flows, each beginning with its
    /// name as `flow: …`.
    ///
    /// Without `german` there is only English.
    init(
        _ main: String,
        _ others: [String] = [],
        german: Bool = false,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let settings = """
            controller: { name: Acme, address: Street 1, contact: a@acme.example, country: DE }
            locales: [\(german ? "en, de" : "en")]
            purposes:
              newsletter: { opt-in: single, notice: privacy, marketing: true }
              orders: { opt-in: single, notice: privacy }
            notices:
              privacy: { version: 2026-03 }
            channels:
              chat: { provider: test, flow: main }
              whatsapp: { provider: whatsapp, flow: main }
              sms: { provider: twilio, flow: main }
            """
        var files = [
            SourceFile(path: "parley.yaml", text: settings),
            SourceFile(path: "locales/en.yaml", text: Self.texts("our newsletter", "it is us")),
        ]
        var flows = ["flow: main\n\(main)"] + others
        if german {
            let texts = Self.texts("unseren Newsletter", "wir sind es")
            files.append(SourceFile(path: "locales/de.yaml", text: texts))
            flows.append(Self.goodbye.replacing("Bye", with: "Bye, de: Tschau"))
        } else {
            flows.append(Self.goodbye)
        }
        for text in flows {
            let name = text.prefix { !$0.isNewline }.dropFirst("flow: ".count)
            files.append(SourceFile(path: "flows/\(name).yaml", text: text))
        }
        sources = WorkspaceSources(files: files)
        let compilation = WorkspaceCompiler.compile(sources)
        for error in compilation.errors {
            Issue.record("\(error.span): \(error.sentence)", sourceLocation: sourceLocation)
        }
        guard let program = compilation.program else { throw DoesNotCompile() }
        self.program = program
    }

    private static func texts(_ newsletter: String, _ notice: String) -> String {
        """
        purposes: { newsletter: \(newsletter), orders: \(newsletter) }
        notices: { privacy@2026-03: "{controller}, \(notice)" }
        """
    }

    var player: TranscriptPlayer { TranscriptPlayer(program: program, sources: sources) }

    // MARK: Playing

    /// What these actions go through, whatever comes of them.
    func coverage(of actions: String, in locale: String = "en") async throws -> Coverage {
        try await player.trace(try Self.transcript(actions, in: locale)).coverage
    }

    /// The transcript of these actions with what comes of them, which holds.
    func play(_ actions: String) async throws -> MutationRun.Play {
        let text = try await player.play(try Self.transcript(actions)).text
        let transcript = try Transcript(parsing: text)
        let traced = try await player.trace(transcript)
        #expect(traced.outcome.mismatches.isEmpty, "\(text)")
        return MutationRun.Play(transcript, traced.coverage)
    }

    static func transcript(_ actions: String, in locale: String = "en") throws -> Transcript {
        try Transcript(parsing: "locale \(locale)\n\(actions)\n")
    }

    // MARK: Looking

    /// What was gone through of a flow, but for its texts: a line for each point, with how often.
    func walked(_ coverage: Coverage, of flow: String = "main") throws -> [String] {
        try points(coverage, of: flow) { kind in
            if case .texts = kind { false } else { true }
        }
    }

    /// What was said of a flow, in which language.
    func said(_ coverage: Coverage, of flow: String = "main") throws -> [String] {
        try points(coverage, of: flow) { kind in
            if case .texts = kind { true } else { false }
        }
    }

    private func points(
        _ coverage: Coverage,
        of name: String,
        where isWanted: (FlowPoint.Kind) -> Bool
    ) throws -> [String] {
        let flow = try #require(program.flow(named: name))
        return program.points(of: flow).filter { isWanted($0.kind) && coverage.contains($0) }
            .map { point in
                let step = program[flow][step: point.step].name
                return "\(step) \(text(of: point.kind)) \(coverage[point])"
            }
    }

    private func text(of kind: FlowPoint.Kind) -> String {
        switch kind {
        case .step: "entered"
        case .edge(.then): "then"
        case .edge(.choice(let place)): "choice \(place)"
        case .edge(.pattern(let place)): "pattern \(place)"
        case .edge(.answer): "answer"
        case .edge(.unclear): "unclear"
        case .edge(.branch(let place)): "branch \(place)"
        case .edge(.otherwise): "otherwise"
        case .edge(.drawn(let place)): "drawn \(place)"
        case .edge(.returned(let place)): "returned \(place)"
        case .timer(.after(let place)): "after \(place)"
        case .timer(.waitOver): "wait over"
        case .texts(let locale): program[locale].text
        }
    }

    func numbers(_ coverage: Coverage, of flow: String = "main") throws -> CoverageReport.Numbers {
        let report = CoverageReport(coverage, of: program)
        return try #require(report.flows.first { $0.name == flow }).numbers
    }
}
