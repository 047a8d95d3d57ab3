import Consent
import Testing

struct CommandMatcherTests {
    private let matcher = CommandMatcher.standard

    @Test(arguments: CommandRequests.cases)
    func `commands other than STOP are listed phrases among courtesy`(
        _ example: CommandRequests.Case
    ) {
        let decision = matcher.decide(example.text)
        #expect(decision.command == example.expected)
        if let command = example.expected, command != .stop {
            #expect(decision.certainty == .definite)
        }
    }

    @Test(arguments: ["yes", "Ja!", "oui merci", "sí", "sim", "да"])
    func `a yes is START only while opted out or awaiting confirmation`(_ text: String) {
        #expect(matcher.decide(text).command == nil)
        let decision = matcher.decide(text, context: CommandContext(yesMeansStart: true))
        #expect(decision.command == .start)
        #expect(decision.certainty == .definite)
        #expect(decision.because.contains(.yesWhileOptedOut))
    }

    @Test func `a yes beside a command is a yes to that command`() {
        let context = CommandContext(yesMeansStart: true)
        #expect(matcher.decide("yes, delete my data", context: context).command == .delete)
        #expect(matcher.decide("yes stop", context: context).command == .stop)
        #expect(matcher.decide("yes, Tuesday", context: context).command == nil)
    }

    @Test(arguments: [
        ("fine", "en", Certainty.none), ("fine", "it-IT", .definite), ("fine", "pl", .probable),
        ("red", "en-GB", .none), ("RED", "tr", .definite), ("seis", "es", .none),
        ("seis", "fi", .definite), ("ret", "nb", .none), ("T", "zh-Hant", .definite),
        ("stop", "en", .definite), ("fine", "xx", .probable),
    ])
    func `an everyday word stops where it is a command, and nobody who answers with it`(
        text: String,
        language: String,
        certainty: Certainty
    ) {
        let decision = matcher.decide(text, context: CommandContext(language: language))
        #expect(decision.certainty == certainty)
    }

    @Test(arguments: [
        "stop all", "STOPALL", "unsubscribe from all", "Stop all messages please",
        "alle abbestellen", "bitte alles stoppen", "stop tout", "parar todo", "sair de tudo",
        "stop a tutto", "stop alles", "stop wszystkim", "hepsini iptal et", "إيقاف كل الرسائل",
        "отписаться от всего", "全部退订", "すべて停止", "모두 수신거부", "सब बंद करो",
    ])
    func `a STOP may say that everything is meant`(text: String) {
        let decision = matcher.decide(text)
        #expect(decision.command == .stop)
        #expect(decision.certainty == .definite)
        #expect(decision.namesAll)
        #expect(decision.because.contains(.namesEverything))
    }

    @Test(arguments: ["stop", "stop please", "Stop all this noise in the street", "all", "ok all"])
    func `a STOP that does not say so does not mean everything`(text: String) {
        #expect(!matcher.decide(text).namesAll)
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
        let worded = "please strike my name from the list"
        #expect(matcher.decide(worded).certainty == .probable)
        let claiming = CommandContext(declared: [.exactly(worded)])
        #expect(matcher.decide(worded, context: claiming).because == [.declaredByFlow])
    }

    @Test func `a claim with a star wants at least one more word`() throws {
        let star = try #require(DeclaredCommand.claim("stop *"))
        #expect(star == .beginning(with: "STOP"))
        #expect(DeclaredCommand.claim("Stop 12345") == .exactly("stop 12345"))
        #expect(DeclaredCommand.claim(" *") == nil)
        let context = CommandContext(declared: [star])
        #expect(matcher.decide("stop 12345", context: context).command == nil)
        #expect(matcher.decide("stop", context: context).certainty == .definite)
    }

    @Test func `reasons are sentences about listed words`() {
        let sentences = matcher.decide("bitte STOP").because.map(\.sentence)
        #expect(
            sentences == ["\"stop\" is a listed word (en)", "courtesy words around a listed word"]
        )
        #expect(matcher.decide("stpo").because.map(\.sentence) == ["one edit from \"stop\""])
        #expect(matcher.decide("don't stop").because.map(\.sentence) == ["\"stop\" is negated"])
    }
}
