import FlowCompiler
import FlowProgram
import ModelChecker
import Testing

struct DoesNotCompile: Error {}

/// An edition of a small workspace, and others made from it by changing its text.
struct Edition {
    private var files: [String: String]

    static let base = Edition(files: [
        "parley.yaml": settings, "flows/sign-up.yaml": signUp, "flows/opt-in.yaml": optIn,
        "flows/deal.yaml": deal, "flows/goodbye.yaml": goodbye, "locales/en.yaml": english,
        "locales/de.yaml": german,
    ])

    /// Replaces a text that stands in the file; a text that does not would test nothing.
    func with(
        _ path: String,
        _ old: String,
        _ new: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> Edition {
        var copy = self
        let text = files[path] ?? ""
        #expect(text.contains(old), "\(old) in \(path)", sourceLocation: sourceLocation)
        copy.files[path] = text.replacing(old, with: new)
        return copy
    }

    func without(_ path: String) -> Edition {
        var copy = self
        copy.files[path] = nil
        return copy
    }

    func adding(_ path: String, _ text: String) -> Edition {
        var copy = self
        copy.files[path] = text
        return copy
    }

    func program(sourceLocation: SourceLocation = #_sourceLocation) throws -> Program {
        let sources = files.map { SourceFile(path: $0.key, text: $0.value) }
        let compilation = WorkspaceCompiler.compile(WorkspaceSources(files: sources))
        for error in compilation.errors {
            Issue.record("\(error.span): \(error.sentence)", sourceLocation: sourceLocation)
        }
        guard let program = compilation.program else { throw DoesNotCompile() }
        return program
    }

    /// What changes when this edition takes the place of `old`.
    func change(
        from old: Edition = .base,
        live: [LiveWait: Int]? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> ProgramChange {
        try ProgramChange(
            from: old.program(sourceLocation: sourceLocation),
            to: program(sourceLocation: sourceLocation),
            live: live
        )
    }

    // MARK: The workspace

    private static let settings = """
        controller: { name: Acme, address: Street 1, contact: a@acme.example, country: DE }
        locales: [en, de]
        purposes:
          newsletter:
            opt-in: double
            notice: privacy
            confirm-within: 3 days
            lapses-after: 24 months
            data: [phone number, name]
            recipients: [Carrier]
          offers: { opt-in: single, notice: terms, confirm-within: 10 days }
        notices:
          privacy: { version: 2026-03 }
          terms: { version: 2026-01 }
        channels:
          sms: { provider: twilio, vendor: carrier, flow: sign-up }
        vendors:
          carrier:
            name: Carrier Ltd
            country: IE
            role: processor
            receives: [phone number, messages]
        retention:
          session-idle: 30 days
        """

    private static let signUp = """
        flow: sign-up
        slots:
          size: { type: choice, options: [small, large], keep: 30 days }
        steps:
          opt-in:
            call: opt-in
            with: { purpose: newsletter }
            then: { given: ask-size, refused: done, lapsed: done }
          ask-size:
            ask: size
            say: which-size
            after: { 6 days: done }
            then: done
          done: { end: done }
        """

    private static let optIn = """
        flow: opt-in
        parameters: { purpose: purpose }
        steps:
          offer:
            say: offer
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
            after: { 20 hours: lapsed }
          lapsed: { lapse: purpose, end: lapsed }
        """

    /// The step that asks says something after the notice, so that the notice does not come again.
    private static let deal = """
        flow: deal
        steps:
          known:
            when: { "cooling(offers)": over }
            then: show
          show: { request: offers, notice: terms, then: ask }
          ask:
            say: deal
            choose:
              agree: { confirm: offers, end: given }
              decline: { decline: offers, end: refused }
            unclear: { times: 2, then: lapsed }
            after: { 5 days: lapsed }
          lapsed: { lapse: offers, end: lapsed }
          over: { end: refused }
        """

    private static let goodbye = """
        flow: goodbye
        command: stop
        steps:
          bye: { say: farewell, end: done }
        """

    private static let english = """
        messages:
          farewell: Bye
          offer: "Would you like {purpose} of {controller}?"
          deal: "Would you like our offers?"
          which-size: Which size?
        choices:
          accept: { label: "Yes, please", words: [sure] }
          decline: { label: Rather not, words: [nope] }
          agree: { label: I agree, words: [agreed] }
          small: { label: Small, words: [tiny] }
          large: { label: Large, words: [huge] }
        purposes: { newsletter: our newsletter, offers: our offers }
        notices:
          privacy@2026-03: "{controller}, {controller-address}, is responsible."
          terms@2026-01: "{controller} is responsible. Write to {controller-contact}."
        """

    private static let german = """
        messages:
          farewell: Tschau
          offer: "Möchten Sie {purpose} von {controller}?"
          deal: "Möchten Sie unsere Angebote?"
          which-size: Welche Größe?
        choices:
          accept: { label: "Ja, bitte", words: [gern] }
          decline: { label: Lieber nicht, words: [nee] }
          agree: { label: Ich stimme zu, words: [einverstanden] }
          small: { label: Klein, words: [winzig] }
          large: { label: Gross, words: [riesig] }
        purposes: { newsletter: unseren Newsletter, offers: unsere Angebote }
        notices:
          privacy@2026-03: "Verantwortlich ist {controller}, {controller-address}."
          terms@2026-01: "Verantwortlich ist {controller}. Schreiben Sie an {controller-contact}."
        """
}

extension Edition {
    /// Raises the version of a notice, whose text stays.
    func raising(_ notice: String, _ old: String, _ new: String) -> Edition {
        with("parley.yaml", "\(notice): { version: \(old) }", "\(notice): { version: \(new) }")
            .with("locales/en.yaml", "\(notice)@\(old)", "\(notice)@\(new)")
            .with("locales/de.yaml", "\(notice)@\(old)", "\(notice)@\(new)")
    }
}

extension ProgramChange {
    /// The findings of a property, as `flow.step`, or the file where they are about no step.
    func places(_ property: PropertyID) -> [String] {
        findings(of: property).map { finding in
            guard let flow = finding.flow, let step = finding.step else { return finding.path }
            return "\(flow).\(step)"
        }
    }
}
