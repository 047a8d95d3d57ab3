import ArgumentParser
import Audit
import ConversationRuntime
import Foundation
import LineEditing
import Storage
import StorageSQLite
import TransparencyLog

struct AuditVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the whole log, or one receipt, and name the first wrong leaf.",
        discussion: """
            Derives every hash again on every core and holds the log against the heads of its \
            commits, its signed checkpoints, and the rows of the store: sealed states, proofs of \
            consent, messages taken. Needs no key, as the log holds nothing personal.

            What a log cannot tell about itself is that it was rolled back or rewritten whole. \
            For that bring what you kept: its first key (--verifier, from `parley audit keys`), \
            and checkpoints (--checkpoint). With --proof a receipt is checked alone, without \
            any store.

            Exit status: 0 it holds, 1 it does not, 2 it could not be checked.
            """
    )

    @OptionGroup var store: StoreOption

    @Option(name: .long, help: "The log's first verifier key, as you were given it.")
    var verifier: String?

    @Option(name: .long, help: "A checkpoint you kept, in a file; may be given several times.")
    var checkpoint: [String] = []

    @Option(name: .long, help: "A file that says who must have cosigned (C2SP tlog-policy).")
    var policy: String?

    @Option(name: .long, help: "Look only at leaves after a checkpoint you verified before.")
    var since: String?

    @Option(name: .long, help: "Check this receipt (C2SP tlog-proof) and nothing else.")
    var proof: String?

    @Flag(name: .long, help: "Do not compare the store's rows with the log.")
    var logOnly = false

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            let trust = try LogTrust(verifier: verifier, policy: policy)
            if let proof { return try check(proof, trust) }
            try verify(trust)
        }
    }

    private func verify(_ trust: LogTrust) throws {
        let external = try checkpoint.map { file in
            try trust.external(SignedCheckpoint(file: file), in: file)
        }
        let trusted = try since.map { try SignedCheckpoint(file: $0) }
        let folder = try StoreOpening.open(store.path)
        defer { try? folder.close() }
        let input = try LogVerification(store: folder.store, vault: folder.vault).input(
            pinnedKey: trust.key,
            since: trusted,
            external: external
        )
        let total = try folder.store.frontier().size
        let isShown = !json && Terminal.isOutput
        let leaves = Progress(total: total, isShown: isShown)
        let report = try AuditReading(store: folder.store).verify(
            input,
            comparesStore: !logOnly,
            progress: { leaves.show($0) }
        )
        leaves.finish()
        let missing = try trust.missingCosigners(
            LogReading(store: folder.store).lastCheckpoint()
        )
        Output.line(json ? VerificationText.json(report) : VerificationText.lines(report))
        if let missing { Output.error(missing) }
        if !report.isIntact || missing != nil { throw ExitCode(1) }
    }

    private func check(_ file: String, _ trust: LogTrust) throws {
        let proof: TLogProof
        do {
            proof = try TLogProof(bytes: FileBytes.read(file, limit: TLogProof.largestByteCount))
        } catch let error as TLogProofError {
            throw Failure.doesNotHold("`\(file)` is no receipt: \(error.text)")
        }
        guard let leaf = proof.extra else {
            throw Failure.cannotRun("`\(file)` does not hold the leaf it is about")
        }
        let checkpoint = proof.checkpoint.checkpoint
        guard proof.holds(for: MerkleTree.leafHash(leaf)) else {
            throw Failure.doesNotHold(
                "the leaf is not in the log of \(checkpoint.size) leaves that the receipt names"
            )
        }
        try trust.require(proof.checkpoint, in: file)
        if let missing = try trust.missingCosigners(proof.checkpoint) {
            throw Failure.doesNotHold(missing)
        }
        guard let event = try? AuditLeaf.decode(leaf).event else {
            throw Failure.doesNotHold("what the receipt holds is not a leaf")
        }
        if json {
            Output.line(
                "{\"holds\": true, \"index\": \(proof.index), \"size\": \(checkpoint.size), "
                    + "\"origin\": \(JSONText.quoted(checkpoint.origin)), "
                    + "\"isKeyKnown\": \(trust.key != nil), \"leaf\": \(leaf.text)}"
            )
            return
        }
        Output.line("holds: leaf \(proof.index) is in the log of \(checkpoint.size) leaves")
        Output.line(EventLine.text(event))
        if trust.key == nil {
            Output.line(
                "who signed is not checked: name the log's key with --verifier, "
                    + "`parley audit keys` prints it"
            )
        }
    }
}

/// Whom an auditor trusts: the log's key, and those who must have cosigned.
struct LogTrust {
    let key: NoteKey?
    private let policy: WitnessPolicy?

    init(verifier: String?, policy file: String?) throws {
        do {
            key = try verifier.map { try NoteKey(text: $0) }
        } catch let error as NoteError {
            throw Failure.cannotRun("--verifier: \(error.text)")
        }
        guard let file else {
            policy = nil
            return
        }
        let bytes = try FileBytes.read(file, limit: WitnessPolicy.largestByteCount)
        do {
            policy = try WitnessPolicy(text: bytes.text)
        } catch {
            throw Failure.cannotRun("\(file): \(error.text)")
        }
    }

    /// The policy, where there has to be one.
    func requiredPolicy() throws -> WitnessPolicy {
        guard let policy else { throw Failure.cannotRun("no policy says who must cosign") }
        return policy
    }

    private var keys: [NoteKey] { (key.map { [$0] } ?? []) + (policy?.logs ?? []) }

    /// A checkpoint kept elsewhere; it must be signed if anybody's key is known.
    func external(_ signed: SignedCheckpoint, in file: String) throws -> ExternalCheckpoint {
        ExternalCheckpoint(
            size: signed.checkpoint.size,
            root: signed.checkpoint.root,
            source: file
        )
    }

    /// Refuses a checkpoint that no known key of the log has signed; without a key all pass.
    func require(_ signed: SignedCheckpoint, in file: String) throws {
        guard !keys.isEmpty else { return }
        do {
            try signed.verified(by: keys)
        } catch {
            throw Failure.doesNotHold("\(file): \(error.text)")
        }
    }

    /// Why a checkpoint has not the cosignatures the policy asks for; `nil` if it has them.
    func missingCosigners(_ signed: SignedCheckpoint?) throws -> String? {
        guard let policy else { return nil }
        guard let signed else { return "the log was never signed, so nobody cosigned it" }
        do {
            let seen = try signed.cosignatures(by: policy.witnessKeys)
            return policy.isMet(by: seen.map(\.key))
                ? nil
                : "the checkpoint of \(signed.checkpoint.size) leaves has not the cosignatures "
                    + "that the policy asks for; \(seen.count) of its witnesses signed"
        } catch {
            return error.text
        }
    }
}

extension SignedCheckpoint {
    /// Reads a file that holds a checkpoint.
    init(file: String) throws {
        let bytes = try FileBytes.read(file, limit: SignedCheckpoint.largestByteCount)
        do {
            try self.init(bytes: bytes)
        } catch {
            throw Failure.cannotRun("`\(file)` is no checkpoint: \(error.text)")
        }
    }
}

/// Files named on the command line.
enum FileBytes {
    /// - Throws: `Failure` for a file that is not there, or is longer than anything it may hold.
    static func read(_ file: String, limit: Int) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure.cannotRun("the file `\(file)` cannot be read")
        }
        guard data.count <= limit else {
            throw Failure.cannotRun("the file `\(file)` has more than \(limit) bytes")
        }
        return [UInt8](data)
    }
}
