import Consent
import Testing

/// STOP in what is not a short typed text: captions, buttons, reactions, quotes, long texts.
struct CommandContentTests {
    private let matcher = CommandMatcher.standard

    @Test func `a caption is read as a text is`() {
        #expect(matcher.decide(.caption("Stop please")).certainty == .definite)
        #expect(matcher.decide(.caption("our bus stop")).command == nil)
        #expect(matcher.decide(.caption("delete my data")).command == .delete)
    }

    @Test(arguments: [
        ("STOP", "No more offers for me", Certainty.definite),
        ("opt_out", "Nie wieder", .definite),
        ("x7f3", "Stop promotions", .definite),
        ("cancel", "Move my appointment", .none),
        ("end", "Next page", .none),
        ("consent.news.no.v7", "No", .none),
        ("stop_order_12", "Change order", .none),
        ("", "stpo", .probable),
    ])
    func `of a choice the title counts, and a payload that can only be STOP`(
        payload: String,
        title: String,
        certainty: Certainty
    ) {
        let decision = matcher.decide(.choice(payload: payload, title: title))
        #expect(decision.certainty == certainty)
        if certainty != .none { #expect(decision.command == .stop) }
    }

    @Test(arguments: ["🛑", "✋🏽", "STOP", "stop all"])
    func `a reaction is at most probable`(text: String) {
        let decision = matcher.decide(.reaction(text))
        #expect(decision.command == .stop)
        #expect(decision.certainty == .probable)
        #expect(!decision.namesAll)
    }

    @Test(arguments: ["👍", "👎", "❤️", ""])
    func `an ordinary reaction is no command`(text: String) {
        #expect(matcher.decide(.reaction(text)).command == nil)
    }

    @Test(arguments: [
        ("> Reply STOP to opt out\nok, see you then", Certainty.none),
        ("> please stop texting me\nIs that from you?", .none),
        (">> stop\n> stop\nyes", .none),
        ("STOP\n> Our new offers are here", .definite),
        ("STOP\r\n\r\nOn Monday Parley wrote:\r\n> Our new offers\r\n> are here", .definite),
        ("Thanks!\n-----Original Message-----\nSTOP", .none),
        ("Stop please\n----- Original message -----\nOur offers", .definite),
        ("> STOP\n> STOP", .probable),
        ("> stop", .definite),
        ("Liked “Reply STOP to unsubscribe”", .none),
        ("He told me \"stop texting me\" and left", .none),
        ("\"Stop texting me\"", .definite),
        ("it is 5\" long. STOP", .probable),
    ])
    func `what is quoted was not said`(text: String, certainty: Certainty) {
        #expect(matcher.decide(text).certainty == certainty)
    }

    @Test(arguments: [
        ("\u{202E}STOP\u{202C}", Certainty.definite), ("\u{2067}stop\u{2069} please", .definite),
        ("s\u{200B}t\u{200C}o\u{200D}p", .definite), ("ST\u{FFFD}OP", .probable),
        ("STOP\u{FFFD}\u{FFFD}", .definite), ("\u{FFFD}\u{FFFD}", .none),
        (String(decoding: [0xED, 0xA0, 0xBD, 0x53] as [UInt8], as: UTF8.self), .none),
        ("https://example.com/stop", .none), ("stop@example.com", .none),
    ])
    func `tricks and broken text do not hide a STOP, nor make one`(
        text: String,
        certainty: Certainty
    ) {
        #expect(matcher.decide(text).certainty == certainty)
    }

    private static let story = String(repeating: "I waited and nobody came. ", count: 100)

    private static let longStops = [
        "STOP\n" + story, story + "\nSTOP", story + "\n\nunsubscribe me please\n", "baja\n" + story,
        story + " Stop.", story + "So stop texting me, all of you!",
        "Stop sending me these. " + story, "cancel\n" + String(repeating: story, count: 400),
        String(repeating: "stop ", count: 200_000),
        String(repeating: "One more word here. ", count: 40) + "Please stop.",
    ]

    @Test(arguments: longStops.indices)
    func `a STOP at an end of a long text is probable`(place: Int) {
        let decision = matcher.decide(Self.longStops[place])
        #expect(decision.command == .stop)
        #expect(decision.certainty == .probable)
    }

    @Test(arguments: [
        story, "We found the bus stop. " + story, story + "We go on to the next stop",
        "don't stop\n" + story, story + "\nfull stop",
        String(repeating: "he told me to stop sending ", count: 100),
        String(repeating: "go on and do not stop ", count: 20),
    ])
    func `a long text without a STOP of its own at an end is none`(text: String) {
        #expect(matcher.decide(text).certainty == .none)
    }

    @Test func `white space and invisible marks around a STOP are nothing`() {
        let limit = CommandLimits.textLength
        let fits = "stop" + String(repeating: " ", count: limit - 4)
        #expect(matcher.decide(fits).certainty == .definite)
        let padded = String(repeating: "\n ", count: 2000)
        #expect(matcher.decide(padded + "stop" + padded).certainty == .definite)
        let invisible = String(repeating: "\u{200B}", count: 5000)
        #expect(matcher.decide(invisible + "stop" + invisible).certainty == .definite)
        let long = String(repeating: "a ", count: limit)
        #expect(matcher.decide(long).because == [.tooLong(limit: limit)])
    }

    /// Told by their places: a report should not hold a megabyte of them.
    private static let hostile = [
        String(repeating: "\u{301}", count: 10_000),
        String(repeating: "\u{301}", count: CommandLimits.textLength),
        String(repeating: "\u{202E}", count: CommandLimits.textLength),
        String(repeating: "\0", count: CommandLimits.textLength),
        String(repeating: "停", count: CommandLimits.textLength),
        String(repeating: "s ", count: CommandLimits.textLength / 2),
        String(repeating: "\u{FDFA}", count: CommandLimits.textLength),
        String(repeating: ">\n", count: 500_000), String(repeating: "\"", count: 1 << 20),
        String(repeating: "a", count: 1 << 20), String(repeating: "\u{FFFD}", count: 300_000),
    ]

    @Test(arguments: hostile.indices)
    func `hostile texts are no commands`(place: Int) {
        let isNone = matcher.decide(Self.hostile[place]).certainty == .none
        #expect(isNone)
    }
}
