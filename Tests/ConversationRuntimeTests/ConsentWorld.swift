import Audit
import Clocks
import Consent
import ConversationRuntime
import Conversations
import Encryption
import FlowCompiler
import FlowProgram
import Storage
import Testing

/// An engine with a newsletter to agree to by one word, and the flows for STOP and deletion.
struct ConsentWorld {
    let store: any ConversationStore
    let vault: any KeyVault
    let clock: VirtualClock
    let engine: Engine
    private let key: KeyEncryptionKey
    private var count = 0
    /// A restarted world goes on with message ids of its own.
    private let run: Int

    static let phone = "+491510000001"
    static let newsletter = PurposeID("newsletter")

    init(
        store: any ConversationStore = MemoryStore(),
        vault: any KeyVault = MemoryVault(),
        clock: VirtualClock = VirtualClock(Timestamp(milliseconds: 1_772_355_600_000)),
        key: KeyEncryptionKey = KeyEncryptionKey.generate(epoch: 1),
        run: Int = 1,
        deliveries: DeliverySignal? = nil
    ) throws {
        self.store = store
        self.vault = vault
        self.clock = clock
        self.key = key
        self.run = run
        try Vaults.initialize(vault, with: key, at: clock.now())
        let sources = Self.sources
        let compilation = WorkspaceCompiler.compile(sources)
        let problems = compilation.diagnostics.map { "\($0.span.path): \($0.sentence)" }
        engine = try Engine(
            program: try #require(compilation.program, "\(problems)"),
            sources: sources,
            store: store,
            vault: vault,
            key: key,
            clock: clock,
            entropy: .system,
            deliveries: deliveries
        )
    }

    /// The same store after the process died and was started again.
    func restarted(
        store: (any ConversationStore)? = nil,
        vault: (any KeyVault)? = nil,
        deliveries: DeliverySignal? = nil
    ) throws -> ConsentWorld {
        try ConsentWorld(
            store: store ?? self.store,
            vault: vault ?? self.vault,
            clock: clock,
            key: key,
            run: run + 1,
            deliveries: deliveries
        )
    }

    static func address(_ text: String = phone, on channel: String = "chat") throws
        -> ContactAddress
    {
        try #require(ContactAddress(channel: channel, text: text))
    }

    @discardableResult
    mutating func say(_ text: String, from: String = phone) async throws -> TurnReport {
        count += 1
        return try await engine.take(
            InboundMessage(
                address: try Self.address(from),
                providerID: "\(run)/\(count)",
                content: .text(text),
                receivedAt: clock.now(),
                localeHint: "en"
            )
        )
    }

    /// Two acts in two turns.
    mutating func subscribe(_ from: String = phone) async throws {
        for text in ["hello", "yes", "agree"] { try await say(text, from: from) }
        #expect(try consent(from) == .given)
    }

    func state(_ text: String = phone) throws -> ContactState? {
        try engine.state(of: try Self.address(text))
    }

    func consent(_ text: String = phone) throws -> ConsentState {
        try state(text)?.ledger.state(of: Self.newsletter, on: "chat") ?? .unknown
    }

    func holds() throws -> Bool { try AuditReading(store: store).verify().isIntact }

    /// Every leaf as text.
    func log() throws -> String {
        try store.leaves(from: 0, limit: 10_000)
            .map { String(decoding: $0.body, as: UTF8.self) }
            .joined(separator: "\n")
    }

    /// How many leaves hold a text.
    func leaves(_ text: String) throws -> Int {
        try log().split(separator: "\n").count { $0.contains(text) }
    }

    private static var sources: WorkspaceSources {
        WorkspaceSources(files: [
            SourceFile(path: "parley.yaml", text: settings),
            SourceFile(path: "flows/main.yaml", text: main),
            SourceFile(path: "flows/stop.yaml", text: stop),
            SourceFile(path: "flows/delete.yaml", text: delete),
            SourceFile(path: "flows/proof.yaml", text: proof),
            SourceFile(path: "locales/en.yaml", text: english),
        ])
    }

    private static let settings = """
        controller: { name: Example, address: Street 1, contact: a@example.com, country: DE }
        locales: [en]
        purposes: { newsletter: { opt-in: double, notice: privacy, marketing: true } }
        notices: { privacy: { version: 2026-03 } }
        channels: { chat: { provider: test, flow: main, vendor: carrier, quiet-hours: false } }
        vendors:
          carrier: { name: Carrier Ltd, country: IE, role: processor, receives: [phone number] }
        """

    private static let main = """
        flow: main
        steps:
          offer:
            say: { en: "The newsletter?" }
            choose:
              yes: { label: { en: "Yes" }, request: newsletter, then: notice }
              no: { label: { en: "No" }, decline: newsletter, end: declined }
          notice:
            notice: privacy
            choose:
              agree: { label: { en: "Agree" }, confirm: newsletter, then: menu }
          menu:
            say: { en: "What next?" }
            choose: { news: { label: { en: "News" }, then: news } }
          news: { say: { en: "The news." }, for: newsletter, then: menu }
        """

    private static let stop = """
        flow: stop
        command: stop
        steps:
          how-sure:
            when:
              certainty == "probable": sure
            then: stopped
          sure:
            say: { en: "Shall we stop?" }
            choose: { silence: { label: { en: "Yes, stop" }, withdraw: all, then: stopped } }
            after: { 1 day: silent }
          stopped: { say: { en: "No more messages." }, end: stopped }
          silent: { withdraw: all, end: stopped }
        """

    private static let delete = """
        flow: delete
        command: delete
        steps:
          sure:
            say: { en: "Delete everything?" }
            choose:
              erase: { label: { en: "Delete" }, then: gone }
              keep: { label: { en: "Keep" }, end: kept }
          gone: { exercise: erasure, say: { en: "It will be deleted." }, end: gone }
        """

    private static let proof = """
        flow: proof
        command: receipt
        steps:
          sent: { exercise: receipt, say: { en: "Here it is." }, end: sent }
        """

    private static let english = """
        messages: {}
        purposes: { newsletter: our newsletter }
        notices: { privacy@2026-03: "Example is responsible." }
        """
}
