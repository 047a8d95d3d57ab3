import ArgumentParser
import Audit
import Clocks
import CommandLineSupport
import ConversationRuntime
import Encryption
import FlowProgram
import StorageSQLite
import TransparencyLog

struct AuditCheckpointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "Sign the log as it is now and publish it.",
        discussion: """
            Prints the checkpoint: a C2SP signed note that says how many leaves there are and what \
            their root is. Give it to somebody you trust less than yourself: from then on nobody, \
            you included, can change what happened before without their noticing. Where it is \
            published by itself, and who must cosign, stands under `audit` in parley.yaml.

            The first time, it makes the log's signing key, which lives in the store. \
            `parley audit keys` prints its public half, which auditors need.
            """
    )

    @OptionGroup var store: StoreOption

    @OptionGroup var key: KeyOption

    @Flag(name: .long, help: "Replace the signing key first; the old one is destroyed.")
    var rotateKey = false

    @Flag(
        name: .long,
        help: "Go on under a new name after the store was rolled back or rewritten."
    )
    var newIncarnation = false

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            if rotateKey, newIncarnation {
                throw Failure.cannotRun("a new incarnation has a new key in any case")
            }
            let session = try StoreSession.open(store, key, checksPublished: !newIncarnation)
            do {
                try await sign(session)
                try session.close()
            } catch {
                try? session.close()
                throw error
            }
        }
    }

    private func sign(_ session: StoreSession) async throws {
        let log = session.engine.log
        let now = session.engine.clock.now()
        let signed =
            if newIncarnation {
                try log.beginIncarnation(at: now)
            } else if rotateKey {
                try log.rotateKey(at: now)
            } else {
                try log.checkpoint(at: now)
            }
        guard let signed else {
            throw Failure.cannotRun("the log has no leaves yet; there is nothing to sign")
        }
        let settled = try await witness(signed, session)
        print(json ? Self.json(settled) : settled.note.bytes.text, terminator: json ? "\n" : "")
        let places = log.publishedPlaces
        Output.error(
            places.isEmpty
                ? "nobody else has it yet: keep a copy elsewhere, or name a place under "
                    + "`audit: publish:` in parley.yaml"
                : "published in \(places.joined(separator: ", "))"
        )
    }

    /// Has the witnesses of the workspace's policy cosign, and publishes once they are enough.
    private func witness(
        _ signed: SignedCheckpoint,
        _ session: StoreSession
    ) async throws -> SignedCheckpoint {
        guard let file = session.program.audit.witnessPolicy else { return signed }
        let path = "\(store.workspace.workspace)/\(file)"
        let policy = try LogTrust(verifier: nil, policy: path).requiredPolicy()
        let reading = LogReading(store: session.folder.store)
        let client = WitnessClient(transport: URLSessionTransport(), clock: SystemClock())
        let round = await client.cosign(signed, by: policy) { old, new in
            try reading.consistency(from: old, to: new).path
        }
        for answer in round.answers {
            if case .failure(let failure) = answer.outcome {
                Output.error("\(answer.witness.name) did not cosign: \(failure.text)")
            }
        }
        guard policy.isMet(by: round.cosigners) else {
            throw Failure.doesNotHold(
                "the checkpoint is signed and stored, and not published: the policy in \(path) "
                    + "asks for more cosignatures than the \(round.cosigners.count) that came"
            )
        }
        try session.engine.log.publish(
            cosigned: round.checkpoint,
            at: session.engine.clock.now()
        )
        return round.checkpoint
    }

    private static func json(_ signed: SignedCheckpoint) -> String {
        let checkpoint = signed.checkpoint
        return "{\"origin\": \(JSONText.quoted(checkpoint.origin)), "
            + "\"size\": \(checkpoint.size), \"root\": \"\(checkpoint.root.hex)\", "
            + "\"note\": \(JSONText.quoted(signed.note.bytes.text))}"
    }
}

extension [UInt8] {
    /// Bytes that are text by their form.
    var text: String { String(decoding: self, as: UTF8.self) }
}
