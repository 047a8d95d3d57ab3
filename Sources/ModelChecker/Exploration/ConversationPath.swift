import Clocks

/// A way through an exploration as a conversation that can be held.
///
/// Where something ends on the way that would have gone on for long, the contact rests before the
/// conversation until it is about to; everything after the rest is that much later.
struct ConversationPath {
    private(set) var moves: [Move] = []
    /// Where the moves of each situation on the way begin.
    private var begins: [Int: Int] = [:]
    /// How much later everything is than in the exploration, in milliseconds.
    private var shift: Int64 = 0
    /// How much of that is the rest before one conversation.
    private var rested: [Int: Int64] = [:]

    init(_ path: [Exploration.Origin], _ exploration: Exploration) {
        for part in path {
            if begins[part.number] == nil { begins[part.number] = moves.count }
            switch part.move {
            case .wait(let until): moves.append(.wait(until: until.adding(milliseconds: shift)))
            case .say, .command, .tap, .photo: moves.append(part.move)
            case .lapse, .coolOff: rest(before: part, exploration)
            }
        }
    }

    private mutating func rest(before part: Exploration.Origin, _ exploration: Exploration) {
        guard let rest = exploration.situations[part.number].rest, let begin = begins[rest.number],
            let time = exploration.timeSaved(by: part.move, in: part.number)
        else { preconditionFailure("what ends early did not begin in this conversation") }
        let missing = max(1, time - rested[rest.number, default: 0])
        let start = exploration.situations[rest.number].now.adding(milliseconds: shift)
        // It still goes on when the conversation begins, if only for a moment.
        delay(from: begin, by: missing - 1)
        moves.insert(.wait(until: start.adding(milliseconds: missing - 1)), at: begin)
        for (number, place) in begins where place > begin { begins[number] = place + 1 }
        shift += missing
        rested[rest.number, default: 0] += missing
        let now = exploration.situations[part.number].now
        moves.append(.wait(until: now.adding(milliseconds: shift)))
    }

    private mutating func delay(from begin: Int, by time: Int64) {
        for place in begin..<moves.count {
            guard case .wait(let until) = moves[place] else { continue }
            moves[place] = .wait(until: until.adding(milliseconds: time))
        }
    }
}
