import Simulator
import Testing

struct TranscriptPlayerTests {
    private static let transcript = """
        locale en
        > hello
        < Where to?
          [left] Left
          [right] Right
        tap left
          ended main: gone
        wait 1 day

        """

    private func player() throws -> TranscriptPlayer {
        try PlayedWorkspace(CoverageReportTests.menu).player
    }

    @Test func `a transcript holds when everything comes as written`() async throws {
        let transcript = try Transcript(parsing: Self.transcript)
        #expect(try await player().holds(transcript))
        #expect(try await player().play(transcript).mismatches.isEmpty)
    }

    @Test(
        arguments: [
            ("< Where to?\n", ""),
            ("< Where to?", "< Whereto?"),
            ("  [left] Left\n  [right] Right", "  [right] Right\n  [left] Left"),
            ("  ended main: gone\n", "  ended main: gone\n  opted out\n"),
            ("wait 1 day\n", "wait 1 day\n  silence\n"),
            ("tap left", "tap right"),
        ]
    )
    func `a transcript holds exactly when playing it shows no difference`(
        _ part: String,
        _ other: String
    ) async throws {
        let text = Self.transcript.replacing(part, with: other)
        #expect(text != Self.transcript)
        let transcript = try Transcript(parsing: text)
        #expect(try await !player().holds(transcript))
        #expect(try await player().play(transcript).mismatches.count == 1)
    }

    @Test func `tracing changes nothing of what is played`() async throws {
        let transcript = try Transcript(parsing: Self.transcript)
        let traced = try await player().trace(transcript)
        #expect(traced.outcome == (try await player().play(transcript)))
        #expect(traced.outcome.text.hasPrefix("locale en · at 2026-03-01T09:00:00.000Z\n"))
    }
}
