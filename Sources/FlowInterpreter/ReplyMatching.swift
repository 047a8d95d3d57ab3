import Clocks
import Consent
import FlowProgram
import TextMatching

/// Decides what a reply to a waiting step means, in the documented order of matchers.
struct ReplyMatching: Sendable {
    /// Fuzzy matching needs words this long: shorter ones have too many neighbours.
    static let fuzzyLetters = 5

    let program: Program
    let locale: LocaleIndex
    let today: CalendarDate

    /// The first matcher that takes the reply wins.
    func match(_ input: Input, at step: Step, of flow: Flow) -> ReplyMatch {
        switch (step.exit, input) {
        case (.reply(let menu), .button(let name, _)):
            return button(name, menu.choices) ?? .unclear
        case (.reply(let menu), .text(let text)):
            let reply = reply(to: menu, text)
            guard case .choice(let index, how: .fuzzy) = reply,
                flow.isGrave(menu.choices[index])
            else { return reply }
            return .unclear
        case (.ask(let slot, _), .button(let name, _)):
            guard case .choice(let options) = flow[slot: slot].kind else { return .unclear }
            return options.contains { $0.name == name }
                ? .slot(.text(name), how: .button) : .unclear
        case (.ask(let slot, _), .text(let text)):
            return answer(to: flow[slot: slot].kind, text)
        default:
            return .unclear
        }
    }

    private func button(_ name: String, _ choices: [Choice]) -> ReplyMatch? {
        choices.firstIndex { $0.name == name }.map { .choice($0, how: .button) }
    }

    private func reply(to menu: ReplyMenu, _ text: String) -> ReplyMatch {
        guard let text = readable(text) else { return .unclear }
        let key = TextFolding.key(text)
        if let index = exact(key, menu.choices) { return .choice(index, how: .exactWord) }
        if !menu.patterns.isEmpty, let taken = pattern(text.trimmingWhitespace(), menu.patterns) {
            return taken
        }
        if let index = fuzzy(key, menu.choices) { return .choice(index, how: .fuzzy) }
        return .unclear
    }

    private func answer(to kind: SlotKind, _ text: String) -> ReplyMatch {
        guard let text = readable(text) else { return .unclear }
        guard case .choice(let options) = kind else {
            let reader = SlotReader(program: program, locale: locale, today: today)
            return reader.read(text, as: kind).map { .slot($0, how: .typedSlot) } ?? .unclear
        }
        let key = TextFolding.key(text)
        if let index = exact(key, options) {
            return .slot(.text(options[index].name), how: .exactWord)
        }
        if let index = fuzzy(key, options) {
            return .slot(.text(options[index].name), how: .fuzzy)
        }
        return .unclear
    }

    /// Bytes first: counting the characters of a megabyte would be work for a stranger.
    private func readable(_ text: String) -> String? {
        let limit = Limits.inboundCharacters
        guard text.utf8.count > limit else { return text }
        return text.utf8.count <= limit * 4 && text.count <= limit ? text : nil
    }

    private func exact(_ key: String, _ choices: [Choice]) -> Int? {
        guard !key.isEmpty else { return nil }
        return choices.firstIndex { $0.words[locale.value].contains(key) }
    }

    private func pattern(_ text: String, _ patterns: [PatternEdge]) -> ReplyMatch? {
        for (index, edge) in patterns.enumerated() {
            guard let match = edge.pattern.wholeMatch(text) else { continue }
            let captures = edge.captures.compactMap { capture -> CapturedText? in
                guard let found = match.captures.first(where: { $0.name == capture.group })
                else { return nil }
                return CapturedText(slot: capture.slot, text: found.text)
            }
            return .pattern(index, captures: captures)
        }
        return nil
    }

    /// One edit away from words of exactly one choice, never one that confirms.
    private func fuzzy(_ key: String, _ choices: [Choice]) -> Int? {
        guard key.count >= Self.fuzzyLetters - 1, key.count <= 64 else { return nil }
        var found: Int?
        for (index, choice) in choices.enumerated()
        where isNear(key, choice) {
            if found != nil { return nil }
            found = index
        }
        return found
    }

    private func isNear(_ key: String, _ choice: Choice) -> Bool {
        choice.words[locale.value].contains { word in
            word.count >= Self.fuzzyLetters && EditDistance.isWithinOne(key, word)
        }
    }
}

extension Flow {
    /// Whether a typing error must not be enough for a choice: it gives consent, or erases.
    fileprivate func isGrave(_ choice: Choice) -> Bool {
        guard let edge = choice.edge else { return false }
        if edge.act?.kind == .confirm { return true }
        guard case .step(let target) = edge.target else { return false }
        return self[step: target].entry.contains(.exercise(.erasure))
    }
}

extension ReplyMatching {
    /// What every matcher would say of the reply, winner first to last tried.
    func explain(_ input: Input, at step: Step, of flow: Flow) -> [MatchAttempt] {
        let winner = match(input, at: step, of: flow)
        var attempts: [MatchAttempt] = []
        let choices: [Choice]
        var patterns: [PatternEdge] = []
        switch step.exit {
        case .reply(let menu):
            choices = menu.choices
            patterns = menu.patterns
        case .ask(let slot, _):
            if case .choice(let options) = flow[slot: slot].kind {
                choices = options
            } else {
                choices = []
                let took = if case .slot = winner { true } else { false }
                attempts.append(
                    MatchAttempt(
                        matcher: .typedSlot,
                        candidate: flow[slot: slot].name,
                        took: took,
                        because: took ? "the text is a value" : "the text is no such value"
                    )
                )
            }
        case .go, .end, .branch, .call, .random, .wait: choices = []
        }
        for matcher in [Matcher.button, .exactWord] {
            attempts += choices.map { attempt(matcher, $0, choices, input, winner) }
        }
        for (index, edge) in patterns.enumerated() {
            let took = if case .pattern(index, _) = winner { true } else { false }
            attempts.append(
                MatchAttempt(
                    matcher: .pattern,
                    candidate: edge.pattern.source,
                    took: took,
                    because: took ? "takes the whole text" : "does not take the whole text"
                )
            )
        }
        attempts += choices.map { choice in
            flow.isGrave(choice)
                ? MatchAttempt(
                    matcher: .fuzzy,
                    candidate: choice.name,
                    took: false,
                    because: "what gives consent or erases is never fuzzy"
                ) : attempt(.fuzzy, choice, choices, input, winner)
        }
        return attempts
    }

    private func attempt(
        _ matcher: Matcher,
        _ choice: Choice,
        _ choices: [Choice],
        _ input: Input,
        _ winner: ReplyMatch
    ) -> MatchAttempt {
        let won: Bool =
            switch winner {
            case .choice(let index, matcher): choices[index].name == choice.name
            case .slot(.text(let name), matcher): name == choice.name
            case .choice, .slot, .pattern, .unclear: false
            }
        let because: String
        switch matcher {
        case .button: because = won ? "its button was tapped" : "its button was not tapped"
        case .exactWord: because = won ? "one of its words" : "none of its words"
        case .fuzzy: because = won ? "one edit from one of its words" : "not near its words"
        case .typedSlot, .pattern: because = ""
        }
        return MatchAttempt(
            matcher: matcher,
            candidate: choice.name,
            took: won,
            because: because
        )
    }
}
