import ProviderSimulator
import Synchronization

/// The contacts: so many talk at the same time, and each goes on when a message arrives.
final class StormCrowd: Sendable {
    /// A conversation that has not come to its STOP by then is a finding.
    private static let longest = Duration.seconds(120)

    let arrivals = AsyncStream<ProviderSimulation.Arrival>.makeStream()
    private let count: Int
    private let width: Int
    private let states = Mutex<[String: StormContact]>([:])
    private let endings = Mutex<[String: CheckedContinuation<Bool, Never>]>([:])

    init(count: Int, width: Int) {
        self.count = count
        self.width = width
    }

    var contacts: [String: StormContact] { states.withLock { $0 } }

    /// Every conversation, so many at a time; how many came to their end.
    func converse(through simulation: ProviderSimulation) async -> Int {
        await withTaskGroup(of: Int.self) { group in
            group.addTask { [self] in
                await answerArrivals(through: simulation)
                return 0
            }
            group.addTask { [self] in
                let finished = await converseAll(through: simulation)
                arrivals.continuation.finish()
                return finished
            }
            return await group.reduce(0, +)
        }
    }

    private func converseAll(through simulation: ProviderSimulation) async -> Int {
        await withTaskGroup(of: Bool.self) { group in
            var finished = 0
            for number in 0..<count {
                if number >= width, await group.next() == true { finished += 1 }
                group.addTask { await self.conversation(number, simulation) }
            }
            for await isFinished in group where isFinished { finished += 1 }
            return finished
        }
    }

    private func answerArrivals(through simulation: ProviderSimulation) async {
        await withDiscardingTaskGroup { group in
            for await arrival in arrivals.stream {
                let contact = arrival.message.to
                let act = states.withLock { $0[contact]?.take(arrival) ?? nil }
                guard let act else { continue }
                group.addTask { await self.act(act, contact, simulation) }
            }
        }
    }

    private func conversation(_ number: Int, _ simulation: ProviderSimulation) async -> Bool {
        let contact = "4917\(100_000_000 + number)"
        states.withLock { $0[contact] = StormContact() }
        return await withTaskGroup(of: Bool?.self) { group in
            group.addTask { await self.ending(of: contact) }
            group.addTask {
                await self.act(.text("hello"), contact, simulation)
                return nil
            }
            group.addTask {
                if (try? await Task.sleep(for: Self.longest)) != nil {
                    self.end(contact, isFinished: false)
                }
                return nil
            }
            for await isFinished in group {
                guard let isFinished else { continue }
                group.cancelAll()
                return isFinished
            }
            return false
        }
    }

    private func ending(of contact: String) async -> Bool {
        await withCheckedContinuation { done in
            let isOver = states.withLock { $0[contact]?.isStopAcknowledged ?? false }
            if isOver { return done.resume(returning: true) }
            endings.withLock { $0[contact] = done }
        }
    }

    private func end(_ contact: String, isFinished: Bool) {
        endings.withLock { $0.removeValue(forKey: contact) }?.resume(returning: isFinished)
    }

    private func act(
        _ act: ContactAct,
        _ contact: String,
        _ simulation: ProviderSimulation
    ) async {
        let (id, status) = await simulation.act(act, as: contact)
        guard status == 200 else { return }
        let isStop = act == .text("STOP")
        states.withLock { states in
            states[contact]?.acknowledged.append(id)
            if isStop { states[contact]?.isStopAcknowledged = true }
        }
        if isStop { end(contact, isFinished: true) }
    }

    /// Kills the daemon each time another part of the conversations has begun, and starts it again.
    func kill(_ daemon: RunningDaemon, times: Int) async throws {
        for number in 0..<times {
            let goal = (number + 1) * count / (times + 1)
            while states.withLock({ $0.count }) < goal {
                try await Task.sleep(for: .milliseconds(5))
            }
            await daemon.kill()
            try await daemon.start()
        }
    }
}
