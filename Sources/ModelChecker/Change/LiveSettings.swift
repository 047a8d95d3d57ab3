import Clocks
import FlowProgram

/// V13, beside the questions: settings that conversations which are going on depend on.
struct LiveSettings {
    let pair: EditionPair
    let waits: [Wait]

    var findings: [ChangeFinding] { shorterIdle + removedChannels + changedKeptSlots }

    /// Questions that stay open for longer than a conversation lasts now.
    private var shorterIdle: [ChangeFinding] {
        let (before, now) = (pair.old.sessionIdle, pair.new.sessionIdle)
        let start = Timestamp(milliseconds: 0)
        guard start.adding(now) < start.adding(before) else { return [] }
        let cut = waits.filter { wait in
            guard wait.new != nil else { return false }
            let step = pair.old[wait.old.flow][step: wait.old.step]
            guard step.exit.waits else { return false }
            var ends = step.deadlines.map { start.adding($0.period) }
            if case .wait(let period, _) = step.exit { ends.append(start.adding(period)) }
            return ends.max().map { $0 > start.adding(now) } ?? true
        }
        guard let first = cut.first else { return [] }
        let others = cut.count > 1 ? " and \(Counted.text(cut.count - 1, "other place"))" : ""
        return [
            pair.finding(
                .safeForLiveSessions,
                "`session-idle` is \(now.text) now and was \(before.text): whoever waits at "
                    + "`\(first.place.text)`\(others) and answers later is not taken up there",
                help: "keep `session-idle` at \(before.text), or give these questions a deadline "
                    + "that comes sooner",
                live: pair.live.count(at: Set(cut.map(\.place)), .goingOn)
            )
        ]
    }

    private var removedChannels: [ChangeFinding] {
        pair.old.channels.filter { pair.new.channel(named: $0.name) == nil }.map { channel in
            pair.finding(
                .safeForLiveSessions,
                "the channel `\(channel.name)` is declared no more: what is written there is not "
                    + "heard, and what is queued for it is not sent",
                help: "declare the channel for as long as anybody is written to there"
            )
        }
    }

    // A kept value is read back by the names of its flow and slot, whatever its type is by then.
    private var changedKeptSlots: [ChangeFinding] {
        pair.old.flows.flatMap { old -> [ChangeFinding] in
            guard let index = pair.new.flow(named: old.name) else { return [] }
            let new = pair.new[index]
            return old.slots.compactMap { slot -> ChangeFinding? in
                guard slot.keep != nil, let place = new.slot(named: slot.name) else { return nil }
                let (before, now) = (slot.kind.valueType, new[slot: place].kind.valueType)
                guard new[slot: place].keep != nil, before != now else { return nil }
                return pair.finding(
                    .safeForLiveSessions,
                    "`\(slot.name)` of `\(old.name)` is kept of contacts as \(before.inWords), and "
                        + "the new edition reads it back as \(now.inWords)",
                    help: "give the slot another name: what is kept under the old one ends by "
                        + "itself",
                    flow: old.name
                )
            }
        }
    }
}

extension ValueType {
    fileprivate var inWords: String {
        switch self {
        case .text: "a text"
        case .number: "a number"
        case .truth: "a yes or no"
        case .date: "a date"
        case .purpose: "a purpose"
        case .notice: "a notice"
        }
    }
}
