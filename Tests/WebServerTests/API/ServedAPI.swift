import Audit
import Clocks
import Consent
import ConversationRuntime
import Conversations
import Dispatch
import Encryption
import FlowCompiler
import FlowProgram
import JSONCoding
import Logging
import RawHTTP
import Storage
import Synchronization
import Testing
import WebServer

/// An engine with a newsletter to agree to, and the interface for programs on a free port while a
/// body runs.
struct ServedAPI {
    let store = MemoryStore()
    let vault = MemoryVault()
    let clock = VirtualClock(Timestamp(milliseconds: 1_772_355_600_000))
    let engine: Engine
    let keys: APIKeys
    let refusals = Words()
    var budgets = APIBudgets.standard
    var paused: [String: Timestamp] = [:]

    static let phone = "+491510000001"

    init() throws {
        let key = KeyEncryptionKey.generate(epoch: 1)
        try Vaults.initialize(vault, with: key, at: clock.now())
        let compilation = WorkspaceCompiler.compile(Self.sources)
        let problems = compilation.diagnostics.map { "\($0.span.path): \($0.sentence)" }
        engine = try Engine(
            program: try #require(compilation.program, "\(problems)"),
            sources: Self.sources,
            store: store,
            vault: vault,
            key: key,
            clock: clock,
            entropy: .system
        )
        keys = APIKeys(store: vault, log: store, entropy: .system)
    }

    // MARK: What is there

    /// A key that may do these things; everything, unless told otherwise.
    func key(_ scopes: [APIScope] = APIScope.allCases) throws -> String {
        let name = try #require(APIKeyName("test"))
        return try keys.create(name: name, scopes: scopes, at: clock.now()).text.text
    }

    static func address(_ text: String = phone) throws -> ContactAddress {
        try #require(ContactAddress(channel: "chat", text: text))
    }

    /// Has a contact write texts, and gives its pseudonym.
    @discardableResult
    func say(_ texts: String..., from phone: String = phone) async throws -> String {
        for text in texts {
            let message = InboundMessage(
                address: try Self.address(phone),
                providerID: "\(try store.frontier().size)",
                content: .text(text),
                receivedAt: clock.now(),
                localeHint: "en"
            )
            _ = try await engine.take(message)
        }
        let contact = try engine.pseudonym(of: try Self.address(phone))
        return Hex.encode(try #require(contact).bytes)
    }

    /// A contact that agreed to the newsletter in two acts.
    func subscribed() async throws -> String {
        try await say("hello", "yes", "agree")
    }

    /// A contact with one message that delivery gave up; its id.
    func buried() async throws -> Int64 {
        let contact = try await say("hello")
        let id = try #require(Hex.decode(contact).flatMap { ContactID(bytes: $0) })
        guard case .ready(let prepared) = try await engine.prepare(id) else {
            Issue.record("nothing was queued")
            return 0
        }
        let fault = DispatchFault(code: "131026", remedy: .unreachable)
        _ = try await engine.settle(prepared, .refused(fault))
        return try #require(try store.deadLetters(after: 0, limit: 1).first).id
    }

    /// Every leaf as text.
    func log() throws -> [String] {
        try store.leaves(from: 0, limit: 10_000).map { String(decoding: $0.body, as: UTF8.self) }
    }

    /// Whether the log holds, and the store is what it tells of.
    func holds() throws -> Bool {
        try AuditReading(store: store).verify(comparesStore: true).isIntact
    }

    // MARK: Serving

    /// Runs `body` with a client, on a thread of its own because its sockets block.
    func serve<Value: Sendable>(
        _ body: @escaping @Sendable (APIClient) throws -> Value
    ) async throws -> Value {
        let server = APIServer(
            routes: APIRoutes(
                engine: engine,
                keys: keys,
                budgets: budgets,
                paused: { [paused] in paused },
                refused: { [refusals] in refusals.add($0) }
            ),
            configuration: WebServerConfiguration(
                address: ListenAddress(host: "127.0.0.1", port: 0),
                limits: APIServer.limits
            ),
            logger: Logger(label: "test") { _ in
                JSONLogHandler(level: .critical, clock: SilentClock(), write: { _ in })
            }
        )
        let (ports, ready) = AsyncStream<Int>.makeStream()
        let value = try await withThrowingTaskGroup(of: Void.self) { group -> Value? in
            group.addTask {
                defer { ready.finish() }
                try await server.serve { ready.yield($0.port) }
            }
            guard let port = await ports.first(where: { _ in true }) else { return nil }
            let result = await withCheckedContinuation { done in
                DispatchQueue(label: "client").async {
                    done.resume(returning: Result { try body(APIClient(port: port)) })
                }
            }
            group.cancelAll()
            return try result.get()
        }
        guard let value else { throw NotServed() }
        return value
    }

    private struct NotServed: Error {}
}

/// Words that were told.
final class Words: Sendable {
    private let words = Mutex<[String]>([])

    var all: [String] { words.withLock { $0 } }

    func add(_ word: String) {
        words.withLock { $0.append(word) }
    }
}

private struct SilentClock: WallClock {
    func now() -> Timestamp { Timestamp(milliseconds: 0) }
}

// MARK: The workspace

extension ServedAPI {
    private static var sources: WorkspaceSources {
        WorkspaceSources(files: [
            SourceFile(path: "parley.yaml", text: settings),
            SourceFile(path: "flows/main.yaml", text: main),
            SourceFile(path: "flows/signup.yaml", text: signup),
            SourceFile(path: "flows/stop.yaml", text: stop),
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
        revision: 3
        slots:
          first-name: { type: text, max: 40, personal: true, keep: 30 days }
          order: { type: text, max: 8 }
        steps:
          offer:
            say: { en: "The newsletter?" }
            choose:
              yes: { label: { en: "Yes" }, request: newsletter, then: notice }
              no: { label: { en: "No" }, decline: newsletter, end: declined }
          notice:
            notice: privacy
            choose:
              agree: { label: { en: "Agree" }, confirm: newsletter, then: name }
          name:
            ask: first-name
            say: { en: "Your name?" }
            then: thanks
          thanks: { say: { en: "Thank you." }, end: done }
        """

    private static let signup = """
        flow: signup
        revision: 1
        steps:
          notice:
            notice: privacy
            choose:
              agree: { label: { en: "Agree" }, confirm: newsletter, end: given }
              no: { label: { en: "No" }, decline: newsletter, end: declined }
        """

    private static let stop = """
        flow: stop
        command: stop
        steps:
          stopped: { say: { en: "No more messages." }, end: stopped }
        """

    private static let english = """
        messages: {}
        purposes: { newsletter: our newsletter }
        notices: { privacy@2026-03: "Example is responsible." }
        """
}
