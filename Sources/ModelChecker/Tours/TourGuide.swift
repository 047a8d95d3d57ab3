import Audit
package import Consent
import Conversations
package import FlowProgram

/// Makes a suite of conversations that together go along every way the checker finds, timers
/// included.
///
/// The longest of the shortest conversations first: it goes along most of what it takes to get
/// there, and what it has gone along needs no conversation of its own.
package struct TourGuide: Sendable {
    private let program: Program
    private let limit: Int
    private let matcher: CommandMatcher

    package init(
        program: Program,
        limit: Int = ModelChecker.standardLimit,
        matcher: CommandMatcher = .standard
    ) {
        self.program = program
        self.limit = limit
        self.matcher = matcher
    }

    /// The tours, those of one purpose and channel together; the same ones for the same program.
    package func tours() -> [Tour] {
        var gone: Set<TourWay> = []
        return Lens.all(of: program).flatMap { tours(through: $0, &gone) }
    }

    private func tours(through lens: Lens, _ gone: inout Set<TourWay>) -> [Tour] {
        var explorer = Explorer(program, lens, matcher, limit: limit)
        var firsts: [TourWay: Int] = [:]
        var turns: [(number: Int, move: Move, ways: [TourWay])] = []
        var byOrigin: [Exploration.Origin: Int] = [:]
        explorer.explore { turn in
            let ways = turn.ways(program)
            for way in ways where firsts[way] == nil { firsts[way] = turns.count }
            let origin = Exploration.Origin(number: turn.number, move: turn.move)
            if byOrigin[origin] == nil { byOrigin[origin] = turns.count }
            turns.append((turn.number, turn.move, ways))
        }
        let exploration = explorer.exploration
        // Later turns are further away; of two that are first to something, the later one first.
        var tours: [Tour] = []
        for place in Set(firsts.values).sorted(by: >) {
            let turn = turns[place]
            let path =
                exploration.path(to: turn.number) + [
                    Exploration.Origin(number: turn.number, move: turn.move)
                ]
            let ways = path.compactMap { byOrigin[$0] }.flatMap { turns[$0].ways }
            var added: Set<TourWay> = []
            let new = ways.filter { !gone.contains($0) && added.insert($0).inserted }
            guard turn.ways.contains(where: added.contains) else { continue }
            gone.formUnion(new)
            tours.append(
                Tour(
                    channel: lens.channel,
                    start: Explorer.start,
                    conversation: ConversationPath(path, exploration).moves,
                    ways: new
                )
            )
        }
        return tours.reversed()
    }
}

extension ExploredTurn {
    /// The ways gone in the turn, as the log names them.
    fileprivate func ways(_ program: Program) -> [TourWay] {
        (outcome?.drafts ?? []).compactMap { draft in
            let event = draft.event
            guard [.flowStarted, .flowMoved, .flowEnded].contains(event.kind),
                let flow = event.flow?.prefix(while: { $0 != "@" })
            else { return nil }
            guard event.kind == .flowEnded, let place = before.place, case .tap(let choice) = move,
                program[place.flow].name == flow
            else {
                return TourWay(
                    flow: String(flow),
                    from: event.from,
                    to: event.to,
                    cause: event.cause
                )
            }
            // The log does not tell apart two choices that end alike.
            return TourWay(
                flow: String(flow),
                from: program[place.flow][step: place.step].name,
                to: event.to,
                cause: "choice:\(choice) by button"
            )
        }
    }
}
