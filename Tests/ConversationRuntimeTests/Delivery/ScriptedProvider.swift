import Channels
import Clocks
import ConversationRuntime
import Conversations
import JSONCoding
import Synchronization
import Testing

/// A provider in memory that does what a test says and remembers what reached it.
///
/// What it is sent is real: encoded and signed by the channel, and read here as a receiver would.
final class ScriptedProvider: Transport {
    struct Arrival: Equatable {
        let key: String
        let to: String
        let text: String
    }

    private struct State {
        var arrivals: [Arrival] = []
        var answers: [TransportResult] = []
        var isHolding = false
        var held: [CheckedContinuation<Void, Never>] = []
        var begun = 0
        var watching: [CheckedContinuation<Void, Never>] = []
        var brokenOff = 0
    }

    private let state = Mutex(State())

    var arrivals: [Arrival] { state.withLock { $0.arrivals } }
    var texts: [String] { arrivals.map(\.text) }
    var brokenOff: Int { state.withLock { $0.brokenOff } }

    /// The next answers, one for each request; afterwards everything is taken.
    func answer(_ answers: TransportResult...) {
        state.withLock { $0.answers += answers }
    }

    /// Requests are on their way, and do not arrive, until `release`.
    func hold() {
        state.withLock { $0.isHolding = true }
    }

    func release() {
        let held = state.withLock { state in
            state.isHolding = false
            defer { state.held = [] }
            return state.held
        }
        for request in held { request.resume() }
    }

    /// Waits until so many requests have been on their way.
    func begins(_ count: Int = 1) async {
        while state.withLock({ $0.begun < count }) {
            await withCheckedContinuation { watcher in
                let hasBegun = state.withLock { state in
                    guard state.begun < count else { return true }
                    state.watching.append(watcher)
                    return false
                }
                if hasBegun { watcher.resume() }
            }
        }
    }

    func send(_ request: ProviderRequest, within limit: Period) async -> TransportResult {
        let (isHolding, watching) = state.withLock { state in
            state.begun += 1
            defer { state.watching = [] }
            return (state.isHolding, state.watching)
        }
        for watcher in watching { watcher.resume() }
        if isHolding {
            await withTaskCancellationHandler {
                await withCheckedContinuation { waiting in
                    let isOver = state.withLock { state in
                        guard state.isHolding, !Task.isCancelled else { return true }
                        state.held.append(waiting)
                        return false
                    }
                    if isOver { waiting.resume() }
                }
            } onCancel: {
                // The connection is closed: whoever waits for an answer hears so.
                release()
            }
            if Task.isCancelled {
                state.withLock { $0.brokenOff += 1 }
                return .unknown(code: "broken-off")
            }
        }
        let arrival = Self.arrival(request)
        return state.withLock { state in
            let answer = state.answers.isEmpty ? nil : state.answers.removeFirst()
            let result = answer ?? .answered(Self.taken(as: "m-\(state.arrivals.count + 1)"))
            if case .notSent = result { return result }
            if let arrival { state.arrivals.append(arrival) }
            return result
        }
    }

    static func taken(as id: String) -> ProviderAnswer {
        ProviderAnswer(status: 200, body: [UInt8]("{\"id\":\"\(id)\"}".utf8))
    }

    static func refusal(_ status: Int, remedy: DispatchRemedy) -> TransportResult {
        let body = #"{"remedy":"\#(remedy.rawValue)","code":"test"}"#
        return .answered(ProviderAnswer(status: status, body: [UInt8](body.utf8)))
    }

    private static func arrival(_ request: ProviderRequest) -> Arrival? {
        guard let json = JSONReader.read(request.body), let data = json["data"],
            let to = data["to"]?.text, let text = data["text"]?.text,
            let key = request.headers["webhook-id"]
        else { return nil }
        return Arrival(key: key, to: to, text: text)
    }
}

/// What a dispatcher tells whoever watches it, one event after the other.
final class EventObserver: DispatchObserver {
    private struct State {
        var events = 0
        var paused: [String] = []
        var errors: [EngineError] = []
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    var events: Int { state.withLock { $0.events } }
    var paused: [String] { state.withLock { $0.paused } }
    var errors: [EngineError] { state.withLock { $0.errors } }

    /// Waits for an event that came after so many others.
    func event(after seen: Int) async {
        await withCheckedContinuation { waiter in
            let isThere = state.withLock { state in
                guard state.events <= seen else { return true }
                state.waiting.append(waiter)
                return false
            }
            if isThere { waiter.resume() }
        }
    }

    func tried(_ outcome: DispatchOutcome, on channel: String) { note { _ in } }
    func paused(_ channel: String, _ fault: DispatchFault) { note { $0.paused.append(channel) } }
    func lacksChannel(_ channel: String) { note { _ in } }
    func failed(_ error: EngineError) { note { $0.errors.append(error) } }

    private func note(_ change: (inout State) -> Void) {
        let waiting = state.withLock { state in
            change(&state)
            state.events += 1
            defer { state.waiting = [] }
            return state.waiting
        }
        for waiter in waiting { waiter.resume() }
    }
}
