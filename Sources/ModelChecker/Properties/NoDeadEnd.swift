import Clocks
import Conversations
import FlowInterpreter
import FlowProgram

/// V5: whatever is waited for has a deadline, and from everywhere there is a way to an end.
///
/// That an idle conversation is given up after weeks is no way to end one.
struct NoDeadEnd: Property {
    static let id = PropertyID.noDeadEnd
    private let program: Program

    init(_ program: Program, _ lens: Lens) { self.program = program }

    func breaches(in exploration: Exploration) -> [Breach] {
        var seen: Set<Place> = []
        let waiting = exploration.situations.indices.filter { isWithoutDeadline(exploration, $0) }
        let endless = waiting.compactMap { number -> Breach? in
            guard let place = exploration.situations[number].place, seen.insert(place).inserted
            else { return nil }
            return breach(
                "nothing happens when the contact never answers",
                place,
                number,
                exploration
            )
        }
        return endless + withoutEnd(exploration, &seen)
    }

    /// Whether nothing but the contact leads on; that a value is forgotten leads nowhere.
    private func isWithoutDeadline(_ exploration: Exploration, _ number: Int) -> Bool {
        guard let session = exploration.situations[number].contact.session else { return false }
        return session.frames.allSatisfy(\.deadlines.isEmpty)
    }

    /// Situations from which no reply and no deadline leads to an end.
    private func withoutEnd(_ exploration: Exploration, _ seen: inout Set<Place>) -> [Breach] {
        guard !exploration.isCutOff else { return [] }
        var sources: [[Int]] = Array(repeating: [], count: exploration.situations.count)
        for connection in exploration.connections where !isIdling(connection, exploration) {
            sources[connection.to].append(connection.from)
        }
        var ends = exploration.situations.indices.filter { number in
            exploration.situations[number].contact.session == nil
        }
        var reaches = Set(ends)
        while let number = ends.popLast() {
            for source in sources[number] where reaches.insert(source).inserted {
                ends.append(source)
            }
        }
        return exploration.situations.indices.compactMap { number in
            // From an unclear answer everything leads on that led on before it.
            guard !reaches.contains(number), let place = exploration.situations[number].place,
                exploration.situations[number].contact.session?.top.unclearCount == 0,
                seen.insert(place).inserted
            else { return nil }
            return breach(
                "no reply and no deadline leads to an end",
                place,
                number,
                exploration
            )
        }
    }

    /// A command, or that nobody has said anything for weeks: neither is the flow's doing.
    private func isIdling(
        _ connection: Exploration.Connection,
        _ exploration: Exploration
    ) -> Bool {
        switch connection.move {
        case .command, .lapse, .coolOff: return true
        case .say, .open, .tap, .photo: return false
        case .wait(let until):
            let session = exploration.situations[connection.from].contact.session
            return session.map { $0.lastTurnAt.adding(program.sessionIdle) <= until } ?? false
        }
    }

    private func breach(
        _ sentence: String,
        _ place: Place,
        _ number: Int,
        _ exploration: Exploration
    ) -> Breach {
        let situation = exploration.situations[number]
        let last = situation.contact.session?.lastTurnAt ?? situation.now
        return Breach(
            sentence,
            help: "add `after: { 1 day: STEP }` to the step, or a way that ends",
            at: place,
            in: number,
            by: [.wait(until: last.adding(program.sessionIdle))],
            seenBy: .idled
        )
    }
}
