import FlowProgram
import MessageCatalog

/// A word that answered a question in one way, and answers it in another way now.
///
/// A contact who waits has read the old question, and may write the word it offered.
struct ReplyMeanings {
    let word: String
    let tag: LocaleTag
    let before: String
    let now: String

    /// The first such word of a step that goes on.
    static func changed(
        at old: Step,
        of oldFlow: Flow,
        to new: Step,
        of newFlow: Flow,
        _ pair: EditionPair
    ) -> ReplyMeanings? {
        let (before, now) = (answers(at: old, of: oldFlow), answers(at: new, of: newFlow))
        for locale in pair.sharedLocales {
            let words = Set(before.flatMap { $0.words(locale.old) })
            for word in words.sorted() {
                guard let first = meaning(of: word, before, locale.old),
                    let second = meaning(of: word, now, locale.new), first != second
                else { continue }
                return ReplyMeanings(word: word, tag: locale.tag, before: first, now: second)
            }
        }
        return nil
    }

    private struct Answer {
        let name: String
        let words: (LocaleIndex) -> Set<String>

        init(name: String, words: @escaping (LocaleIndex) -> Set<String>) {
            self.name = name
            self.words = words
        }

        init(_ choice: Choice) {
            name = choice.name
            words = { choice.words[$0.value] }
        }
    }

    /// The first that has the word takes it, as in a reply.
    private static func meaning(
        of word: String,
        _ answers: [Answer],
        _ locale: LocaleIndex
    ) -> String? {
        answers.first { $0.words(locale).contains(word) }?.name
    }

    private static func answers(at step: Step, of flow: Flow) -> [Answer] {
        switch step.exit {
        case .reply(let menu): return menu.choices.map { Answer($0) }
        case .ask(let slot, _):
            switch flow[slot: slot].kind {
            case .choice(let options): return options.map { Answer($0) }
            case .yesNo(let words):
                return [
                    Answer(name: "yes") { words[$0.value].yes },
                    Answer(name: "no") { words[$0.value].no },
                ]
            case .text, .number, .date, .email, .phone, .purpose, .notice: return []
            }
        case .go, .end, .branch, .call, .random, .wait: return []
        }
    }
}
