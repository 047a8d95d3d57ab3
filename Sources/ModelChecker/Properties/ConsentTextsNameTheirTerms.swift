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
        let key = ConsentKey(purpose, on: exploration.lens.channel)
        let states = exploration.situations.map { $0.contact.ledger.state(of: key) }
        let isAgreedTo = exploration.connections.contains { connection in
            states[connection.to].isValid && !states[connection.from].isValid
        }
        guard isAgreedTo else { return [] }
        // Each asking begins between conversations, with nothing asked for yet.
        let starts = exploration.situations.indices.filter { number in
            exploration.situations[number].contact.session == nil && states[number] != .requested
        }
        var ways: [[Exploration.Connection]] = Array(repeating: [], count: states.count)
        for connection in exploration.connections { ways[connection.from].append(connection) }
        let said = exploration.connections.reduce(into: Set<String>()) { $0.formUnion($1.said) }
        return terms(of: purpose, among: said).compactMap { term in
            guard let way = silentWay(from: starts, ways, states, term), let last = way.last else {
                return nil
            }
            return Breach(
                term.sentence,
                help: "use {controller} and {purpose} in the text that asks",
                at: exploration.situations[last.number].place,
                in: last.number,
                by: [last.move],
                seenBy: .moved(.confirm, purpose)
            ).along(exploration.path(to: way[0].number) + way)
        }
    }

    /// Something that has to be said, in one language.
    private struct Term {
        let sentence: String
        /// The keys of the texts that say it.
        let keys: Set<String>
    }

    private func terms(of purpose: PurposeID, among said: Set<String>) -> [Term] {
        let texts = program.catalog.messages.indices.map { MessageIndex($0) }
            .filter { said.contains(program.catalog[$0].key) }
        return program.locales.indices.flatMap { place -> [Term] in
            let locale = LocaleIndex(place)
            let language = program[locale].text
            func keys(_ says: (MessageIndex) -> Bool) -> Set<String> {
                Set(texts.filter(says).map { program.catalog[$0].key })
            }
            return [
                Term(
                    sentence: "who asks for \(purpose) is not said in \(language)",
                    keys: keys { names(controller: $0, locale) }
                ),
                Term(
                    sentence: "what is agreed to with \(purpose) is not said in \(language)",
                    keys: keys { names(purpose, $0, locale) }.union(asking(purpose, locale))
                ),
            ]
        }
    }

    /// A way from a start to a yes on which the term is not said; the last move is the yes.
    private func silentWay(
        from starts: [Int],
        _ ways: [[Exploration.Connection]],
        _ states: [ConsentState],
        _ term: Term
    ) -> [Exploration.Origin]? {
        var origins: [Int: Exploration.Origin] = [:]
        var seen = Set(starts)
        var queue = starts
        var next = 0
        while next < queue.count {
            let number = queue[next]
            next += 1
            for connection in ways[number] {
                if states[connection.to].isValid, !states[number].isValid,
                    connection.move.isContact
                {
                    return way(to: number, origins) + [
                        Exploration.Origin(number: number, move: connection.move)
                    ]
                }
                guard !connection.said.contains(where: term.keys.contains),
                    seen.insert(connection.to).inserted
                else { continue }
                origins[connection.to] = Exploration.Origin(number: number, move: connection.move)
                queue.append(connection.to)
            }
        }
        return nil
    }

    private func way(
        to number: Int,
        _ origins: [Int: Exploration.Origin]
    ) -> [Exploration.Origin] {
        var way: [Exploration.Origin] = []
        var place = number
        while let origin = origins[place] {
            way.append(origin)
            place = origin.number
        }
        return way.reversed()
    }

    /// The questions with a button that asks for the purpose by its name.
    private func asking(_ purpose: PurposeID, _ locale: LocaleIndex) -> Set<String> {
        var keys: Set<String> = []
        for step in program.flows.flatMap(\.steps) {
            guard case .reply(let menu) = step.exit, let place = step.question else { continue }
            let isNamed = menu.choices.contains { choice in
                guard case .fixed(let index)? = choice.edge?.act?.purpose,
                    program[index].id == purpose
                else { return false }
                return choice.name == purpose.name || names(purpose, choice.label, locale)
            }
            guard isNamed, case .say(let say) = step.entry[place] else { continue }
            keys.insert(program.catalog[say.message].key)
        }
        return keys
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
