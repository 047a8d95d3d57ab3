import Audit
import Clocks
import ConversationRuntime
import Conversations
import Encryption
import FlowProgram
import MessageCatalog
import Storage
import StoreConformance

/// A small world in which one random conversation is held: the real engine on stores in memory, a
/// clock that is moved by hand, and the observer who watches.
final class SoakWorld {
    let workspace: SoakWorkspace
    let plan: ConversationPlan
    let store = MemoryStore()
    let vault = MemoryVault()
    let clock = VirtualClock(Timestamp(milliseconds: 1_772_355_600_000))
    let addresses: [ContactAddress]
    let tally: Tally
    var observer: Observer
    private(set) var engine: Engine
    var editionPlace = 0
    var callCount = 0
    var messageCount = 0
    var leafCount: UInt64 = 0
    /// Everything that was sent, for duplicates.
    var sent: [(address: Int, message: InboundMessage)] = []
    /// The buttons of the last question, by address, and of all questions.
    var buttons: [Int: [OutboundMessage.Button]] = [:]
    var allButtons: [Int: [OutboundMessage.Button]] = [:]
    /// Hears what happens, for somebody who looks at a breach.
    var onLine: ((String) -> Void)?
    private let entropy: Entropy
    private static let key = KeyEncryptionKey.generate(epoch: 1)

    init(_ plan: ConversationPlan, in workspace: SoakWorkspace, _ tally: Tally) throws {
        self.plan = plan
        self.workspace = workspace
        self.tally = tally
        entropy = Entropy(seed: plan.entropySeed)
        try Vaults.initialize(vault, with: Self.key, at: clock.now())
        let channels = workspace.editions[0].program.channels.prefix(2).map(\.name)
        let names = (0..<plan.addressCount).map { channels[$0 % channels.count] }
        addresses = try names.enumerated().map { try Self.address($0.offset, on: $0.element) }
        engine = try Self.open(workspace.editions[0], store, vault, clock, entropy)
        observer = Observer(channels: names, edition: workspace.editions[0], tally: tally)
    }

    var edition: Edition { workspace.editions[editionPlace] }

    /// Plays the whole conversation.
    ///
    /// - Throws: `Breach` at the first event that breaks an invariant.
    func play() async throws {
        for (place, step) in plan.steps.enumerated() {
            do {
                try await play(step)
            } catch var breach as Breach {
                breach.event = place + 1
                throw breach
            }
        }
        try verifyLog()
        tally.count("conversations")
    }

    private func play(_ step: SoakStep) async throws {
        onLine?(step.line)
        try await pass(step.gap.period, wakes: step.wakes)
        tally.count("event: \(step.event.kind)")
        try await perform(step.event, step.fault)
        if step.delivers {
            try await deliver()
            try await attend()
        }
        try examineClaims()
    }

    /// Moves the clock; contacts whose time has come are woken on the way, a little late.
    private func pass(_ period: Period, wakes: Bool) async throws {
        let start = clock.now().milliseconds
        let target = clock.now().adding(period)
        guard wakes else { return clock.advance(to: target) }
        let stops = Self.stopsOnTheWay
        for stop in 1...stops {
            let at = start + (target.milliseconds - start) * Int64(stop) / Int64(stops)
            clock.advance(to: Timestamp(milliseconds: at))
            for id in try store.due(at: clock.now(), limit: Self.wokenAtOnce) {
                guard let address = address(of: id) else { continue }
                tally.count("timers")
                try await call(.time(address)) { () throws(EngineError) in
                    try await self.engine.wake(id)
                }
            }
        }
    }

    private static let stopsOnTheWay = 3
    private static let wokenAtOnce = 4

    /// Throws the engine away and opens another on the same store, as after a crash.
    func reopen() throws {
        engine = try Self.open(edition, store, vault, clock, entropy)
    }

    /// The same on a store and a vault that fail together where a plan says so.
    func reopen(failingBy faults: FaultPlan) throws {
        let store = FaultyStore(store, faults)
        engine = try Self.open(edition, store, FaultyVault(vault, faults), clock, entropy)
    }

    func reload() throws {
        editionPlace = min(editionPlace + 1, workspace.editions.count - 1)
        try engine.registry.replace(with: edition.program, sources: edition.sources)
        observer.edition = edition
        tally.count("reloads")
    }

    func address(of id: ContactID) -> Int? {
        addresses.indices.first { (try? engine.directory.find(addresses[$0]))?.id == id }
    }

    func contactIDs() throws -> [ContactID?] {
        var ids: [ContactID?] = []
        for address in addresses { ids.append(try engine.directory.find(address)?.id) }
        return ids
    }

    private func verifyLog() throws {
        let report = try AuditReading(store: store).verify()
        guard report.isIntact else {
            throw Breach(.audited, "the log does not verify: \(report.findings.count) findings")
        }
    }

    private static func open(
        _ edition: Edition,
        _ store: any ConversationStore,
        _ vault: any KeyVault,
        _ clock: VirtualClock,
        _ entropy: Entropy
    ) throws -> Engine {
        try Engine(
            program: edition.program,
            sources: edition.sources,
            store: store,
            vault: vault,
            key: key,
            clock: clock,
            entropy: entropy
        )
    }

    private static func address(_ number: Int, on channel: String) throws -> ContactAddress {
        let text = "+49170000000\(number + 1)"
        guard let address = ContactAddress(channel: channel, text: text) else {
            throw SoakWorkspace.Problem(description: "a channel has no usable name")
        }
        return address
    }
}
