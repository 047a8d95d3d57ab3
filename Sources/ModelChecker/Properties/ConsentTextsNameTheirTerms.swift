import Consent
import Conversations
import FlowInterpreter
import FlowProgram
import MessageCatalog

// LAW: Recital 42 and Art. 7(2) GDPR: whoever agrees knows at least who asks and what for.
/// C5: between the question and the yes, the controller and the purpose are named, in every
/// language.
struct ConsentTextsNameTheirTerms: Property {
    static let id = PropertyID.consentTextsNameTheirTerms
    private let program: Program

    init(_ program: Program, _ lens: Lens) { self.program = program }

    func breaches(in exploration: Exploration) -> [Breach] {
        exploration.lens.purposes.flatMap { breaches(of: $0, in: exploration) }
    }

    private func breaches(of purpose: PurposeID, in exploration: Exploration) -> [Breach] {
        // Many ways lead through the same questions.
        var known: [[Place]: String?] = [:]
        return exploration.connections.compactMap { connection in
            guard connection.move.isContact else { return nil }
            let before = exploration.situations[connection.from]
            let after = exploration.situations[connection.to]
            guard let place = before.place,
                isConfirmed(purpose, before, after, on: exploration.lens.channel)
            else { return nil }
            let steps = questions(before: connection.from, exploration)
            let answer = known[steps] ?? missing(purpose, in: steps)
            known[steps] = .some(answer)
            guard let missing = answer else { return nil }
            return Breach(
                missing,
                help: "use {controller} and {purpose} in the text that asks",
                at: place,
                in: connection.from,
                by: [connection.move],
                seenBy: .moved(.confirm, purpose)
            )
        }
    }

    private func isConfirmed(
        _ purpose: PurposeID,
        _ before: Situation,
        _ after: Situation,
        on channel: String
    ) -> Bool {
        after.contact.ledger.state(of: purpose, on: channel).isValid
            && !before.contact.ledger.state(of: purpose, on: channel).isValid
    }

    /// The steps the contact was asked at on the way to a yes.
    private func questions(before number: Int, _ exploration: Exploration) -> [Place] {
        var places: Set<Place> = []
        var next: Int? = number
        while let current = next {
            if let place = exploration.situations[current].place { places.insert(place) }
            next = exploration.origins[current]?.number
        }
        return places.sorted()
    }

    private func missing(_ purpose: PurposeID, in places: [Place]) -> String? {
        for place in program.locales.indices {
            let locale = LocaleIndex(place)
            let words = places.flatMap { questionTexts(at: $0, asking: purpose) }
            let buttons = places.flatMap { labels(at: $0, asking: purpose) }
            if !words.contains(where: { names(controller: $0, locale) }) {
                return "who asks for \(purpose) is not said in \(program[locale].text)"
            }
            let isNamed = words.contains { names(purpose, $0, locale) }
            if !isNamed, buttons.isEmpty {
                return "what is agreed to with \(purpose) is not said in \(program[locale].text)"
            }
        }
        return nil
    }

    /// What a step says, also the notice it shows.
    private func questionTexts(at place: Place, asking purpose: PurposeID) -> [MessageIndex] {
        program[place.flow][step: place.step].entry.flatMap { action -> [MessageIndex] in
            switch action {
            case .say(let say): return [say.message]
            case .notice(.fixed(let notice)): return [program[notice].message]
            // A parameter is the notice of the purpose that is asked for.
            case .notice(.parameter):
                let law = program.laws.first { $0.id == purpose }
                return program.notices.filter { $0.version == law?.notice }.map(\.message)
            case .set, .act, .exercise: return []
            }
        }
    }

    /// Buttons that ask for the purpose by its name.
    private func labels(at place: Place, asking purpose: PurposeID) -> [String] {
        guard case .reply(let menu) = program[place.flow][step: place.step].exit else { return [] }
        return menu.choices.filter { choice in
            guard case .fixed(let index)? = choice.edge?.act?.purpose else { return false }
            return program[index].id == purpose && choice.name == purpose.name
        }.map(\.name)
    }

    private func names(controller message: MessageIndex, _ locale: LocaleIndex) -> Bool {
        let text = program.catalog[message]
        let template = text.templates[locale.value]
        let arguments = text.arguments.filter { $0.source == .controllerName }.map(\.name)
        return template.argumentNames.contains(where: arguments.contains)
            || template.literals.contains { $0.contains(program.controller.name) }
    }

    private func names(
        _ purpose: PurposeID,
        _ message: MessageIndex,
        _ locale: LocaleIndex
    ) -> Bool {
        let template = program.catalog[message].templates[locale.value]
        if template.argumentNames.contains("purpose") { return true }
        guard let declared = program.purposes.first(where: { $0.id == purpose }) else {
            return false
        }
        let name = declared.names[locale.value].lowercased()
        return template.literals.contains { $0.lowercased().contains(name) }
    }
}

extension MessageTemplate {
    /// The texts between the arguments, without those of plural and select.
    fileprivate var literals: [String] {
        parts.compactMap { if case .literal(let text) = $0 { text } else { nil } }
    }
}
