import Foundation
import Synchronization

/// Random conversations, each watched by an observer that derives for itself what is allowed.
///
///     parley-soak --conversations 100000 --seed 1
///
/// Ends with 1 when an invariant broke, and with the shortest conversation that breaks it.
@main
enum Soak {
    static func main() async {
        do {
            let options = try SoakOptions(Array(CommandLine.arguments.dropFirst()))
            let workspaces = try SoakWorkspace.all(folder: options.workspace, seed: options.seed)
            let start = ContinuousClock.now
            let run = Run(options, workspaces)
            await run.hold()
            let summary = await run.summary(after: ContinuousClock.now - start)
            let text = options.isJSON ? try summary.json() : summary.text
            FileHandle.standardOutput.write(Data("\(text)\n".utf8))
            exit(summary.isSound ? 0 : 1)
        } catch {
            FileHandle.standardError.write(Data("error: \(error)\n".utf8))
            exit(2)
        }
    }
}

/// One run: workers that take conversations by their numbers until one breaks an invariant.
final class Run: Sendable {
    private struct State {
        var next: Int
        var counts: [String: Int] = [:]
        var finding: Finding?
    }

    private let options: SoakOptions
    private let workspaces: [SoakWorkspace]
    private let state: Mutex<State>
    private let end: Int

    init(_ options: SoakOptions, _ workspaces: [SoakWorkspace]) {
        self.options = options
        self.workspaces = workspaces
        state = Mutex(State(next: options.only ?? 0))
        end = options.only.map { $0 + 1 } ?? options.conversations
    }

    func hold() async {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<options.workers { group.addTask { await self.work() } }
        }
    }

    @concurrent
    private func work() async {
        let tally = Tally()
        while let number = nextNumber() {
            let plan = ConversationPlan(
                seed: options.seed,
                number: number,
                workspaces: workspaces.count
            )
            let workspace = workspaces[plan.workspace]
            let breach = await Conversation.hold(plan, in: workspace, tally)
            guard let breach else { continue }
            let finding = Finding(breach: breach, plan: plan, workspace: workspace)
            state.withLock { $0.finding = $0.finding ?? finding }
            break
        }
        let counts = tally.counts
        state.withLock { $0.counts.merge(counts, uniquingKeysWith: +) }
    }

    private func nextNumber() -> Int? {
        state.withLock { state in
            guard state.finding == nil, state.next < end else { return nil }
            state.next += 1
            return state.next - 1
        }
    }

    func summary(after elapsed: Duration) async -> SoakSummary {
        let (counts, finding) = state.withLock { ($0.counts, $0.finding) }
        let tally = Tally()
        tally.add(counts)
        let shrunk = await finding?.shrunk()
        return SoakSummary(
            seed: options.seed,
            counts: counts,
            missing: finding == nil && options.only == nil && !options.allowsGaps
                ? tally.missing : [],
            elapsed: elapsed,
            finding: shrunk,
            replay: await shrunk?.replay() ?? []
        )
    }
}
