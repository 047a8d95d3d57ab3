import Audit
import Clocks
import ConversationRuntime
import Conversations
import Encryption
import FlowCompiler
import FlowProgram
import Foundation
import Storage
import StorageSQLite

/// A bounded load for crash tests and for looking at memory: many contacts talk at once, and each
/// turn is named on standard output after it is durable, never before.
///
///     parley-load WORKSPACE STORE KEYFILE TURNS [CONTACTS]
@main
enum Load {
    /// More turns than this need another tool.
    static let turnLimit = 10_000_000

    static func main() async {
        do {
            try await run(CommandLine.arguments)
        } catch {
            FileHandle.standardError.write(Data("error: \(error)\n".utf8))
            exit(2)
        }
    }

    private static func run(_ arguments: [String]) async throws {
        guard arguments.count >= 5, let turns = Int(arguments[4]), turns <= turnLimit else {
            throw Problem(text: "usage: parley-load WORKSPACE STORE KEYFILE TURNS [CONTACTS]")
        }
        let contacts = arguments.count > 5 ? Int(arguments[5]) ?? 64 : 64
        let folder = try StoreFolder(path: arguments[2])
        let key = try KeySource.file(arguments[3]).load()
        let engine = try open(workspace: arguments[1], folder, key)
        // Another run on the same store must not look like repeated messages.
        let run = String(try folder.store.frontier().size)
        await withTaskGroup(of: Void.self) { group in
            for contact in 0..<contacts {
                let share = turns / contacts + (contact < turns % contacts ? 1 : 0)
                group.addTask { await talk(engine, run, contact: contact, turns: share) }
            }
        }
        try folder.close()
    }

    struct Problem: Error, CustomStringConvertible {
        let text: String
        var description: String { text }
    }

    private static func open(
        workspace: String,
        _ folder: StoreFolder,
        _ key: KeyEncryptionKey
    ) throws -> Engine {
        var diagnostics = Diagnostics()
        let sources = try WorkspaceFolder(path: workspace).sources(into: &diagnostics)
        guard let program = WorkspaceCompiler.compile(sources).program else {
            throw Problem(text: "the workspace does not compile; see `parley check`")
        }
        try Vaults.initialize(folder.vault, with: key, at: SystemClock().now())
        return try Engine(
            program: program,
            sources: sources,
            store: folder.store,
            vault: folder.vault,
            key: key,
            clock: SystemClock(),
            entropy: .system
        )
    }

    private static func talk(_ engine: Engine, _ run: String, contact: Int, turns: Int) async {
        let number = String(contact)
        let padding = String(repeating: "0", count: max(0, 7 - number.count))
        guard
            let address = ContactAddress(channel: "whatsapp", text: "+4915\(padding)\(number)")
        else { preconditionFailure("the address is well formed") }
        let words = ["hello", "hm", "yes", "what?", "no", "hello"]
        for turn in 0..<turns {
            let id = "\(run)-\(contact)-\(turn)"
            let message = InboundMessage(
                address: address,
                providerID: id,
                content: .text(words[turn % words.count]),
                receivedAt: SystemClock().now(),
                localeHint: "en"
            )
            do {
                let report = try await engine.take(message)
                if report.result.isNew { acknowledge(id) }
            } catch {
                FileHandle.standardError.write(Data("error: \(error.sentence)\n".utf8))
                return
            }
        }
    }

    /// One unbuffered write a line: whoever reads it knows that the turn was durable before.
    private static func acknowledge(_ id: String) {
        FileHandle.standardOutput.write(Data("ack \(id)\n".utf8))
    }
}
