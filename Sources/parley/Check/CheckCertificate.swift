import ArgumentParser
import Clocks
import CommandLineSupport
import ConversationRuntime
import Encryption
import FlowProgram
import Foundation
import ModelChecker
import ProofCertificates
import TransparencyLog

/// The options of `parley check` that are about certificates.
struct CertificateOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("Write a signed certificate of what was proven.", valueName: "file")
    )
    var certificate: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Prove again what a certificate says.", valueName: "file")
    )
    var verify: String?

    @Option(name: .long, help: "The file with the key that signs, or whose signature counts.")
    var signingKey: String?

    @Flag(name: .long, help: "Make the key if there is none yet.")
    var makeKey = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The name to sign under; default the log's origin with `/proof` after it.",
            valueName: "name"
        )
    )
    var signer: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The key whose signature counts, as it was given.", valueName: "vkey")
    )
    var verifierKey: String?

    func validate() throws {
        if certificate != nil, verify != nil {
            throw ValidationError("--certificate writes and --verify reads: give one of them")
        }
        if certificate != nil, signingKey == nil {
            throw ValidationError(
                "--certificate needs --signing-key FILE, the key to sign with; --make-key makes "
                    + "one there"
            )
        }
        if verify != nil, (signingKey == nil) == (verifierKey == nil) {
            throw ValidationError(
                "--verify needs --verifier-key, the key whose signature counts, or --signing-key "
                    + "FILE if that is your own"
            )
        }
        if certificate == nil, makeKey || signer != nil {
            throw ValidationError("--make-key and --signer are for --certificate")
        }
        if verify == nil, verifierKey != nil {
            throw ValidationError("--verifier-key is for --verify")
        }
        if certificate == nil, verify == nil, signingKey != nil {
            throw ValidationError("--signing-key is for --certificate and --verify")
        }
    }
}

/// Writes what `parley check` proved, signed, and proves again what such a certificate says.
struct CheckCertificate {
    let options: CertificateOptions
    /// One JSON object instead of lines for people.
    let isJSON: Bool

    private var version: CheckerVersion {
        guard let version = CheckerVersion(Parley.configuration.version) else {
            preconditionFailure("the version of this program is one of a certificate")
        }
        return version
    }

    // MARK: Writing

