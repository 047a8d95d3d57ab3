/// A nondeterministic automaton over classes of scalars, after Thompson (1968).
///
/// The order of a split's branches is the order of preference, which decides captures and
/// nothing else.
struct PatternProgram: Sendable {
    enum State: Sendable {
        /// Takes one scalar of the set with this index.
        case take(set: Int, next: Int)
        case split(first: Int, second: Int)
        /// Notes the position in the text; slots come in pairs, start and end.
        case note(slot: Int, next: Int)
        case accept
    }

    let states: [State]
    let start: Int
    let sets: [ScalarSet]
    let alphabet: ScalarAlphabet
    let slotCount: Int

    init(states: [State], start: Int, sets: [ScalarSet], slotCount: Int) {
        precondition(states.indices.contains(start), "start is not a state of this automaton")
        self.states = states
        self.start = start
        self.sets = sets
        self.slotCount = slotCount
        alphabet = ScalarAlphabet(sets)
    }

    /// The automaton that takes every text.
    static let anything = PatternProgram(
        states: [.split(first: 1, second: 2), .take(set: 0, next: 0), .accept],
        start: 0,
        sets: [.all],
        slotCount: 0
    )
}
