import Clocks
import ConversationRuntime
import Conversations
import Encryption
import FlowCompiler
import FlowProgram
import Foundation
import Storage
import StorageSQLite
import Testing

/// A small workspace and an engine on a real store, for tests.
struct World {
    let store: any ConversationStore
    let vault: any KeyVault
    let clock = VirtualClock(Timestamp(milliseconds: 1_772_355_600_000))
    let key: KeyEncryptionKey
    let engine: Engine

    init(
        _ steps: String = World.question,
        store: any ConversationStore = MemoryStore(),
        vault: any KeyVault = MemoryVault(),
        key: KeyEncryptionKey = KeyEncryptionKey.generate(epoch: 1),
        audit: String = "",
        sinks: (AuditSettings) -> [any CheckpointSink] = { _ in [] }
    ) throws {
        self.store = store
        self.vault = vault
        self.key = key
        try Vaults.initialize(vault, with: key, at: clock.now())
        let (program, sources) = try Self.compile(steps, audit: audit)
        engine = try Engine(
            program: program,
            sources: sources,
            store: store,
            vault: vault,
            key: key,
            clock: clock,
            entropy: .system,
            sinks: sinks(program.audit)
        )
    }

    static let question = """
        steps:
          ask:
            say: { en: "Yes or no?" }
            choose:
              agree: { label: { en: "Agree" }, then: thanks }
              refuse: { label: { en: "Refuse" }, then: thanks }
            after: { 1 day: thanks }
          thanks: { say: { en: "Thank you." }, end: done }
        """

    static func compile(
        _ steps: String,
        audit: String = ""
    ) throws -> (Program, WorkspaceSources) {
        let settings = """
            controller: { name: Example, address: Street 1, contact: a@example.com, country: DE }
            locales: [en]
            purposes: {}
            notices: {}
            channels: { chat: { provider: test, flow: main } }
            \(audit)
            """
        let stop = """
            flow: stop
            revision: 1
            command: stop
            steps:
              stopped: { say: { en: "No more messages." }, end: stopped }
            """
        let sources = WorkspaceSources(files: [
            SourceFile(path: "parley.yaml", text: settings),
            SourceFile(path: "flows/stop.yaml", text: stop),
            SourceFile(path: "flows/main.yaml", text: "flow: main\nrevision: 1\n\(steps)\n"),
            SourceFile(path: "locales/en.yaml", text: "messages: {}\n"),
        ])
        let compilation = WorkspaceCompiler.compile(sources)
        let problems = compilation.diagnostics.map { "\($0.span.path): \($0.sentence)" }
        return (try #require(compilation.program, "\(problems)"), sources)
    }

    static func address(_ text: String = "+491510000001") throws -> ContactAddress {
        try #require(ContactAddress(channel: "chat", text: text))
    }

    func message(
        _ text: String,
        id: String,
        from address: String = "+491510000001"
    ) throws -> InboundMessage {
        InboundMessage(
            address: try Self.address(address),
            providerID: id,
            content: .text(text),
            receivedAt: clock.now(),
            localeHint: "en"
        )
    }

    @discardableResult
    func say(_ text: String, id: String) async throws -> TurnReport {
        try await engine.take(try message(text, id: id))
    }

    /// The bodies said in a turn.
    static func bodies(_ report: TurnReport) -> [String] {
        report.notes.compactMap { note in
            if case .said(let message) = note { message.body } else { nil }
        }
    }
}

/// A store on disk in a folder of its own, removed after `body`.
func withStoreFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let path = FileManager.default.temporaryDirectory
        .appendingPathComponent("parley-runtime-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(path)
}