    /// Writes the certificate of a proof; one that is there already is replaced.
    ///
    /// - Throws: `Failure` when something does not hold or was not looked at, and when there is
    ///   no key. Nothing is made before the proof is known to be whole.
    func write(_ proof: Proof, to path: String) throws {
        let statement: ProofStatement
        do {
            statement = try ProofStatement(
                proving: proof.report,
                limit: proof.limit,
                checker: version,
                time: SystemClock().now()
            )
        } catch {
            throw Failure.doesNotHold("no certificate: \(error.text)")
        }
        let signer = try NoteSigner(name: name(for: proof.report.program), key: signingKey())
        // After the key: a certificate at its place would destroy it.
        try requireReplaceable(path)
        let certificate: ProofCertificate
        do {
            certificate = try ProofCertificate(statement, signedBy: signer)
        } catch {
            throw Failure.doesNotHold("no certificate: \(error.text)")
        }
        do {
            try Data(certificate.bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw Failure.cannotRun("the certificate `\(path)` cannot be written")
        }
        guard !isJSON else {
            let key = JSONText.quoted(signer.verifierKey.text)
            Output.line("{\"certificate\":\(JSONText.quoted(path)),\"key\":\(key)}")
            return
        }
        Output.line("certificate `\(path)`; whoever verifies it needs this key:")
        Output.line("  \(signer.verifierKey.text)")
    }

    /// Who signs, unless it is said: whoever signs the log of this workspace.
    private func name(for program: Program) -> String {
        options.signer ?? program.audit.origin.map { "\($0)/proof" } ?? "parley/proof"
    }

    private func signingKey() throws -> SigningKey {
        guard let path = options.signingKey else {
            throw Failure.cannotRun("--certificate needs --signing-key FILE, the key to sign with")
        }
        let file = SigningKeyFile(path: path)
        if let seed = try file.read() { return SigningKey(seed: seed) }
        guard options.makeKey else {
            throw Failure.cannotRun(
                "there is no key in `\(path)`; with --make-key one is made there, which only its "
                    + "owner can read"
            )
        }
        return SigningKey(seed: try file.make())
    }

    /// Refuses to write over anything but an older certificate.
    private func requireReplaceable(_ path: String) throws {
        let files = FileManager.default
        guard files.fileExists(atPath: path) else { return }
        let type = try? files.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        let title = [UInt8]("\(ProofStatement.title)\n".utf8)
        guard type == .typeRegular, let handle = FileHandle(forReadingAtPath: path) else {
            throw Failure.cannotRun("`\(path)` is there and is no certificate; name another file")
        }
        defer { try? handle.close() }
        guard let start = try? handle.read(upToCount: title.count), [UInt8](start) == title else {
            throw Failure.cannotRun("`\(path)` is there and is no certificate; name another file")
        }
    }

    // MARK: Verifying

    /// Checks who signed a certificate and that it is of this workspace, then proves again.
    ///
    /// - Throws: `Failure` when something in it is not so.
    func verify(_ path: String, in workspace: WorkspaceOption) async throws {
        let certificate = try read(path)
        let statement = certificate.statement
        let (program, sources) = try workspace.program()
        let changes = statement.program.differences(from: CertifiedProgram(program))
        guard changes.isEmpty else {
            throw failure(path, "is of another program, and was not proven again", changes)
        }
        let limit = statement.results.limit
        let proof = try await Proof.of(program, sources, limit: limit)
        let results = ProofResults(proof.report, limit: limit)
        let comparison = ProofComparison(
            statement,
            with: results,
            isCutOff: proof.report.isCutOff,
            by: version
        )
        guard comparison.differences.isEmpty else {
            throw failure(path, "was proven again, and is not right", comparison.differences)
        }
        guard !isJSON else {
            Output.line("{\"certificate\":\(JSONText.quoted(path)),\"verdict\":\"holds\"}")
            return
        }
        show(certificate, path, results, comparison)
    }

    private func read(_ path: String) throws -> ProofCertificate {
        let trust = try trust()
        let bytes = try bytes(of: path)
        do {
            return try ProofCertificate(bytes: bytes, trusting: trust)
        } catch .unknownForm {
            throw Failure.cannotRun(
                "the certificate `\(path)` is not verified: \(CertificateError.unknownForm.text)"
            )
        } catch {
            throw Failure.doesNotHold("the certificate `\(path)` does not hold: \(error.text)")
        }
    }

    /// At most one byte more than the limit: enough to see that it is passed.
    private func bytes(of path: String) throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Failure.cannotRun("the certificate `\(path)` cannot be read")
        }
        defer { try? handle.close() }
        let most = ProofCertificate.largestByteCount + 1
        var bytes: [UInt8] = []
        do {
            while bytes.count < most,
                let more = try handle.read(upToCount: most - bytes.count), !more.isEmpty
            {
                bytes += more
            }
        } catch {
            throw Failure.cannotRun("the certificate `\(path)` cannot be read")
        }
        return bytes
    }

    private func trust() throws -> CertificateTrust {
        if let text = options.verifierKey {
            do {
                return .verifierKey(try NoteKey(text: text))
            } catch {
                throw Failure.cannotRun("--verifier-key: \(error.text)")
            }
        }
        guard let path = options.signingKey, let seed = try SigningKeyFile(path: path).read() else {
            throw Failure.cannotRun(
                "there is no key in `\(options.signingKey ?? "")`; give the key whose signature "
                    + "counts with --verifier-key"
            )
        }
        return .publicKey(SigningKey(seed: seed).publicKey)
    }

    // MARK: What is said

    /// Differences that are listed; more are counted.
    private static let longestList = 20

    private func failure(
        _ path: String,
        _ what: String,
        _ differences: [CertificateDifference]
    ) -> Failure {
        let more = differences.count - Self.longestList
        let lines =
            differences.prefix(Self.longestList).map { "  \($0.text)" }
            + (more > 0 ? ["  and \(more) more"] : [])
        return .doesNotHold(
            (["the certificate `\(path)` \(what):"] + lines).joined(separator: "\n")
        )
    }

    private func show(
        _ certificate: ProofCertificate,
        _ path: String,
        _ results: ProofResults,
        _ comparison: ProofComparison
    ) {
        let statement = certificate.statement
        let program = statement.program
        let others = certificate.note.signatures.count - certificate.signers.count
        let signers = certificate.signers.map(\.title).joined(separator: ", ")
        let undecided = results.properties.filter { !$0.verdict.holds }.map(\.name.text)
        let holding = results.properties.count - undecided.count
        let parts = [
            Output.count(program.flows.count, "flow"),
            Output.count(program.locales.count, "locale"),
            Output.count(program.notices.count, "notice"),
        ].joined(separator: ", ")
        let work = [
            Output.count(results.explorations.count, "exploration"),
            Output.count(results.situations, "situation"), Output.count(results.turns, "turn"),
        ].joined(separator: ", ")
        Output.line("holds: what the certificate `\(path)` says is so here")
        Output.line("  signed by   \(signers)\(others > 0 ? "; \(others) not looked at" : "")")
        Output.line("  certified   \(statement.time.text), by version \(statement.checker.text)")
        Output.line("  program     \(program.digest.short), the same here: \(parts)")
        Output.line(
            comparison.comparesCounts
                ? "  proven      again with limit \(results.limit), with the same counts: \(work)"
                : "  proven      again with limit \(results.limit) by version \(version.text), "
                    + "which may count otherwise: counts were not compared"
        )
        let rest = undecided.isEmpty ? "" : "; not decided: \(undecided.joined(separator: ", "))"
        Output.line("  properties  \(holding) hold, as certified\(rest)")
        for remark in comparison.remarks { Output.line("  note        \(remark.text)") }
    }
}
