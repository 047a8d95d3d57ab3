import Conversations
import FlowProgram
import TextMatching

// LAW: Art. 4(11), Art. 7(4) GDPR: what cannot be refused was not agreed to freely.
/// C3: where a reply asks for a purpose or agrees to it, another one does not, and leads away from
/// the question.
struct EveryQuestionHasANo: Property {
    static let id = PropertyID.everyQuestionHasANo
    private let program: Program

    init(_ program: Program, _ lens: Lens) { self.program = program }

    func breaches(in exploration: Exploration) -> [Breach] {
        var asked: [Place: Int] = [:]
        var refusable: Set<Place> = []
        for connection in exploration.connections {
            guard let place = exploration.situations[connection.from].place,
                case .reply(let menu) = program[place.flow][step: place.step].exit,
                menu.edges.contains(where: \.isAgreeing)
            else { continue }
            if asked[place] == nil { asked[place] = connection.from }
            let after = exploration.situations[connection.to]
            let stays = after.contact.session != nil && after.place == place
            if !stays, menu.refuses(by: connection.move) { refusable.insert(place) }
        }
        return asked.filter { !refusable.contains($0.key) }.sorted { $0.value < $1.value }
            .map { place, number in
                Breach(
                    "every reply to this question agrees, or brings it back",
                    help: "add a choice with `decline` that leads on to another step, or to an end",
                    at: place,
                    in: exploration.origins[number]?.number ?? number,
                    by: [exploration.origins[number]?.move].compactMap(\.self),
                    seenBy: .said
                )
            }
    }
}

extension Act.Kind {
    /// Whether it leads towards consent.
    var isAgreeing: Bool { self == .request || self == .confirm }
}

extension Edge {
    fileprivate var isAgreeing: Bool { act?.kind.isAgreeing ?? false }
}

extension ReplyMenu {
    /// Whether a move is a reply that agrees to nothing.
    fileprivate func refuses(by move: Move) -> Bool {
        switch move {
        case .tap(let name): choices.contains { $0.name == name && !($0.edge?.isAgreeing ?? false) }
        // A text is tried as the example of one pattern.
        case .say(let text):
            patterns.contains { !$0.edge.isAgreeing && $0.pattern.example() == text }
        case .command, .open, .photo, .wait, .lapse, .coolOff: false
        }
    }
}
