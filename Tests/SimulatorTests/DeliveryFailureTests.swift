import Clocks
import Simulator
import Testing

/// Transcripts in which a provider refuses messages: `deliver fail CODE [REMEDY]`.
struct DeliveryFailureTests {
    private static let greeting = """
        steps:
          hi: { say: { en: Hi }, end: done }
        """

    private static let newsletter = """
        steps:
          offer:
            request: newsletter
            notice: privacy
            choose:
              yes: { label: { en: Gladly }, confirm: newsletter, then: news }
              no: { label: { en: Rather not }, decline: newsletter, end: done }
          news: { say: { en: The news. }, for: newsletter, then: more }
          more:
            say: { en: More? }
            choose:
              more: { label: { en: More }, then: news }
        """

    /// What came of each action.
    private func lines(
        _ main: String,
        _ actions: String,
        on channel: String = "whatsapp"
    ) async throws -> [[String]] {
        let workspace = try PlayedWorkspace(main)
        let play = try await workspace.play("contact \(channel):+491700000005\n\(actions)")
        return play.transcript.entries.dropFirst().map(\.expected)
    }

    /// The instant a line names after a mark, in milliseconds since the transcript began.
    private func delay(_ line: String?, after mark: String) throws -> Int64 {
        let line = try #require(line)
        #expect(line.hasPrefix(mark), "\(line)")
        let time = try #require(Timestamp(String(line.dropFirst(mark.count))))
        return time.milliseconds - Transcript.Header.defaultStart.milliseconds
    }

    // MARK: Refused, then taken

    @Test func `a refused message is tried again`() async throws {
        let lines = try await lines(
            Self.greeting,
            "deliver fail 131016\n> hello\nwait 10 seconds"
        )
        #expect(lines[0] == [])
        #expect(lines[1].dropLast() == ["< Hi", "  ended main: done"])
        let again = try delay(
            lines[1].last,
            after: "x not delivered main/hi: 131016, again at "
        )
        // A second, and up to a fifth more.
        #expect((1000...1200).contains(again))
        #expect(try delay(lines[2].first, after: "  at ") == again)
        #expect(lines[2].dropFirst() == ["  delivered after all: main/hi"])
    }

    @Test func `each refusal is for one attempt`() async throws {
        let lines = try await lines(
            Self.greeting,
            "deliver fail 131016\ndeliver fail 131000\n> hello\nwait 1 minute\n> hello"
        )
        let first = try delay(lines[2].last, after: "x not delivered main/hi: 131016, again at ")
        #expect(try delay(lines[3].first, after: "  at ") == first)
        try #require(lines[3].count == 4)
        let second = try delay(lines[3][1], after: "x not delivered main/hi: 131000, again at ")
        #expect((5000...6000).contains(second - first))
        #expect(try delay(lines[3][2], after: "  at ") == second)
        #expect(lines[3].dropFirst(3) == ["  delivered after all: main/hi"])
        // Nothing is left of them.
        #expect(lines[4] == ["< Hi", "  ended main: done"])
    }

    @Test func `what waits behind a refused message comes after it, in order`() async throws {
        let lines = try await lines(
            """
            steps:
              ask:
                say: { en: First }
                choose:
                  left: { label: { en: Left }, end: done }
                after: { 1 hour: remind }
              remind: { say: { en: Second }, end: done }
            """,
            "deliver fail 131049\n> hello\nwait 2 days"
        )
        #expect(
            lines[1].last == "x not delivered main/ask: 131049, again at 2026-03-02T09:00:00.000Z"
        )
        #expect(
            lines[2] == [
                "  at 2026-03-01T10:00:00.000Z", "< Second", "  ended main: done",
                "  at 2026-03-02T09:00:00.000Z", "  delivered after all: main/ask",
                "  delivered after all: main/remind",
            ]
        )
    }

    // MARK: Refused for good

    @Test func `a message that is refused for good is not tried again`() async throws {
        let lines = try await lines(Self.greeting, "deliver fail 131026\n> hello\nwait 1 day")
        #expect(
            lines[1] == [
                "< Hi", "  ended main: done", "x not delivered main/hi: 131026, given up",
            ]
        )
        #expect(lines[2] == [])
    }

    @Test func `a withdrawal takes a message that waits for its next attempt along`() async throws {
        let lines = try await lines(
            Self.newsletter,
            "> hello\ntap yes\ndeliver fail 131016\ntap more\n> STOP\nwait 1 day"
        )
        #expect(lines[3].last?.hasPrefix("x not delivered main/news: 131016, again") == true)
        #expect(lines[4].contains("  consent newsletter: given → withdrawn"))
        #expect(lines[4].last == "x never left main/news")
        #expect(lines[5] == [])
    }

    // MARK: Refusals that are withdrawals

    @Test func `a provider that knows of a STOP is heeded`() async throws {
        let lines = try await lines(
            Self.newsletter,
            "> hello\ntap yes\ndeliver fail 21610 opt-out\ntap more\n> hello",
            on: "sms"
        )
        #expect(
            lines[3] == [
                "< The news.", "< More?", "  [more] More",
                "x not delivered main/news: 21610, dropped",
                "  consent newsletter: given → withdrawn", "  ended main: command:stop",
                "  opted out", "x never left main/more",
            ]
        )
        #expect(lines[4] == ["  silence"])
    }

    @Test func `a contact who told the provider to stop marketing gets none`() async throws {
        let lines = try await lines(
            Self.newsletter,
            "> hello\ntap yes\ndeliver fail 131050\ntap more\ntap more"
        )
        #expect(
            lines[3] == [
                "< The news.", "< More?", "  [more] More",
                "x not delivered main/news: 131050, dropped",
                "  consent newsletter: given → withdrawn",
            ]
        )
        // The conversation goes on, without what the consent was for.
        #expect(
            lines[4] == [
                "x withheld purpose main/news: withdrawn", "< More?", "  [more] More",
            ]
        )
    }

    // MARK: Codes

    @Test func `a code that no table has refuses nothing`() async throws {
        let lines = try await lines(Self.greeting, "deliver fail 4711\n> hello")
        #expect(
            lines[0] == [
                "! what `4711` comes to is not known here; name it, as in "
                    + "`deliver fail 4711 unreachable`"
            ]
        )
        #expect(lines[1] == ["< Hi", "  ended main: done"])
    }

    @Test func `a remedy that is named goes before the table's`() async throws {
        let lines = try await lines(Self.greeting, "deliver fail 131016 give-up\n> hello")
        #expect(lines[1].last == "x not delivered main/hi: 131016, given up")
        let chat = try await self.lines(
            Self.greeting,
            "deliver fail no-route unreachable\n> hello",
            on: "chat"
        )
        #expect(chat[1].last == "x not delivered main/hi: no-route, given up")
    }

    @Test(
        arguments: [
            "deliver", "deliver fail", "deliver pass 1", "deliver fail 1 nonsense",
            "deliver fail 1 retry now", "deliver fail 13_1", "deliver fail ü",
            "deliver fail \(String(repeating: "1", count: 65))",
        ]
    )
    func `what is no refusal is an error with its line`(_ line: String) {
        let error = #expect(throws: TranscriptError.self) {
            _ = try Transcript(parsing: "locale en\n> hello\n\(line)\n")
        }
        #expect(error?.line == 3)
    }

    @Test(arguments: ["deliver fail 131026", "deliver fail 403-blocked opt-out"])
    func `a refusal is written as it is read`(_ line: String) {
        #expect(ChatAction(line: line)?.lines == [line])
    }
}
