import Clocks
import Consent
import Conversations
import FlowInterpreter
import FlowProgram

/// How long to wait: just before, at and just after something changes, or any time.
struct InterestingTimes {
    private let now: Timestamp
    private var instants: [Timestamp]

    init(_ program: Program, _ state: ContactState?, _ now: Timestamp) {
        self.now = now
        instants = []
        guard let state else { return }
        for (key, record) in state.ledger.records.sorted(by: { $0.key < $1.key }) {
            instants += [record.coolsUntil, record.expiresAt].compactMap(\.self)
            guard let first = record.firstRequestedAt,
                let law = program.laws.first(where: { $0.id == key.purpose })
            else { continue }
            instants.append(first.adding(law.confirmWithin))
        }
        for frame in state.session?.frames ?? [] { instants += frame.deadlines.map(\.due) }
        instants += state.kept.compactMap(\.value.expiresAt)
        if let heard = state.lastHeardAt,
            let window = program.channel(named: state.address.channel)?.window
        {
            instants.append(heard.adding(window))
        }
        instants = Set(instants).sorted()
    }

    /// Whole seconds from now, at least one.
    mutating func draw(_ chance: inout Chance) -> Timestamp {
        let soon = now.adding(Period(months: 0, milliseconds: 1000))
        let minutes: Int64 =
            switch chance.below(6) {
            case 0, 1: Int64(1 + chance.below(60))
            case 2, 3: Int64(60 + chance.below(1440))
            case 4: Int64(1440 * (1 + chance.below(5)))
            default: Int64(1440 * (1 + chance.below(60)))
            }
        let coming = instants.filter { $0 > now }
        guard !coming.isEmpty, chance.happens(65) else { return now.adding(.minutes(minutes)) }
        let seconds: Int64 = chance.pick([-60, -1, 0, 1, 60])
        let instant = chance.pick(coming)
        return max(soon, instant.adding(Period(months: 0, milliseconds: seconds * 1000)))
    }
}
