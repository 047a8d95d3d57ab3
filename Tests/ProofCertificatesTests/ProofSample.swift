import Clocks
import Encryption
import FlowCompiler
import FlowProgram
import ModelChecker
import ProofCertificates
import Testing
import TransparencyLog

/// A small workspace that holds, and what is certified of it.
struct ProofSample {
    static let time = Timestamp(milliseconds: 1_772_355_600_000)
    static let limit = 1000
    static let version = "1.2.3"

    let program: Program
    let report: ModelReport

    /// `edit` changes the files before they are compiled.
    init(limit: Int = Self.limit, _ edit: (inout [String: String]) -> Void = { _ in }) throws {
        var files = Self.files
        edit(&files)
        let sources = WorkspaceSources(
            files: files.map { SourceFile(path: $0.key, text: $0.value) }
        )
        let compilation = WorkspaceCompiler.compile(sources)
        let problems = compilation.errors.map(\.sentence).joined(separator: "\n")
        program = try #require(compilation.program, Comment(rawValue: problems))
        report = ModelChecker(program: program, limit: limit).check()
    }

    func statement() throws -> ProofStatement {
        try ProofStatement(
            proving: report,
            limit: Self.limit,
            checker: Self.checker(),
            time: Self.time
        )
    }

    /// What a trusted key would have signed, had somebody written it.
    func differences(of statement: ProofStatement) throws -> [CertificateDifference] {
        statement.program.differences(from: CertifiedProgram(program))
            + (try comparison(of: statement)).differences
    }

    func comparison(of statement: ProofStatement) throws -> ProofComparison {
        ProofComparison(
            statement,
            with: ProofResults(report, limit: statement.results.limit),
            isCutOff: report.isCutOff,
            by: try Self.checker()
        )
    }

    static func checker(_ text: String = version) throws -> CheckerVersion {
        try #require(CheckerVersion(text))
    }

    static func key(_ byte: UInt8 = 7) -> SigningKey {
        SigningKey(seed: SecretBytes([UInt8](repeating: byte, count: SecretBytes.count)))
    }

    static func signer(_ name: String = "acme.example/proof", key: UInt8 = 7) throws -> NoteSigner {
        try NoteSigner(name: name, key: self.key(key))
    }

    /// Signs any text as a trusted key might.
    static func signed(_ text: String) throws -> [UInt8] {
        try SignedNote(text: text, signatures: [signer().signature(of: text)]).bytes
    }

    static func trust() throws -> CertificateTrust { .verifierKey(try signer().verifierKey) }

    static let files: [String: String] = [
        "parley.yaml": """
        controller: { name: Acme, address: Street 1, contact: a@acme.example, country: DE }
        locales: [en]
        purposes:
          newsletter: { opt-in: double, notice: privacy }
        notices:
          privacy: { version: 2026-03 }
        """,
        "flows/goodbye.yaml": """
        flow: goodbye
        command: stop
        steps:
          bye: { say: { en: Bye }, end: done }
        """,
        "flows/main.yaml": """
        flow: main
        starts-with: [news]
        steps:
          known:
            when:
              consent(newsletter) == "given": already
              cooling(newsletter): already
            then: offer
          offer:
            say: { en: "{controller} asks for our newsletter. Yes?" }
            choose:
              small: { request: newsletter, then: notice }
              large: { decline: newsletter, end: refused }
            unclear: { say: { en: Please choose. }, times: 1, then: lapsed }
            after: { 1 hour: lapsed }
          notice:
            notice: privacy
            choose:
              small: { confirm: newsletter, end: given }
              large: { decline: newsletter, end: refused }
            unclear: { say: { en: Please choose. }, times: 1, then: lapsed }
            after: { 1 hour: lapsed }
          lapsed: { lapse: newsletter, end: lapsed }
          already: { end: done }
        """,
        "locales/en.yaml": """
        words: { yes: [yes], no: [no], news: [news] }
        purposes: { newsletter: our newsletter }
        notices: { privacy@2026-03: "{controller} is responsible." }
        choices: { small: Small, large: Large }
        """,
    ]
}

extension ProofStatement {
    /// The text with one line rewritten; the title is line 0.
    func text(changing edit: (inout [String]) -> Void) -> String {
        var lines = lines
        edit(&lines)
        return lines.map { "\($0)\n" }.joined()
    }

    var lines: [String] { text.split(separator: "\n").map { String($0) } }
}

extension [String] {
    /// The place of the first line that begins so.
    func place(of start: String) throws -> Int {
        try #require(firstIndex { $0.hasPrefix(start) })
    }
}
