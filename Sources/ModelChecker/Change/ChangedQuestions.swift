import Consent
import FlowProgram
import MessageCatalog

// LAW: Art. 7(1) and (2) GDPR: the controller shows what was agreed to; the words are part of it.
/// V14, in the flows: questions that ask for a purpose in other words, under the same notice.
///
/// A question in another place is compared with those that are gone: a new name is no new wording.
/// A question beside the old ones is none of this.
struct ChangedQuestions {
    private let pair: EditionPair
    private let oldQuestions: [Question]
    private let newQuestions: [Question]

    init(_ pair: EditionPair) {
        self.pair = pair
        oldQuestions = Question.all(in: pair.old, pair.sharedLocales.map(\.old))
        newQuestions = Question.all(in: pair.new, pair.sharedLocales.map(\.new))
    }

    var findings: [ChangeFinding] {
        let standing = pair.standingPurposes.map(\.old)
        return newQuestions.compactMap { question in
            let purposes = standing.filter { isReworded(question, for: $0.id) }
            guard !purposes.isEmpty else { return nil }
            var versions: [NoticeVersion] = []
            for purpose in purposes where !versions.contains(purpose.purpose.notice) {
                versions.append(purpose.purpose.notice)
            }
            return pair.finding(
                .newTermsNewNotice,
                "what is asked here for \(Counted.list(purposes.map { "`\($0.id)`" })) has other "
                    + "words, and the version of \(Counted.list(versions.map(\.description))) "
                    + "is the same",
                help: ChangedTerms.help(versions),
                at: question.place,
                .all
            )
        }
    }

    private func isReworded(_ question: Question, for purpose: PurposeID) -> Bool {
        guard question.purposes.contains(purpose) else { return false }
        let before = oldQuestions.filter { $0.purposes.contains(purpose) }
        if before.contains(where: { $0.words == question.words }) { return false }
        if before.contains(where: { $0.place == question.place }) { return true }
        return before.contains { old in
            !newQuestions.contains { $0.place == old.place && $0.purposes.contains(purpose) }
        }
    }
}

/// A step at which somebody asks for purposes or agrees to them, and what is read there.
private struct Question {
    let place: WaitingPlace
    let purposes: Set<PurposeID>
    /// What is said and what stands on the buttons that agree, in each language.
    let words: [[MessageTemplate]]

    static func all(in program: Program, _ locales: [LocaleIndex]) -> [Question] {
        let arguments = CallArguments(program)
        return program.flows.enumerated().flatMap { number, flow in
            flow.steps.compactMap { step -> Question? in
                let asks = ConsentAsk.all(at: step, of: FlowIndex(number), arguments)
                guard !asks.isEmpty else { return nil }
                var messages = step.entry.compactMap { action -> MessageIndex? in
                    guard case .say(let say) = action else { return nil }
                    return say.message
                }
                messages += asks.compactMap(\.label)
                return Question(
                    place: WaitingPlace(flow: flow.name, step: step.name),
                    purposes: Set(asks.flatMap(\.purposes).map(\.id)),
                    words: locales.map { locale in
                        messages.map { program.catalog.template($0, locale) }
                    }
                )
            }
        }
    }
}
