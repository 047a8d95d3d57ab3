/// Courses of events that random draws alone would seldom bring together.
enum Courses {
    /// An event of a course, and the time before it where that matters; then nobody is woken.
    struct Planned {
        let event: SoakEvent
        let gap: Gap?
    }

    static func draw(
        _ who: Int,
        among count: Int,
        _ random: inout SeededGenerator
    ) -> [Planned] {
        if random.happens(60) {
            return meeting(who, among: count, &random).map { Planned(event: $0, gap: nil) }
        }
        let pick = random.below(997)
        let between: [SoakEvent] = [
            .operation(who, .invalidate), .locale(who, pick: pick), .reload,
        ]
        return switch random.below(4) {
        case 0: oldNotice(who, random.pick(between))
        case 1: sprungNotice(who)
        case 2: otherChannel(who, among: count)
        default: secondRequest(who)
        }
    }

    /// Withdrawals that meet whatever else may happen to a contact.
    private static func meeting(
        _ who: Int,
        among count: Int,
        _ random: inout SeededGenerator
    ) -> [SoakEvent] {
        let other = random.below(count)
        let pick = random.below(997)
        let first = SoakEvent.tap(who, .current(pick: 0))
        let stop = SoakEvent.write(who, .stop(pick: pick))
        let start = SoakEvent.write(who, .start(pick: pick))
        switch random.below(8) {
        // Withdrawn while something waits, and wanted back.
        case 0: return [.operation(who, .withdraw(pick: pick)), start, first, first, first]
        case 1: return [stop, start, first, first, first, first]
        // Gone, and back again.
        case 2: return [stop, .erase(who), .write(who, .hello), first, first, first]
        case 3:
            return [
                .operation(who, .withdraw(pick: pick)), .erase(who), .write(who, .hello), first,
                .write(who, .yes(pick: 0)), first, .write(who, .yes(pick: 0)),
            ]
        // Two that are one.
        case 4: return [.write(other, .stop(pick: pick)), .merge(other, into: who), first, first]
        case 5:
            return [.suppress(other), .link(other, to: who), .write(other, .hello), first, first]
        case 6: return [.operation(who, .restriction), first, .rest, .operation(who, .lift)]
        default:
            return [stop, .changeNumber(who, to: other), .write(other, .hello), first, first]
        }
    }

    // MARK: Courses through the flows that were written to break the rules

    /// A notice is seen, something comes between, and a request and a confirmation follow without.
    private static func oldNotice(_ who: Int, _ between: SoakEvent) -> [Planned] {
        notice(who) + [soon(between)] + askedWithout(who)
    }

    /// A notice is seen on one channel, and request and confirmation follow on another.
    private static func otherChannel(_ who: Int, among count: Int) -> [Planned] {
        // Neighbours are on different channels.
        let other = who ^ 1
        guard other < count else { return sprungNotice(who) }
        return notice(who) + [soon(.link(other, to: who))] + askedWithout(other)
    }

    private static func notice(_ who: Int) -> [Planned] {
        afresh(who) + [tap(who, 1), tap(who, 3)]
    }

    /// A request and a confirmation, in a conversation that shows no notice.
    private static func askedWithout(_ who: Int) -> [Planned] {
        [soon(.write(who, .hello)), tap(who, 3), tap(who, 3), tap(who, 0)]
    }

    /// The notice comes in the very turn in which somebody says yes.
    private static func sprungNotice(_ who: Int) -> [Planned] {
        let yes = SoakEvent.write(who, .yes(pick: 0))
        return afresh(who) + [tap(who, 1), tap(who, 2), Planned(event: yes, gap: .day)]
    }

    /// The flow asks, the contact asks later, and confirms when only the second is recent.
    private static func secondRequest(_ who: Int) -> [Planned] {
        let start = SoakEvent.write(who, .start(pick: 0))
        let yes = SoakEvent.write(who, .yes(pick: 0))
        return afresh(who) + [tap(who, 2), Planned(event: start, gap: .day), tap(who, 1)]
            + [Planned(event: yes, gap: .day)]
    }

    /// Whatever went on is over, and the first flow begins.
    private static func afresh(_ who: Int) -> [Planned] {
        [soon(.operation(who, .invalidate)), soon(.write(who, .hello))]
    }

    private static func tap(_ who: Int, _ pick: Int) -> Planned {
        soon(.tap(who, .current(pick: pick)))
    }

    private static func soon(_ event: SoakEvent) -> Planned {
        Planned(event: event, gap: .seconds)
    }
}
