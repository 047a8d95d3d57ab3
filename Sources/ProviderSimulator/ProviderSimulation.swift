package import Channels
package import Clocks
package import ConversationRuntime
import Conversations
import Synchronization

/// A provider at work: takes messages, tells of what contacts do, and makes the mistakes it is told
/// to make.
package final class ProviderSimulation: Sendable {
    /// How often a webhook that is not taken is sent again, and how long the first wait is.
    private static let mostAttempts = 12
    private static let firstWait = Duration.milliseconds(250)
    private static let webhookTime = Period(months: 0, milliseconds: 20_000)

    /// A message as it reached the contact's telephone.
    package struct Arrival: Sendable {
        package let id: String
        package let message: SimulatedMessage
    }

    private struct State {
        var random: SeededGenerator
        var count: UInt64
        var second: Int64 = 0
        var takenInSecond = 0
    }

    private let provider: any SimulatedProvider
    private let transport: any Transport
    /// The webhook's address, which may change when the daemon starts again.
    private let webhook: @Sendable () -> String
    private let faults: SimulatorFaults
    private let clock: any WallClock
    private let onArrival: @Sendable (Arrival) -> Void
    private let state: Mutex<State>
    /// What the provider tells by itself, in the order it came about.
    private let news = AsyncStream<WebhookRequest>.makeStream()

    /// Prepares a provider that calls `webhook`, asked anew for each attempt, and tells `onArrival`
    /// of every message as it reaches the contact's telephone.
    package init(
        provider: any SimulatedProvider,
        webhook: @escaping @Sendable () -> String,
        transport: any Transport,
        faults: SimulatorFaults = .none,
        clock: any WallClock,
        onArrival: @escaping @Sendable (Arrival) -> Void
    ) {
        self.provider = provider
        self.webhook = webhook
        self.transport = transport
        self.faults = faults
        self.clock = clock
        self.onArrival = onArrival
        // Ids go on where the clock is, so that a simulator that starts again makes new ones.
        let start = UInt64(max(0, clock.now().milliseconds)) << 16
        state = Mutex(State(random: SeededGenerator(seed: faults.seed), count: start))
    }

    package var standardContact: String { provider.standardContact }

    /// Answers a call to the provider's interface.
    package func answer(_ call: WebhookRequest) -> ProviderAnswer {
        let message: SimulatedMessage
        switch provider.read(call) {
        case .other(let answer): return answer
        case .message(let read): message = read
        }
        let now = clock.now()
        switch verdict(at: now) {
        case .throttled: return provider.throttled
        case .refused: return provider.refused(code: faults.errorCode)
        case .taken(let id):
            onArrival(Arrival(id: id, message: message))
            for stage in [MessageStatus.Stage.sent, .delivered] {
                let status = provider.webhook(for: stage, of: id, to: message.to, at: now)
                if let status { news.continuation.yield(status) }
            }
            return provider.taken(message, as: id)
        }
    }

    /// Tells of how far messages came, until the task is cancelled.
    package func run() async {
        await withDiscardingTaskGroup { group in
            for await status in news.stream {
                group.addTask { _ = await self.deliver(status) }
            }
        }
    }

    private enum Verdict {
        case taken(String)
        case refused, throttled
    }

    private func verdict(at now: Timestamp) -> Verdict {
        state.withLock { state in
            let second = now.milliseconds / 1000
            if state.second != second { (state.second, state.takenInSecond) = (second, 0) }
            guard state.takenInSecond < faults.messagesPerSecond else { return .throttled }
            if Double.random(in: 0..<1, using: &state.random) < faults.errors { return .refused }
            state.takenInSecond += 1
            return .taken(Self.nextID(&state))
        }
    }

    /// Digits only: every provider's ids may be that.
    private static func nextID(_ state: inout State) -> String {
        state.count += 1
        return String(state.count)
    }

    /// Tells of what a contact did, as often and as late as the faults want it.
    ///
    /// - Returns: The provider's id of it, and the status of the last answer, `nil` when there was
    ///   none to the end.
    @discardableResult
    package func act(
        _ act: ContactAct,
        as contact: String
    ) async -> (id: String, status: Int?) {
        let (id, isTwice) = state.withLock { state in
            (
                Self.nextID(&state),
                Double.random(in: 0..<1, using: &state.random) < faults.duplicates
            )
        }
        let request = provider.webhook(for: act, of: contact, id: id, at: clock.now())
        if isTwice {
            async let second = deliver(request)
            let first = await deliver(request)
            return (id, await second ?? first)
        }
        return (id, await deliver(request))
    }

    /// Sends a webhook until it is taken, as providers do.
    private func deliver(_ request: WebhookRequest) async -> Int? {
        let delay = state.withLock { state in
            Int.random(in: 0...max(0, faults.delayMilliseconds), using: &state.random)
        }
        if delay > 0 { try? await Task.sleep(for: .milliseconds(delay)) }
        var status: Int?
        for attempt in 0..<Self.mostAttempts {
            let outgoing = ProviderRequest(
                url: webhook(),
                headers: request.headers,
                body: request.body
            )
            if case .answered(let answer) = await transport.send(
                outgoing,
                within: Self.webhookTime
            ) {
                status = answer.status
                // What is refused for good is not sent for ever.
                if answer.status < 500 { return status }
            }
            guard !Task.isCancelled else { return status }
            try? await Task.sleep(for: Self.firstWait * (1 << min(attempt, 4)))
        }
        return status
    }
}
