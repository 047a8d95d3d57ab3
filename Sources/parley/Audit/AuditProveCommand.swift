import ArgumentParser
import Audit
import CommandLineSupport
import ConversationRuntime
import Encryption
import Foundation
import StorageSQLite
import TransparencyLog

struct AuditProveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: "A receipt that one leaf is in the log.",
        discussion: """
            A C2SP tlog-proof: the leaf itself, the hashes that lead to the root, and the signed \
            checkpoint with that root. Whoever holds it can check it without this store: \
            `parley audit verify --proof FILE --verifier KEY`, or scripts/verify-log-evidence.

            The leaf must be under a checkpoint; `parley audit checkpoint` makes one.
            """
    )

    @Argument(help: "The leaf's index, as `parley audit list` shows it.")
    var index: UInt64

    @OptionGroup var store: StoreOption

    @Option(name: .long, help: "A file to write the receipt to; default standard output.")
    var out: String?

    func run() async throws {
        try await ending {
            let folder = try StoreOpening.open(store.path)
            let proof = try LogReading(store: folder.store).proof(ofLeaf: index)
            try folder.close()
            guard let out else {
                print(proof.bytes.text, terminator: "")
                return
            }
            do {
                try Data(proof.bytes).write(to: URL(fileURLWithPath: out), options: .atomic)
            } catch {
                throw Failure.cannotRun("`\(out)` cannot be written")
            }
        }
    }
}

struct AuditConsistencyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consistency",
        abstract: "Prove that a longer log begins with a shorter one.",
        discussion: """
            Prints both sizes and roots and the hashes of RFC 9162 §2.1.4 that lead from one to \
            the other. Hold the shorter root against a checkpoint you kept.
            """
    )

    @Argument(help: "Leaves of the shorter log.")
    var old: UInt64

    @Argument(help: "Leaves of the longer log; default all.")
    var new: UInt64?

    @OptionGroup var store: StoreOption

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            let folder = try StoreOpening.open(store.path)
            defer { try? folder.close() }
            let log = LogReading(store: folder.store)
            let new = try new ?? log.size()
            guard old > 0, old <= new else {
                throw Failure.cannotRun("the shorter log needs 1 to \(new) leaves")
            }
            let proof = try log.consistency(from: old, to: new)
            let roots = (old: try log.root(size: old), new: try log.root(size: new))
            guard proof.verify(oldRoot: roots.old, newRoot: roots.new) else {
                throw Failure.doesNotHold("the log of \(new) leaves does not begin with these")
            }
            Output.line(json ? Self.json(proof, roots) : Self.text(proof, roots))
        }
    }

    private static func text(
        _ proof: ConsistencyProof,
        _ roots: (old: MerkleHash, new: MerkleHash)
    ) -> String {
        ([
            "old \(proof.oldSize) \(Base64.encode(roots.old.bytes))",
            "new \(proof.newSize) \(Base64.encode(roots.new.bytes))",
        ] + proof.path.map { Base64.encode($0.bytes) }).joined(separator: "\n")
    }

    private static func json(
        _ proof: ConsistencyProof,
        _ roots: (old: MerkleHash, new: MerkleHash)
    ) -> String {
        let path = proof.path.map { "\"\(Base64.encode($0.bytes))\"" }.joined(separator: ", ")
        return "{\"old\": {\"size\": \(proof.oldSize), \"root\": \"\(roots.old.hex)\"}, "
            + "\"new\": {\"size\": \(proof.newSize), \"root\": \"\(roots.new.hex)\"}, "
            + "\"path\": [\(path)]}"
    }
}

struct AuditExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the log as static files that anybody can verify.",
        discussion: """
            C2SP tlog-tiles, up to the last checkpoint: any web server can serve the folder, and \
            scripts/verify-log checks it with none of our code. A second export into the same \
            folder adds what is new. Nothing in it is personal.
            """
    )

    @Argument(help: "The folder to write to.")
    var folder: String

    @OptionGroup var store: StoreOption

    func run() async throws {
        try await ending {
            let opened = try StoreOpening.open(store.path)
            defer { try? opened.close() }
            let published = try LogReading(store: opened.store).export()
            let size = published.export.size
            let progress = Progress(total: size, isShown: true)
            try published.write(to: folder) { progress.show($0) }
            progress.finish()
            Output.line("\(folder) has the log of \(size) leaves")
        }
    }
}
