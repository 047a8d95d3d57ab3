import ArgumentParser
import CommandLineSupport
import FlowCompiler
import FlowProgram
import ModelChecker

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Compile the workspace, and prove that it respects consent.",
        discussion: """
            First names, types, texts and everything else that docs/diagnostics.md explains. Then \
            every conversation is gone through, with all that can happen in it: answers, silence, \
            STOP, deadlines. Where something is not as it should be, the shortest conversation \
            that shows it is printed; --save keeps it as a test that fails until it is mended.

              parley check                    what holds, and over how many situations
              parley check --watch            again whenever a file is saved
              parley check --save             keep what was found under transcripts/

            Exit status: 0 holds, 1 does not hold or is not decided, 2 could not run.
            """
    )

    @OptionGroup var workspace: WorkspaceOption

    @Flag(name: .long, help: "One JSON object a diagnostic, for editors.")
    var json = false

    @Flag(name: .long, help: "Only compile; do not go through the conversations.")
    var quick = false

    @Flag(name: .long, help: "Keep the conversations that were found as transcripts.")
    var save = false

    @Flag(name: .long, help: "Check again whenever a file is saved, until interrupted.")
    var watch = false

    @Option(name: .long, help: "Compare with another edition: a folder, or git:REVISION.")
    var against: String?

    @Option(name: .long, help: "With --against: count the conversations of this store.")
    var store: String?

    @OptionGroup var key: KeyOption

    @OptionGroup(title: "Certificates") var certificates: CertificateOptions

    @Option(name: .long, help: "Situations looked at for one purpose on one channel.")
    var limit = ModelChecker.standardLimit

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is 1 or more") }
        if certificates.certificate != nil, quick || watch {
            throw ValidationError("--certificate writes what one whole check has proven")
        }
        if certificates.certificate != nil, against != nil {
            throw ValidationError("a certificate is of one program; leave out --against")
        }
        if store != nil, against == nil {
            throw ValidationError("--store counts for --against")
        }
        if quick, save { throw ValidationError("--save keeps what --quick does not look for") }
    }

    func run() async throws {
        try await ending {
            if let file = certificates.verify {
                let certificate = CheckCertificate(options: certificates, isJSON: json)
                return try await certificate.verify(file, in: workspace)
            }
            guard watch else {
                guard try await check() else { throw ExitCode(1) }
                return
            }
            try await checkAgainAndAgain()
        }
    }

    /// Checks once, and says whether everything holds.
    func check() async throws -> Bool {
        let compilation = try workspace.compile()
        let text = CheckText(isJSON: json)
        text.show(compilation)
        guard let program = compilation.program else {
            text.summary(of: compilation)
            return false
        }
        let compared = try against.map { old in
            try CheckAgainst.load(old, workspace: workspace.workspace)
                .compare(with: program, store: store, key: key, isQuiet: json)
        }
        compared?.show(isJSON: json)
        let isSafe = compared?.holds ?? true
        guard !quick else {
            text.summary(of: program, compilation, proven: nil, isSafe: isSafe)
            return isSafe
        }
        let proof = try await Proof.of(program, compilation.sources, limit: limit)
        for counterexample in proof.counterexamples { text.show(counterexample, program) }
        // Whoever watches sees the table when there is something in it to see.
        if !watch || json || !proof.report.holds { text.verdicts(proof.report) }
        if save { try SavedCounterexamples(workspace.workspace).save(proof, text) }
        text.summary(of: program, compilation, proven: proof, isSafe: isSafe)
        if let file = certificates.certificate {
            try CheckCertificate(options: certificates, isJSON: json).write(proof, to: file)
        }
        return proof.report.holds && isSafe
    }
}
