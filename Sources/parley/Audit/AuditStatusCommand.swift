import ArgumentParser
import Audit
import Clocks
import CommandLineSupport
import ConversationRuntime
import Storage
import StorageSQLite
import TransparencyLog

struct AuditStatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "How long the log is, how far it is signed, and what is not published yet.",
        discussion: """
            What is not published could still be changed by whoever controls this machine: the \
            exposure window. It becomes an alarm after `audit: exposure:` in parley.yaml.

            Exit status: 0 all is well, 1 the window is open for too long, 2 could not run.
            """
    )

    @OptionGroup var store: StoreOption

    @OptionGroup var key: KeyOption

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() async throws {
        try await ending {
            let session = try StoreSession.open(store, key)
            defer { try? session.close() }
            let status = try LogStatus(session)
            Output.line(json ? status.json : status.text)
            if status.exposure.isAlarming { throw ExitCode(1) }
        }
    }
}

/// The figures of a log, for people and for what watches over it.
struct LogStatus {
    let size: UInt64
    let first: UInt64
    let checkpoint: SignedCheckpoint?
    let signedAt: Timestamp?
    let key: NoteKey?
    let epochs: Int
    let exposure: LogExposure
    let places: [String]
    let holds: [String]

    init(_ session: StoreSession) throws {
        let log = session.engine.log
        let store = session.folder.store
        size = try store.frontier().size
        first = try store.firstLeaf()
        checkpoint = try log.lastCheckpoint()
        signedAt = try store.lastCheckpoint()?.at
        let keys = try log.verifiers()
        key = keys.last
        epochs = keys.count
        exposure = try log.exposure(at: session.engine.clock.now())
        places = log.publishedPlaces
        holds = try log.holds().map(\.name)
    }

    var text: String {
        var lines = [
            "\(size) leaves" + (first > 0 ? ", of which the first \(first) were removed" : "")
        ]
        if let checkpoint, let signedAt, let key {
            lines.append(
                "signed up to \(checkpoint.checkpoint.size) at \(signedAt.text), as "
                    + "\(checkpoint.checkpoint.origin), with key \(epochs) (\(key.title))"
            )
        } else {
            lines.append("never signed; `parley audit checkpoint` begins")
        }
        lines.append(
            places.isEmpty
                ? "published nowhere; name a place under `audit: publish:` in parley.yaml"
                : "published in \(places.joined(separator: ", "))"
        )
        if exposure.leaves > 0 {
            let alarm = exposure.isAlarming ? ": too long" : ""
            lines.append(
                "\(exposure.leaves) leaves are not published, the first for "
                    + "\(exposure.age / 1000) seconds\(alarm)"
            )
        }
        if !holds.isEmpty { lines.append("holds: \(holds.joined(separator: ", "))") }
        return lines.joined(separator: "\n")
    }

    var json: String {
        let holds = holds.map { JSONText.quoted($0) }.joined(separator: ", ")
        return "{\"leaves\": \(size), \"firstLeaf\": \(first), "
            + "\"signedUpTo\": \(checkpoint?.checkpoint.size ?? 0), "
            + "\"signedAt\": \(signedAt.map { JSONText.quoted($0.text) } ?? "null"), "
            + "\"keyEpoch\": \(epochs), "
            + "\"key\": \(key.map { JSONText.quoted($0.text) } ?? "null"), "
            + "\"exposedLeaves\": \(exposure.leaves), "
            + "\"exposedMilliseconds\": \(exposure.age), "
            + "\"exposureLimitMilliseconds\": \(exposure.limit), "
            + "\"isAlarming\": \(exposure.isAlarming), \"holds\": [\(holds)]}"
    }
}
