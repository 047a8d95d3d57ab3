import Channels
import Clocks
import ConversationRuntime
import Conversations
import Encryption
import Storage
import Testing

/// An engine whose messages go to a provider in memory while a body runs.
struct DeliveryWorld {
    var world: ConsentWorld
    let provider = ScriptedProvider()
    let observer = EventObserver()
    let dispatcher: Dispatcher
    let signal: DeliverySignal

    static let secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="

    /// The channel `chat`, on which every message is signed JSON to an address of our own.
    static func channel() throws -> any Channel {
        try StandardWebhooksChannel(
            ChannelSettings(
                name: "chat",
                api: "https://provider.example/messages",
                secrets: ChannelSecrets([
                    "signing-secret": [secret], "outgoing-secret": [secret],
                ])
            )
        )
    }

    init(
        stopPatience: Duration = .zero,
        _ make: (DeliverySignal) throws -> ConsentWorld
    ) throws {
        signal = DeliverySignal()
        world = try make(signal)
        dispatcher = Dispatcher(
            engine: world.engine,
            channels: ChannelTable([try Self.channel()]),
            transport: provider,
            signal: signal,
            observer: observer,
            stopPatience: stopPatience
        )
    }

    init(stopPatience: Duration = .zero) throws {
        try self.init(stopPatience: stopPatience) { try ConsentWorld(deliveries: $0) }
    }

    /// Runs a body while messages are delivered.
    static func run(
        _ delivering: DeliveryWorld? = nil,
        _ body: (inout DeliveryWorld) async throws -> Void
    ) async throws {
        var world = if let delivering { delivering } else { try DeliveryWorld() }
        let dispatcher = world.dispatcher
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await dispatcher.run() }
            let outcome: Result<Void, any Error>
            do {
                outcome = .success(try await body(&world))
            } catch {
                outcome = .failure(error)
            }
            world.provider.release()
            dispatcher.stop()
            try await group.waitForAll()
            try outcome.get()
        }
    }

    /// Waits, attempt by attempt, until something holds.
    func until(_ holds: () throws -> Bool) async throws {
        while true {
            let seen = observer.events
            if try holds() { return }
            await observer.event(after: seen)
        }
    }

    func queued(_ text: String = ConsentWorld.phone) throws -> Int {
        let contact = try world.engine.directory.find(try ConsentWorld.address(text))
        return try contact.map { try world.store.queued(for: $0.id).count } ?? 0
    }
}
