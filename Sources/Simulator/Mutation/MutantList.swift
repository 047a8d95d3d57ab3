package import FlowProgram

/// Every mutant of a program, in the order of its flows and steps.
///
/// A mutant that nobody could tell from the program by construction is not among them.
package enum MutantList {
    /// The same for the same seed, which chooses where redirected edges lead.
    package static func mutants(of program: Program, seed: UInt64) -> [Mutant] {
        var generator = SeededGenerator(seed: seed)
        return program.flows.indices.flatMap { flow in
            program.flows[flow].steps.indices.flatMap { step in
                StepMutants(program, FlowIndex(flow), StepIndex(step)).all(using: &generator)
            }
        }
    }

    /// So many of the mutants, drawn with the seed and left in their order.
    package static func sample(_ mutants: [Mutant], _ limit: Int, seed: UInt64) -> [Mutant] {
        var generator = SeededGenerator(seed: ~seed)
        return mutants.indices.shuffled(using: &generator).prefix(limit).sorted()
            .map { mutants[$0] }
    }
}
