import Consent
import Testing

struct CommandWordListTests {
    @Test func `the shipped list reads, with every language of the market list`() throws {
        let languages = Set(try CommandMatcher.standardLists().map(\.language))
        #expect(
            languages.isSuperset(of: [
                "en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "da", "no", "fi", "cs", "tr",
                "ro", "hu", "el", "ru", "uk", "ar", "he", "zh", "ja", "ko", "hi",
            ])
        )
    }

    @Test(arguments: [
        ("stop: x", 1, CommandWordError.Fault.noLanguage),
        ("[en]\n\nstopp", 3, .noRole),
        ("[en]\nhalt: x", 2, .unknownRole("halt")),
        ("[en]\n# note\nstop: x | ! ", 3, .emptyWord),
        ("[en]\n[en]", 2, .repeatedLanguage("en")),
        ("[en", 1, .unclosedLanguage),
    ])
    func `faults name their line`(text: String, line: Int, fault: CommandWordError.Fault) {
        let error = #expect(throws: CommandWordError.self) {
            try CommandWordList.parse(Array(text.utf8))
        }
        #expect(error?.line == line)
        #expect(error?.fault == fault)
    }

    @Test func `a list of one's own makes a matcher of one's own`() throws {
        let lists = try CommandWordList.parse(Array("[eo]\nstop: haltu\ncourtesy: mi petas".utf8))
        let matcher = CommandMatcher(lists: lists)
        #expect(matcher.decide("Haltu, mi petas").certainty == .definite)
        #expect(matcher.decide("stop").certainty == .none)
    }
}
