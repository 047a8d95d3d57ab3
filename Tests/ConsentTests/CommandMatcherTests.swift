import Consent
import Testing

struct CommandMatcherTests {
    private let matcher = CommandMatcher.standard

    @Test(arguments: CommandCorpus.cases)
    func `texts are taken for what their writers meant`(_ example: CommandCorpus.Case) {
        #expect(Self.verdict(matcher.decide(example.text)) == example.verdict)
    }

    @Test func `the corpus is large and balanced`() {
        let none = CommandCorpus.cases.count { $0.verdict == "none" }
        #expect(CommandCorpus.cases.count >= 250)
        #expect(none >= CommandCorpus.cases.count - none)
    }

    @Test(arguments: ["yes", "Ja!", "oui merci", "sí", "sim", "да"])
    func `a yes is START only while opted out or awaiting confirmation`(_ text: String) {
        #expect(matcher.decide(text).command == nil)
        let decision = matcher.decide(text, context: CommandContext(yesMeansStart: true))
        #expect(decision.command == .start)
        #expect(decision.certainty == .definite)
        #expect(decision.because.contains(.yesWhileOptedOut))
    }

    @Test func `a reaction is never definite`() {
        let decision = matcher.decide("STOP", context: CommandContext(isReaction: true))
        #expect(decision.command == .stop)
        #expect(decision.certainty == .probable)
    }

    @Test func `a flow may claim a doubtful text but never STOP itself`() {
        let context = CommandContext(declared: [
            .exactly("stop 12345"), .beginning(with: "STOP ads"), .exactly("stop"),
            .exactly("red"), .exactly("cancel"),
        ])
        #expect(matcher.decide("STOP 12345", context: context).because == [.declaredByFlow])
        #expect(matcher.decide("stop ads monday", context: context).command == nil)
        #expect(matcher.decide("Red", context: context).command == nil)
        #expect(matcher.decide("STOP 99", context: context).certainty == .probable)
        #expect(matcher.decide("STOP", context: context).certainty == .definite)
        #expect(matcher.decide("cancel", context: context).certainty == .definite)
    }

    @Test func `reasons are sentences about listed words`() {
        let sentences = matcher.decide("bitte STOP").because.map(\.sentence)
        #expect(
            sentences == ["\"stop\" is a listed word (en)", "courtesy words around a listed word"]
        )
        #expect(matcher.decide("stpo").because.map(\.sentence) == ["one edit from \"stop\""])
        #expect(matcher.decide("don't stop").because.map(\.sentence) == ["\"stop\" is negated"])
    }

    @Test func `a text past the limit is not read`() {
        let fits = "stop" + String(repeating: " ", count: CommandLimits.textLength - 4)
        #expect(matcher.decide(fits).certainty == .definite)
        // White space around a STOP, however much, is nothing that was said.
        let padded = String(repeating: "\n ", count: 2000)
        #expect(matcher.decide(padded + "stop" + padded).certainty == .definite)
        #expect(
            matcher.decide(fits + ".").because == [.tooLong(limit: CommandLimits.textLength)]
        )
    }

    @Test(arguments: [
        String(repeating: "stop ", count: 200_000),
        String(repeating: "\u{301}", count: 10_000),
        String(repeating: "\u{301}", count: CommandLimits.textLength),
        String(repeating: "\u{202E}", count: CommandLimits.textLength),
        String(repeating: "\0", count: CommandLimits.textLength),
        String(repeating: "停", count: CommandLimits.textLength),
        String(repeating: "s ", count: CommandLimits.textLength / 2),
        String(repeating: "\u{FDFA}", count: CommandLimits.textLength),
    ])
    func `hostile texts are no commands`(_ text: String) {
        #expect(matcher.decide(text).certainty == .none)
    }

    private static func verdict(_ decision: CommandDecision) -> String {
        switch decision.command {
        case .stop, nil: decision.certainty.rawValue
        case .start, .help: "\(decision.command?.rawValue ?? "") \(decision.certainty.rawValue)"
        }
    }
}
