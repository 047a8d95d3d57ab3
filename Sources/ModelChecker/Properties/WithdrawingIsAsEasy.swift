import Consent
import Conversations
import FlowProgram

// LAW: Art. 7(3) GDPR: it shall be as easy to withdraw as to give consent.
/// C1: from where consent holds, it takes no more replies to end it than it took to give it.
struct WithdrawingIsAsEasy: Property {
    static let id = PropertyID.withdrawingIsAsEasy

    init(_ program: Program, _ lens: Lens) {}

    func breaches(in exploration: Exploration) -> [Breach] {
        exploration.lens.purposes.flatMap { breaches(of: $0, in: exploration) }
    }

    private func breaches(of purpose: PurposeID, in exploration: Exploration) -> [Breach] {
        let isGiven = exploration.situations.map { situation in
            let ledger = situation.contact.ledger
            return ledger.state(of: purpose, on: exploration.lens.channel).isValid
        }
        guard let first = isGiven.firstIndex(of: true) else { return [] }
        let giving = exploration.moves(to: first).count(where: \.isContact)
        let hard = hardest(isGiven, exploration)
        guard let hard, hard.replies > giving else { return [] }
        return [
            Breach(
                "\(purpose) is given in \(giving) replies and withdrawn "
                    + (hard.replies == .max ? "by none" : "in \(hard.replies)"),
                help: "let one reply withdraw it, as STOP does",
                at: exploration.situations[hard.situation].place,
                in: hard.situation,
                by: [.command(CommandTexts.stop)],
                seenBy: .notWithdrawn(purpose)
            )
        ]
    }

    /// Where it takes the most replies to withdraw, of the situations in which STOP is tried: in
    /// the others it does what it does in those.
    private func hardest(
        _ isGiven: [Bool],
        _ exploration: Exploration
    ) -> (situation: Int, replies: Int)? {
        var replies = isGiven.map { $0 ? Int.max : 0 }
        var sources: [[Int]] = Array(repeating: [], count: isGiven.count)
        var isTried = isGiven.map { _ in false }
        for connection in exploration.connections where connection.move.isContact {
            sources[connection.to].append(connection.from)
            if connection.move == .command(CommandTexts.stop) { isTried[connection.from] = true }
        }
        var front = isGiven.indices.filter { !isGiven[$0] }
        while !front.isEmpty {
            var next: [Int] = []
            for place in front {
                for source in sources[place] where replies[source] == .max {
                    replies[source] = replies[place] + 1
                    next.append(source)
                }
            }
            front = next
        }
        let hardest = isGiven.indices.filter { isGiven[$0] && isTried[$0] }
            .max { replies[$0] < replies[$1] }
        // What was not followed to its end says nothing.
        guard let hardest, !exploration.isCutOff else { return nil }
        return (hardest, replies[hardest])
    }
}
