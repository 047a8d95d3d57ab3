import Clocks
import Consent
import Conversations

/// What was found through one lens: the situations, nearest first, and how they hang together.
package struct Exploration: Sendable {
    /// How a situation was first reached.
    struct Origin: Hashable, Sendable {
        let number: Int
        let move: Move
    }

    struct Connection: Sendable {
        let from: Int
        let to: Int
        let move: Move
        /// Whether the contact hears something on the way.
        var speaks: Bool { !said.isEmpty }
        /// The keys of the texts that are said on the way.
        let said: [String]
    }

    package let lens: Lens
    var situations: [Situation] = []
    var origins: [Origin?] = []
    private(set) var connections: [Connection] = []
    /// Turns decided, also those that led back.
    var turns = 0
    /// There were more situations than may be looked at.
    var isCutOff = false

    init(lens: Lens) {
        self.lens = lens
    }

    mutating func add(from: Int, to: Int, _ move: Move, said: [String]) {
        connections.append(Connection(from: from, to: to, move: move, said: said))
    }

    /// The step with the most situations.
    var crowded: Place? {
        var counts: [Place: Int] = [:]
        for place in situations.compactMap(\.place) { counts[place, default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// The shortest way to a situation, and from there on.
    func moves(to number: Int, then last: [Move] = []) -> [Move] {
        let path = path(to: number) + last.map { Origin(number: number, move: $0) }
        return ConversationPath(path, self).moves
    }

    /// The situations and moves on the shortest way to a situation.
    func path(to number: Int) -> [Origin] {
        var path: [Origin] = []
        var place = number
        while let origin = origins[place] {
            path.append(origin)
            place = origin.number
        }
        return path.reversed()
    }

    /// How long after a situation something would have ended that a move ends at once, in
    /// milliseconds; `nil` where the move ends nothing.
    func timeSaved(by move: Move, in number: Int) -> Int64? {
        let situation = situations[number]
        let records = situation.contact.ledger.records
        let end: Timestamp?
        switch move {
        case .lapse(let purpose):
            end = records[ConsentKey(purpose, on: lens.channel)]?.expiresAt
        case .coolOff(let purpose):
            end = records[ConsentKey(purpose, on: lens.channel)]?.coolsUntil
        case .say, .command, .open, .tap, .photo, .wait: return nil
        }
        return end.map { $0.milliseconds - situation.now.milliseconds }
    }
}

/// One turn of an exploration, before and after.
struct ExploredTurn {
    /// The number of the situation before.
    let number: Int
    let before: Situation
    let move: Move
    /// `nil` where only time went by.
    let outcome: TurnOutcome?
    let after: Situation
}
