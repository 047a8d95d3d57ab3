import Conversations
import FlowProgram

/// V7: unclear replies come to an end: nobody is asked the same thing for ever.
struct ReasksAreBounded: Property {
    static let id = PropertyID.reasksAreBounded

    init(_ program: Program, _ lens: Lens) {}

    func breaches(in exploration: Exploration) -> [Breach] {
        var next: [Int: Exploration.Connection] = [:]
        for connection in exploration.connections where connection.move == .photo {
            if next[connection.from] == nil { next[connection.from] = connection }
        }
        var settled: Set<Int> = []
        var breaches: [Breach] = []
        for start in exploration.situations.indices where !settled.contains(start) {
            var path: [Int] = []
            var entries: [Int: Int] = [:]
            var place = start
            while !settled.contains(place), entries[place] == nil, let step = next[place] {
                entries[place] = path.count
                path.append(place)
                place = step.to
            }
            if let entry = entries[place] {
                let circle = path[entry...]
                let isSpoken = circle.contains { next[$0]?.speaks ?? false }
                // Where the conversation ends in between, a new one begins: something else.
                let isOne = circle.allSatisfy { exploration.situations[$0].place != nil }
                if isSpoken, isOne {
                    breaches.append(breach(at: place, length: circle.count, exploration))
                }
            }
            settled.formUnion(path)
        }
        return breaches
    }

    private func breach(at number: Int, length: Int, _ exploration: Exploration) -> Breach {
        Breach(
            "an unclear reply is answered for ever, in a circle of \(length)",
            help: "give `unclear` a `then` that leads on, or ends",
            at: exploration.situations[number].place,
            in: number,
            by: Array(repeating: .photo, count: length + 1),
            seenBy: .said
        )
    }
}
