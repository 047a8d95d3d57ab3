/// Courses of events that random draws alone would seldom bring together.
enum Courses {
    static func draw(
        _ who: Int,
        among count: Int,
        _ random: inout SeededGenerator
    ) -> [SoakEvent] {
        let other = random.below(count)
        let pick = random.below(997)
        let first = SoakEvent.tap(who, .current(pick: 0))
        let stop = SoakEvent.write(who, .stop(pick: pick))
        let start = SoakEvent.write(who, .start(pick: pick))
        switch random.below(9) {
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
        case 6:
            return oldNotice(
                who,
                random.pick([
                    .operation(who, .invalidate), .locale(who, pick: pick), .reload,
                ])
            )
        case 7: return [.operation(who, .restriction), first, .rest, .operation(who, .lift)]
        default:
            return [stop, .changeNumber(who, to: other), .write(other, .hello), first, first]
        }
    }

    /// In the flows that were written to break the rules: a notice is seen, something comes
    /// between, and a request and a confirmation follow without a notice.
    private static func oldNotice(_ who: Int, _ between: SoakEvent) -> [SoakEvent] {
        func tap(_ pick: Int) -> SoakEvent { .tap(who, .current(pick: pick)) }
        let begin: [SoakEvent] = [.operation(who, .invalidate), .write(who, .hello)]
        let request: [SoakEvent] = [.write(who, .hello), tap(3), tap(3), tap(0)]
        return begin + [tap(1), tap(3), between] + request
    }
}
