import Audit
import Conversations
import ConversationRuntime
import Clocks
import Storage
import Synchronization

/// What the turns of a visit write, in bytes: the raw bound writes the same.
struct TurnSizes {
    struct Leaf {
        let bytes: Int
        /// What the leaf commits to; 0 is nothing.
        let payload: Int
    }

    struct Turn {
        let state: Int
        let messages: [Int]
        let leaves: [Leaf]
    }

    let turns: [Turn]

    /// Plays one contact on a store in memory and measures what is handed to the store.
    init(_ workspace: CompiledWorkspace, _ visit: VisitTurns) async throws {
        let recorded = Mutex<[TurnCommit]>([])
        let store = MemoryStore { turns in recorded.withLock { $0 += turns } }
        let engine = try workspace.engine(on: store, MemoryVault())
        for number in 0..<Talk.agreement.count + Talk.visit.count {
            let message = try Talk.message(number, of: 0, at: SystemClock().now())
            _ = try await engine.take(message)
        }
        let written = recorded.withLock { $0 }.dropFirst(Talk.agreement.count)
        turns = try zip(written, visit.turns).map { written, decided in
            let drafts = decided.outcome.drafts
            guard drafts.count == written.leaves.count else {
                throw BenchError("a turn was written otherwise than it was decided")
            }
            return Turn(
                state: written.sealedState.count,
                messages: written.outbox.map(\.sealed.count),
                leaves: zip(written.leaves, drafts).map { leaf, draft in
                    Leaf(bytes: leaf.body.count, payload: draft.payload?.count ?? 0)
                }
            )
        }
    }

    /// The form the raw bound reads, which its `trace.h` explains.
    var trace: String {
        let inboxBytes =
            "parley/inbox/v1".utf8.count + Talk.channel.utf8.count
            + Talk.providerID(0, of: 0).utf8.count + 2
        var lines: [String] = ["contacts \(Talk.contacts)", "inbox \(inboxBytes)"]
        for turn in turns {
            lines.append("turn \(turn.state)")
            lines += turn.messages.map { "outbox \($0)" }
            lines += turn.leaves.map { "leaf \($0.bytes) \($0.payload)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A turn on average, for people.
    var sentence: String {
        let messages = turns.flatMap(\.messages)
        let leaves = turns.flatMap(\.leaves).map(\.bytes)
        return "a turn writes a sealed state of \(mean(turns.map(\.state))) bytes, "
            + "\(share(messages.count)) sealed messages of \(mean(messages)) bytes and "
            + "\(share(leaves.count)) audit leaves of \(mean(leaves)) bytes"
    }

    private func mean(_ numbers: [Int]) -> Int {
        numbers.isEmpty ? 0 : numbers.reduce(0, +) / numbers.count
    }

    /// How many there are for each turn, with one decimal.
    private func share(_ count: Int) -> String {
        Figure.decimal(Double(count) / Double(turns.count), places: 1)
    }
}
