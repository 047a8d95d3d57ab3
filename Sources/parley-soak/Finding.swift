/// A conversation that broke an invariant, with the fewest events that still do.
struct Finding: Sendable {
    let breach: Breach
    let plan: ConversationPlan
    let workspace: SoakWorkspace

    /// The conversation once more: each event, and what it wrote to the log.
    func replay() async -> [String] {
        var lines: [String] = []
        _ = await Conversation.hold(plan, in: workspace, Tally()) { lines.append($0) }
        return lines
    }

    /// Leaves out whatever events the breach does not need.
    ///
    /// Larger pieces first, then single ones, until none can go; bounded, since each try is a
    /// whole conversation.
    func shrunk() async -> Finding {
        var smallest = upToBreach()
        var piece = max(1, smallest.plan.steps.count / 2)
        var tries = 0
        while tries < Self.tries {
            var start = 0
            var didShrink = false
            while start < smallest.plan.steps.count, tries < Self.tries {
                tries += 1
                var steps = smallest.plan.steps
                steps.removeSubrange(start..<min(start + piece, steps.count))
                if let next = await smallest.again(with: steps) {
                    smallest = next
                    didShrink = true
                } else {
                    start += piece
                }
            }
            if piece == 1, !didShrink { break }
            piece = max(1, piece / 2)
        }
        return smallest
    }

    private static let tries = 1500

    private func upToBreach() -> Finding {
        guard breach.event > 0 else { return self }
        let plan = plan.keeping(Array(plan.steps.prefix(breach.event)))
        return Finding(breach: breach, plan: plan, workspace: workspace)
    }

    /// The same conversation with fewer events, if it breaks the same invariant.
    private func again(with steps: [SoakStep]) async -> Finding? {
        let plan = plan.keeping(steps)
        let found = await Conversation.hold(plan, in: workspace, Tally())
        guard let found, found.invariant == breach.invariant else { return nil }
        return Finding(breach: found, plan: plan, workspace: workspace).upToBreach()
    }
}

/// Holding one conversation.
enum Conversation {
    /// - Returns: The invariant it broke, if it broke one.
    static func hold(
        _ plan: ConversationPlan,
        in workspace: SoakWorkspace,
        _ tally: Tally,
        onLine: ((String) -> Void)? = nil
    ) async -> Breach? {
        do {
            let world = try SoakWorld(plan, in: workspace, tally)
            world.onLine = onLine
            try await world.play()
            return nil
        } catch let breach as Breach {
            return breach
        } catch {
            // Whatever else went wrong must not look like a conversation that went well.
            return Breach(.once, "the conversation could not be held: \(error)")
        }
    }
}
