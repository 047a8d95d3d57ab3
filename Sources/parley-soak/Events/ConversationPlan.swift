/// A random conversation before it is held: where, among how many addresses, and every step.
struct ConversationPlan: Sendable {
    /// Its number in the run; with the run's seed it gives the whole plan again.
    let number: Int
    /// The place of its workspace in the run's list.
    let workspace: Int
    let addressCount: Int
    /// Seeds the engine's own draws.
    let entropySeed: UInt64
    let steps: [SoakStep]

    func keeping(_ steps: [SoakStep]) -> ConversationPlan {
        ConversationPlan(
            number: number,
            workspace: workspace,
            addressCount: addressCount,
            entropySeed: entropySeed,
            steps: steps
        )
    }

    init(seed: UInt64, number: Int, workspaces: Int) {
        var random = SeededGenerator(seed: seed, number: number)
        self.number = number
        // The first four are the ones somebody wrote; half of all conversations are theirs.
        workspace = random.happens(60) ? random.below(min(4, workspaces)) : random.below(workspaces)
        addressCount = 1 + random.below(4)
        entropySeed = random.next()
        var drawing = StepDrawing(addressCount: addressCount, &random)
        steps = (0..<(8 + random.below(33))).map { _ in drawing.next(&random) }
    }

    private init(
        number: Int,
        workspace: Int,
        addressCount: Int,
        entropySeed: UInt64,
        steps: [SoakStep]
    ) {
        self.number = number
        self.workspace = workspace
        self.addressCount = addressCount
        self.entropySeed = entropySeed
        self.steps = steps
    }
}

/// Draws the steps of one conversation, which has a temper of its own.
struct StepDrawing {
    private let addressCount: Int
    /// How often, in a hundred, the contact does what is asked.
    private let cooperation: Int
    private let delivering: Int
    private let waking: Int
    private let crashing: Int
    /// Operators and providers come into it.
    private let isEventful: Bool
    private var who = 0
    /// What is still to come of a course that was begun.
    private var course: [Courses.Planned] = []

    init(addressCount: Int, _ random: inout SeededGenerator) {
        self.addressCount = addressCount
        cooperation = random.pick([30, 60, 85])
        delivering = random.pick([100, 100, 70, 30, 5])
        waking = random.pick([100, 60, 10])
        crashing = random.pick([0, 3, 12])
        isEventful = random.happens(70)
    }

    mutating func next(_ random: inout SeededGenerator) -> SoakStep {
        let planned = planned(&random)
        return SoakStep(
            event: planned.event,
            gap: planned.gap ?? gap(&random),
            wakes: planned.gap == nil && random.happens(waking),
            delivers: random.happens(delivering),
            fault: random.happens(crashing) ? fault(&random) : nil
        )
    }

    private func gap(_ random: inout SeededGenerator) -> Gap {
        random.pick(weighted: [
            (50, .seconds), (14, .minutes), (14, .hours), (9, .day), (5, .days), (3, .weeks),
            (1, .months),
        ])
    }

    private func fault(_ random: inout SeededGenerator) -> Fault {
        Fault(
            write: 1 + random.below(5),
            tookEffect: random.happens(50),
            retries: random.happens(75)
        )
    }

    private mutating func planned(_ random: inout SeededGenerator) -> Courses.Planned {
        if course.isEmpty {
            if random.happens(30) { who = random.below(addressCount) }
            if random.happens(4) { course = Courses.draw(who, among: addressCount, &random) }
        }
        guard course.isEmpty else { return course.removeFirst() }
        return Courses.Planned(event: event(&random), gap: nil)
    }

    private func event(_ random: inout SeededGenerator) -> SoakEvent {
        if random.happens(cooperation) { return answer(&random) }
        if isEventful, random.happens(30) { return incident(&random) }
        return whim(&random)
    }

    /// What an obliging contact does next: mostly the first answer of a question.
    private func answer(_ random: inout SeededGenerator) -> SoakEvent {
        let pick = random.happens(55) ? 0 : random.below(8)
        return random.pick(weighted: [
            (50, .tap(who, .current(pick: pick))),
            (15, .write(who, .word(pick: pick))),
            (10, .write(who, .title(pick: pick, isShouted: random.happens(30)))),
            (10, .write(who, .hello)),
            (5, .write(who, .start(pick: random.below(9)))),
            (5, .write(who, .yes(pick: random.below(9)))),
        ])
    }

    private func whim(_ random: inout SeededGenerator) -> SoakEvent {
        let pick = random.below(997)
        return random.pick(weighted: [
            (14, .write(who, .stop(pick: pick))), (6, .write(who, .perhapsStop(pick: pick))),
            (8, .write(who, .start(pick: pick))), (4, .write(who, .help(pick: pick))),
            (3, .write(who, .delete(pick: pick))), (2, .write(who, .receipt(pick: pick))),
            (8, .write(who, .yes(pick: pick))), (4, .write(who, .no(pick: pick))),
            (6, .write(who, .slip(pick: pick))), (4, .write(who, .question(pick: pick))),
            (6, .write(who, .chatter(pick: pick))), (2, .write(who, .hostile(pick: pick))),
            (1, .write(who, .empty)), (6, .tap(who, .stale(pick: pick))),
            (2, .tap(who, .foreign(pick: pick))),
            (3, .caption(who, random.happens(60) ? .stop(pick: pick) : .yes(pick: pick))),
            (2, .react(who, pick: pick)), (1, .photo(who)), (9, .duplicate(pick: pick)),
            (3, .locale(who, pick: pick)), (3, .crash), (2, .reload), (6, .rest),
        ])
    }

    private func incident(_ random: inout SeededGenerator) -> SoakEvent {
        let pick = random.below(997)
        let other = random.below(addressCount)
        return random.pick(weighted: [
            (3, .operation(who, .optOut)), (5, .operation(who, .withdraw(pick: pick))),
            (2, .operation(who, .revoke(pick: pick))), (2, .operation(who, .invalidate)),
            (2, .operation(who, .objection)), (4, .operation(who, .restriction)),
            (4, .operation(who, .lift)), (1, .operation(who, .rectify)),
            (1, .operation(who, .receipt)), (5, .link(other, to: who)),
            (5, .merge(other, into: who)), (4, .changeNumber(who, to: other)),
            (3, .suppress(other)), (5, .erase(who)),
        ])
    }
}
