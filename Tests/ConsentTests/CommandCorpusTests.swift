import Consent
import Foundation
import Testing

/// Precision and recall of STOP over texts in many languages; the table goes to the terminal.
struct CommandCorpusTests {
    private static let largest = ["en", "de", "fr", "es", "pt", "it", "nl", "pl", "tr", "ar"]

    @Test func `the corpus is large, balanced and in many languages`() {
        let cases = CommandCorpus.tuned + CommandCorpus.heldBack
        let negatives = cases.count { $0.label == .none }
        #expect(cases.count >= 650)
        #expect(negatives * 2 >= cases.count)
        #expect(CommandCorpus.heldBack.count >= 150)
        let languages = Set(cases.map(\.language)).subtracting(["und"])
        #expect(languages.count >= 25)
        for language in languages {
            let least = Self.largest.contains(language) ? 10 : 6
            let own = cases.filter { $0.language == language }
            #expect(own.count { $0.label == .none } >= least, "\(language)")
            #expect(own.count { $0.label != .none } >= least, "\(language)")
        }
    }

    @Test(arguments: [true, false])
    func `no text is definitely STOP that is not plainly so`(knowsLanguage: Bool) {
        for cases in [CommandCorpus.tuned, CommandCorpus.heldBack] {
            let score = CommandScore(cases, knowsLanguage: knowsLanguage)
            #expect(score.falseDefinites == [])
        }
    }

    @Test(arguments: [true, false])
    func `hardly any STOP is missed, and hardly any other text is taken`(knowsLanguage: Bool) {
        let score = CommandScore(CommandCorpus.tuned, knowsLanguage: knowsLanguage)
        #expect(score.definite.recall >= 0.95)
        #expect(score.definiteOrProbable.precision >= 0.99)
        #expect(score.definiteOrProbable.recall >= 0.97)
    }

    @Test func `texts that were held back are mostly read right`() {
        let score = CommandScore(CommandCorpus.heldBack, knowsLanguage: true)
        #expect(score.definiteOrProbable.precision >= 0.98)
        #expect(score.definiteOrProbable.recall >= 0.9)
    }

    @Test func `precision and recall are printed for each language`() {
        let table =
            CommandScore.table(CommandCorpus.tuned, "STOP in texts it was tuned on")
            + CommandScore.table(CommandCorpus.heldBack, "STOP in texts that were held back")
        FileHandle.standardOutput.write(Data(table.utf8))
        #expect(table.contains("  pl "))
    }

    @Test func `a false definite shows in the score`() {
        let wrong = CommandCorpus.Case(language: "en", label: .none, text: "stop")
        let score = CommandScore([wrong], knowsLanguage: true)
        #expect(score.falseDefinites == ["[en] none said definite: stop"])
        #expect(score.definite.precision == 0)
        #expect(score.misses.count == 1)
    }
}
