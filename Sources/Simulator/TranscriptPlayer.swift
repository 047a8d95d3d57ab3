package import ConversationRuntime
package import FlowCompiler
package import FlowProgram

/// Plays a transcript on the real engine and compares what came with what it says.
///
/// Exhaustive: a message, a consent change or an ending that the transcript does not show fails it.
package struct TranscriptPlayer {
    package struct Mismatch: Hashable, Sendable {
        /// Line of the action in the transcript.
        package let line: Int
        package let action: [String]
        package let expected: [String]
        package let actual: [String]
    }

    package struct Outcome: Hashable, Sendable {
        package let mismatches: [Mismatch]
        /// The transcript with what really came, comments kept.
        package let text: String
    }

    private let program: Program
    private let sources: WorkspaceSources

    package init(program: Program, sources: WorkspaceSources) {
        self.program = program
        self.sources = sources
    }

    /// Plays a transcript to its end, whatever comes.
    package func play(_ transcript: Transcript) async throws(EngineError) -> Outcome {
        try await play(transcript, observing: { (_, _) throws(EngineError) in })
    }

    /// Plays a transcript, and says what of the flows it went through.
    package func trace(
        _ transcript: Transcript
    ) async throws(EngineError) -> (outcome: Outcome, coverage: Coverage) {
        var recorder = CoverageRecorder(program: program, locale: transcript.header.locale)
        let outcome = try await play(transcript) { (world, action) throws(EngineError) in
            let attempts = action.isMessage ? world.lastReport?.why?.attempts : nil
            try recorder.read(world.engine.store, attempts ?? [])
        }
        return (outcome, recorder.coverage)
    }

    /// Whether everything comes as written; stops at the first thing that does not.
    package func holds(_ transcript: Transcript) async throws(EngineError) -> Bool {
        let world = try ChatSetup.inMemory(program, sources, transcript.header)
        for entry in transcript.entries {
            let actual = try await world.perform(entry.action).flatMap(\.lines)
            guard actual == entry.expected else { return false }
        }
        return true
    }

    private func play(
        _ transcript: Transcript,
        observing observe: (ChatWorld, ChatAction) throws(EngineError) -> Void
    ) async throws(EngineError) -> Outcome {
        let world = try ChatSetup.inMemory(program, sources, transcript.header)
        var mismatches: [Mismatch] = []
        var text = transcript.comments + [transcript.header.line]
        for entry in transcript.entries {
            let actual = try await world.perform(entry.action).flatMap(\.lines)
            try observe(world, entry.action)
            text += entry.comments + entry.action.lines + actual
            guard actual != entry.expected else { continue }
            mismatches.append(
                Mismatch(
                    line: entry.line,
                    action: entry.action.lines,
                    expected: entry.expected,
                    actual: actual
                )
            )
        }
        return Outcome(
            mismatches: mismatches,
            text: text.joined(separator: "\n") + "\n"
        )
    }
}

extension TranscriptPlayer.Mismatch {
    /// What differs, line by line: `-` was expected, `+` came.
    package var difference: [String] {
        let changes = actual.difference(from: expected)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in changes {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var lines = action
        var old = 0
        var new = 0
        while old < expected.count || new < actual.count {
            if removed.contains(old) {
                lines.append("- \(expected[old])")
                old += 1
            } else if inserted.contains(new) {
                lines.append("+ \(actual[new])")
                new += 1
            } else {
                lines.append("  \(actual[new])")
                old += 1
                new += 1
            }
        }
        return lines
    }
}
