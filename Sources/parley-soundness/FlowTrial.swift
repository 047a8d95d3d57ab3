import ConversationRuntime
import FlowCompiler
import FlowProgram
import ModelChecker

/// One drawn workspace: what the checker says of it, held against conversations with the engine.
struct FlowTrial {
    /// What a conversation can show broken.
    static let watched: [PropertyID] = [
        .sentOnlyWhenAgreed, .doubleMeansDouble, .stopAlwaysWorks, .withdrawalIsMonotone,
        .noDeadEnd, .everyTurnEnds, .reasksAreBounded, .windowIsKept, .purposesAreApart,
        .everyQuestionHasANo, .refusalIsRespected,
    ]

    enum Outcome: Sendable {
        /// The draft does not compile; the code of its first error.
        case rejected(String)
        case judged(Judgement)
    }

    struct Judgement: Sendable {
        var verdicts: [PropertyID: ModelReport.Verdict] = [:]
        var situations = 0
        var conversations = 0
        var actions = 0
        /// What was seen broken in a conversation.
        var seen: Set<PropertyID> = []
        /// A conversation that breaks what the checker says holds.
        var refutation: Refutation?
    }

    let sources: WorkspaceSources
    /// Situations the checker looks at through each lens.
    let limit: Int

    /// Checks it, and holds conversations until one refutes the checker.
    func run(
        _ conversations: Int,
        seed: UInt64,
        number: Int
    ) async throws(EngineError) -> Outcome {
        let compilation = WorkspaceCompiler.compile(sources)
        guard let program = compilation.program else {
            return .rejected(compilation.errors.first?.code.rawValue ?? "unknown")
        }
        let report = ModelChecker(program: program, limit: limit).check()
        var judgement = Judgement(situations: report.situations)
        for property in Self.watched { judgement.verdicts[property] = report.verdict(on: property) }
        for place in 0..<conversations {
            var conversation = try RandomConversation(
                program,
                sources,
                seed: seed,
                number: number &* conversations &+ place
            )
            try await conversation.talk()
            judgement.conversations += 1
            judgement.actions += conversation.held.actions.count
            let sightings = conversation.held.sightings
            judgement.seen.formUnion(sightings.map(\.property))
            let surprise = sightings.first { judgement.verdicts[$0.property] == .holds }
            guard let surprise else { continue }
            judgement.refutation = try await Refutation(
                flow: number,
                sighting: surprise,
                sources: sources,
                program: program,
                header: conversation.header,
                actions: Array(conversation.held.actions.prefix(surprise.action))
            ).shrunk()
            return .judged(judgement)
        }
        return .judged(judgement)
    }
}
