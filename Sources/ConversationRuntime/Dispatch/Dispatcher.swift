import Channels
package import Clocks
package import Conversations
import Storage
import Synchronization

/// Hands queued messages over to their providers, until it is told to stop.
///
/// A contact has one message on its way at a time, so that messages arrive in their order; contacts
/// go side by side. What is on its way when it is told to stop is settled first.
package final class Dispatcher: Sendable {
    /// Messages on their way at the same time.
    package static let sendingLimit = 64
    /// How long a provider may take to answer.
    package static let sendingTime = Period.seconds(10)
    /// How long a STOP waits for a message that is on its way to arrive; then it is broken off.
    ///
    /// What arrived before STOP was acknowledged is no harm. Of what is broken off nobody knows.
    package static let stopPatience = Duration.seconds(5)
    /// The longest this waits before it looks at the queue again.
    private static let longestRest = Duration.milliseconds(250)
    /// Between two looks at lines that move as fast as the provider lets them.
    private static let saturatedRest = Duration.milliseconds(10)
    /// How long a message whose attempt could not be recorded waits for the store to recover.
    private static let storeRest = Duration.milliseconds(500)

    private let engine: Engine
    private let channels: ChannelTable
    private let transport: any Transport
    private let signal: DeliverySignal
    private let observer: any DispatchObserver
    private let paces = SendingPaces()
    private let queue = Mutex(DeliveryOrder())
    private let isStopping = Atomic(false)
    private let stopPatience: Duration

    package init(
        engine: Engine,
        channels: ChannelTable,
        transport: any Transport,
        signal: DeliverySignal,
        observer: any DispatchObserver,
        stopPatience: Duration = Dispatcher.stopPatience
    ) {
        self.engine = engine
        self.channels = channels
        self.transport = transport
        self.signal = signal
        self.observer = observer
        self.stopPatience = stopPatience
    }

    /// The channels that send nothing for now, and until when.
    package func paused() -> [String: Timestamp] { paces.paused(at: engine.clock.now()) }

    /// Delivers until `stop`.
    ///
    /// - Throws: `EngineError` when the queue cannot be read to begin with.
    package func run() async throws(EngineError) {
        try findQueued()
        await withDiscardingTaskGroup { group in
            while !isStopping.load(ordering: .acquiring) {
                let now = engine.clock.now()
                let new = signal.take()
                let (contacts, isSaturated) = queue.withLock { queue in
                    for (contact, channel) in new { queue.add(contact, on: channel) }
                    let next = queue.next(at: now, upTo: Self.sendingLimit) { channel in
                        free(on: channel, at: now)
                    }
                    return (next, queue.hasLines)
                }
                for contact in contacts {
                    group.addTask {
                        let next = await self.serve(contact)
                        self.queue.withLock { $0.finish(contact, next: next) }
                        self.signal.raise()
                    }
                }
                if isSaturated {
                    // What comes meanwhile stands in line; nobody is to look at it one by one.
                    try? await Task.sleep(for: Self.saturatedRest)
                } else if contacts.isEmpty {
                    await rest()
                }
            }
        }
    }

    /// Begins nothing new; `run` returns once what is on its way is settled.
    package func stop() {
        isStopping.store(true, ordering: .releasing)
        signal.raise()
    }

    /// Until something new is queued, or something old may be due.
    private func rest() async {
        await withDiscardingTaskGroup { group in
            group.addTask {
                guard (try? await Task.sleep(for: Self.longestRest)) != nil else { return }
                self.signal.raise()
            }
            await signal.wait()
            group.cancelAll()
        }
    }

    /// Messages that a channel may send now; one that is not set up is looked at all the same, for
    /// somebody to be told.
    private func free(on channel: String, at now: Timestamp) -> Int {
        guard let known = channels[channel] else { return 1 }
        return paces.free(on: channel, known.currentPace, at: now)
    }

    /// Everything that a process before this one left behind.
    private func findQueued() throws(EngineError) {
        var last: ContactID?
        do throws(StoreError) {
            while true {
                let piece = try engine.store.queuedContacts(after: last, limit: 1000)
                queue.withLock { queue in
                    for row in piece { queue.add(row.contact) }
                }
                guard let end = piece.last else { return }
                last = end.contact
            }
        } catch {
            throw .store(error)
        }
    }

    /// Delivers what one contact has, until nothing may leave.
    private func serve(_ contact: ContactID) async -> DeliveryOrder.Next {
        while !isStopping.load(ordering: .acquiring) {
            do throws(EngineError) {
                switch try await engine.prepare(contact) {
                case .nothing: return .never
                case .waits(let until): return .at(until)
                case .busy: return .at(engine.clock.now().adding(.seconds(1)))
                case .ready(let prepared):
                    if let next = await deliver(prepared) { return next }
                }
            } catch {
                observer.failed(error)
                return .at(engine.clock.now().adding(.seconds(5)))
            }
        }
        return .never
    }

    /// Hands one message over, or says when it may be tried.
    private func deliver(_ prepared: PreparedDispatch) async -> DeliveryOrder.Next? {
        let now = engine.clock.now()
        let name = prepared.message.address.channel
        guard let channel = channels[name] else {
            engine.release(prepared)
            observer.lacksChannel(name)
            return .at(now.adding(.minutes(1)))
        }
        switch paces.admit(prepared.contact, on: name, channel.currentPace, at: now) {
        case .admitted: break
        case .channelIsBusy:
            engine.release(prepared)
            return .whenFree(channel: name)
        case .contactWaits(let until):
            engine.release(prepared)
            return .at(until)
        }
        guard !engine.isStopped(prepared) else {
            engine.release(prepared)
            return nil
        }
        let outcome = await send(prepared, on: channel)
        engine.arrive(prepared)
        noteChannel(name, outcome, sentAt: now)
        await settle(prepared, outcome)
        observer.tried(outcome, on: name)
        return nil
    }

    private func send(
        _ prepared: PreparedDispatch,
        on channel: any Channel
    ) async -> DispatchOutcome {
        let request: ProviderRequest
        do {
            request = try channel.encode(
                Dispatch(
                    message: prepared.message,
                    key: prepared.key,
                    isWindowOpen: prepared.isWindowOpen
                )
            )
        } catch {
            return .refused(DispatchFault(code: error.code, remedy: .mendMessage))
        }
        let sealed = channel.seal(request, at: engine.clock.now())
        switch await carry(sealed, for: prepared) {
        case .answered(let answer): return channel.classify(answer)
        case .notSent(let code): return .refused(DispatchFault(code: code, remedy: .retry))
        case .unknown(let code): return .unknown(code: code)
        }
    }

    /// Sends; when the contact says STOP meanwhile, not for much longer.
    private func carry(
        _ request: ProviderRequest,
        for prepared: PreparedDispatch
    ) async -> TransportResult {
        await withTaskGroup(of: TransportResult?.self) { group in
            group.addTask { await self.transport.send(request, within: Self.sendingTime) }
            group.addTask {
                await self.engine.untilStopped(prepared)
                try? await Task.sleep(for: self.stopPatience)
                return nil
            }
            var result: TransportResult?
            // Whichever ends first ends the other.
            for await ended in group {
                result = ended ?? result
                group.cancelAll()
            }
            return result ?? .unknown(code: "broken-off")
        }
    }

    /// A fault of the sender holds up the whole channel, and a success ends that.
    private func noteChannel(
        _ name: String,
        _ outcome: DispatchOutcome,
        sentAt: Timestamp
    ) {
        let now = engine.clock.now()
        switch outcome {
        case .accepted: paces.resume(name, sentAt: sentAt)
        case .unknown: break
        case .refused(let fault):
            switch fault.remedy {
            case .slowSender:
                paces.pause(name, for: fault.retryAfter ?? .seconds(2), at: now)
            case .pauseChannel:
                paces.pause(name, for: fault.retryAfter ?? .seconds(30), at: now)
                observer.paused(name, fault)
            case .retry, .retryTomorrow, .slowContact, .withdrawMarketing, .optOut, .useTemplate,
                .unreachable, .mendTemplate, .mendMessage, .giveUp:
                break
            }
        }
    }

    /// Records an attempt, however long the store takes to recover: a message that was sent and is
    /// not recorded would be sent again.
    private func settle(_ prepared: PreparedDispatch, _ outcome: DispatchOutcome) async {
        while true {
            do throws(EngineError) {
                _ = try await engine.settle(prepared, outcome)
                return
            } catch {
                observer.failed(error)
                guard !isStopping.load(ordering: .acquiring) else {
                    return engine.release(prepared)
                }
                try? await Task.sleep(for: Self.storeRest)
            }
        }
    }
}

/// Who hears what deliveries come to: counts and names, never a message or an address.
package protocol DispatchObserver: Sendable {
    func tried(_ outcome: DispatchOutcome, on channel: String)
    /// Nothing is sent on a channel until somebody acts.
    func paused(_ channel: String, _ fault: DispatchFault)
    /// A message waits for a channel that is not set up.
    func lacksChannel(_ channel: String)
    func failed(_ error: EngineError)
}

extension Channel {
    /// How fast the provider takes messages, as the workspace knows it or as it usually does.
    fileprivate var currentPace: SendingPace { pace.with(perSecond: settings.messagesPerSecond) }
}
