import ArgumentParser
import Audit
import CommandLineSupport
import ConversationRuntime
import Foundation
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

            Time stamps in the store, and one you kept (--timestamp), tell when a checkpoint was \
            there: later leaves that are dated well before that are back-dated. The signature of \
            the authority is not checked here, but by `openssl ts -verify`; see \
            `parley audit timestamp list`.

            Exit status: 0 it holds, 1 it does not, 2 it could not be checked.
            """
    )

    @OptionGroup var store: StoreOption

    @Option(
        name: .long,
        help: "A key of the log as you were given it: its first one, or a receipt's own."
    )
    var verifier: String?

    @Option(name: .long, help: "A checkpoint you kept, in a file; may be given several times.")
    var checkpoint: [String] = []

    @Option(name: .long, help: "A time stamp of the one --checkpoint: a reply or token, in a file.")
    var timestamp: String?

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
        let external = try broughtCheckpoints(trust)
        let trusted = try since.map { try SignedCheckpoint(file: $0) }
        let folder = try StoreOpening.open(store.path)
        defer { try? folder.close() }
        try trust.require(amongst: folder.vault.logKeys().map(\.verifier), in: store.path)
        let input = try LogVerification(store: folder.store, vault: folder.vault).input(
            pinnedKey: trust.key,
            since: trusted,
            external: external
        )
        let stamps = try StoredTimestamps(in: folder.store)
        let total = try folder.store.frontier().size
        let isShown = !json && Terminal.isOutput
        let leaves = Progress(total: total, isShown: isShown)
        let report = try AuditReading(store: folder.store).verify(
            input,
            comparesStore: !logOnly,
            progress: { leaves.show($0) }
        )
        leaves.finish()
        let last = try LogReading(store: folder.store).lastCheckpoint()
        let missing = try trust.missingCosigners(last)
        Output.line(json ? VerificationText.json(report) : VerificationText.lines(report))
        if !json, let note = stamps.note(from: report.from) { Output.line(note) }
        if !json, let cosigners = trust.cosigners(of: last) { Output.line(cosigners) }
        for problem in stamps.problems + [missing].compactMap(\.self) { Output.error(problem) }
        if !report.isIntact || missing != nil || !stamps.problems.isEmpty { throw ExitCode(1) }
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
                    + "\"isKeyKnown\": \(trust.knowsLog), \"leaf\": \(leaf.text)}"
            )
            return
        }
        Output.line("holds: leaf \(proof.index) is in the log of \(checkpoint.size) leaves")
        Output.line(EventLine.text(event))
        if let cosigners = trust.cosigners(of: proof.checkpoint) { Output.line(cosigners) }
        if !trust.knowsLog {
            Output.line(
                "who signed is not checked: name the log's key with --verifier, "
                    + "`parley audit keys` prints it"
            )
        }
    }
}

extension SignedCheckpoint {
    /// Reads the last checkpoint in a file, such as one that is published.
    init(file: String) throws {
        do {
            guard let last = try CheckpointFile.last(of: file) else {
                throw Failure.cannotRun("the file `\(file)` cannot be read")
            }
            self = last
        } catch let error as LogError {
            throw Failure.cannotRun(error.sentence)
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
