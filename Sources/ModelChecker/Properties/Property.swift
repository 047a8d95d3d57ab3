import Conversations
import FlowProgram

/// Something that must hold in every conversation.
///
/// It sees each turn of an exploration once, and at its end how everything hangs together.
protocol Property {
    static var id: PropertyID { get }

    init(_ program: Program, _ lens: Lens)

    /// What breaks it in one turn.
    mutating func breaches(in turn: ExploredTurn) -> [Breach]
    /// What breaks it in the whole.
    func breaches(in exploration: Exploration) -> [Breach]
}

extension Property {
    mutating func breaches(in turn: ExploredTurn) -> [Breach] { [] }
    func breaches(in exploration: Exploration) -> [Breach] { [] }
}

/// Where a property is broken, and how to get there.
struct Breach {
    let sentence: String
    let help: String
    /// The step it is about.
    let place: Place?
    /// The situation it happens in.
    let situation: Int
    /// The moves that show it there.
    let moves: [Move]
    let evidence: Evidence
    /// The whole way, where it is not the shortest one to the situation.
    private(set) var way: [Exploration.Origin]?

    init(
        _ sentence: String,
        help: String,
        at place: Place?,
        in situation: Int,
        by moves: [Move],
        seenBy evidence: Evidence
    ) {
        self.sentence = sentence
        self.help = help
        self.place = place
        self.situation = situation
        self.moves = moves
        self.evidence = evidence
    }

    /// The same on another way through the exploration, the last move included.
    func along(_ way: [Exploration.Origin]) -> Breach {
        var breach = self
        breach.way = way
        return breach
    }
}
