import Clocks

/// A way through an exploration as a conversation that can be held.
///
/// Where something ends on the way that would have gone on for long, the contact rests before the
/// conversation until it is about to; everything after the rest is that much later.
struct ConversationPath {
    private(set) var moves: [Move] = []
    private let exploration: Exploration
    /// The time in the conversation: situations that are one may have different times.
    private var now: Timestamp
    /// Where the moves of each situation on the way begin, and when.
    private var begins: [Int: (place: Int, now: Timestamp)] = [:]
    /// How long the contact rested before each conversation, in milliseconds.
    private var rested: [Int: Int64] = [:]

    init(_ path: [Exploration.Origin], _ exploration: Exploration) {
        self.exploration = exploration
        now = path.first.map { exploration.situations[$0.number].now } ?? Explorer.start
        for part in path {
            begins[part.number] = (moves.count, now)
            switch part.move {
            case .wait(let until):
                let then = exploration.situations[part.number].now
                now = now.adding(milliseconds: until.milliseconds - then.milliseconds)
                moves.append(.wait(until: now))
            case .say, .command, .open, .tap, .photo: moves.append(part.move)
            case .lapse, .coolOff: rest(before: part)
            }
        }
    }

    private mutating func rest(before part: Exploration.Origin) {
        guard let rest = exploration.situations[part.number].rest,
            let begin = begins[rest.number],
            let time = exploration.timeSaved(by: part.move, in: part.number)
        else { preconditionFailure("what ends early did not begin in this conversation") }
        let missing = max(1, time - rested[rest.number, default: 0])
        // It still goes on when the conversation begins, if only for a moment.
        for place in begin.place..<moves.count {
            guard case .wait(let until) = moves[place] else { continue }
            moves[place] = .wait(until: until.adding(milliseconds: missing - 1))
        }
        moves.insert(.wait(until: begin.now.adding(milliseconds: missing - 1)), at: begin.place)
        for (number, start) in begins where start.place >= begin.place {
            begins[number] = (start.place + 1, start.now.adding(milliseconds: missing - 1))
        }
        rested[rest.number, default: 0] += missing
        now = now.adding(milliseconds: missing)
        moves.append(.wait(until: now))
    }
}
