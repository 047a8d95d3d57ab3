import ModelChecker
import Testing
import parley_soundness

/// What the checker rules out is never seen; the long run is `scripts/check-soundness`.
struct SoundnessTests {
    @Test func `no random conversation breaks what the checker says holds`() async {
        let options = SoundnessOptions(
            flows: 150,
            conversationsPerFlow: 3,
            seed: 7,
            limit: 400,
            workers: 4
        )
        let summary = await SoundnessRun(options).hold()
        #expect(summary.isSound, "\(summary.text)")
        #expect(summary.acceptance > 33, "\(summary.text)")
        // Whoever sees nothing refutes nothing.
        #expect(summary.shown > 0, "\(summary.text)")
    }

    @Test(arguments: DirectedCase.all)
    func `ways that are easily overlooked are found`(_ directed: DirectedCase) async throws {
        let result = try await directed.run(limit: 20_000)
        #expect(result.isShown, "\(result.transcript)")
        #expect(result.verdict == .broken, "\(directed) breaks \(directed.property.rawValue)")
    }

    /// Answers are tried by samples, as docs/proofs.md says.
    @Test(arguments: DirectedCase.sampled)
    func `what only a rare answer breaks is a known limit`(
        _ directed: DirectedCase
    ) async throws {
        let result = try await directed.run(limit: 20_000)
        #expect(result.isShown, "\(result.transcript)")
        #expect(result.verdict != .broken, "it is found now: move it to the other cases")
    }

    @Test func `the same seed gives the same run`() async {
        let options = SoundnessOptions(
            flows: 5,
            conversationsPerFlow: 1,
            seed: 3,
            limit: 100,
            workers: 1
        )
        let first = await SoundnessRun(options).hold()
        let second = await SoundnessRun(options).hold()
        #expect(first.text == second.text)
    }
}
