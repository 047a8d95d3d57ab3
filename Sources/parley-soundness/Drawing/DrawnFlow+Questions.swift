// Questions: what is asked, how long it waits, and what an unclear answer leads to.
extension DrawnFlow {
    mutating func question(
        _ name: String,
        _ asks: String,
        _ choices: [(String, String)],
        late: String,
        _ style: inout Style
    ) {
        let menu = choices.map { "\($0.0): \($0.1)" }.joined(separator: ", ")
        add(name, "{ \(asks), choose: { \(menu) }\(ends(late, maySkip: false, &style)) }")
    }

    /// When a question ends without an answer; some end never.
    private func ends(_ late: String, maySkip: Bool, _ style: inout Style) -> String {
        var ends = ""
        let times = style.chance.below(3)
        if !style.chance.happens(4) {
            let skips = maySkip && style.chance.happens(40)
            ends += ", unclear: { times: \(times), \(skips ? "skip: true" : "then: \(late)") }"
        } else if style.chance.happens(60) {
            ends += ", unclear: { times: \(times) }"
        }
        guard !style.chance.happens(4) else { return ends }
        let first = style.chance.pick(Style.periods)
        let second = style.chance.pick(Style.periods)
        let more = style.chance.happens(30) && second != first
        let other = more ? ", \(second): \(anywhere(&style))" : ""
        return ends + ", after: { \(first): \(late)\(other) }"
    }

    /// Asks for consent in two acts, with the notice in between; not always as it ought to be.
    mutating func optIn(
        _ name: String,
        _ purpose: String,
        then next: String,
        _ style: inout Style
    ) {
        let (show, out) = (further("show"), further("out"))
        var ask = name
        if !style.isRude() {
            ask = further("ask")
            var known = ["consent(\(purpose)) == \"given\": \(next)"]
            if style.chance.happens(50) {
                known.append("consent(\(purpose)) == \"requested\": \(show)")
            }
            if !style.isRude() { known.append("cooling(\(purpose)): \(next)") }
            add(name, "{ when: { \(known.joined(separator: ", ")) }, then: \(ask) }")
        }
        if style.chance.happens(12) {
            add(ask, "{ request: \(purpose), then: \(show) }")
        } else {
            var choices = [(label(of: purpose), "{ request: \(purpose), then: \(show) }")]
            if !style.isRude() {
                let no = "{ decline: \(purpose), then: \(next) }"
                choices.append(("decline", style.chance.happens(60) ? no : next))
            }
            if style.chance.happens(5), let other = other(than: purpose) {
                choices.append((other, "{ request: \(other), then: \(show) }"))
            }
            question(ask, "say: \(text(&style))", choices, late: out, &style)
        }
        showing(show, purpose, then: next, late: out, &style)
        let lapse = style.chance.happens(70) ? "lapse: \(purpose), " : ""
        add(out, "{ \(lapse)then: \(next) }")
    }

    private mutating func showing(
        _ name: String,
        _ purpose: String,
        then next: String,
        late: String,
        _ style: inout Style
    ) {
        let no = style.chance.happens(60) ? "{ decline: \(purpose), then: \(next) }" : late
        let choices = [("more", "{ confirm: \(purpose), then: \(next) }"), ("back", no)]
        let asks = style.isRude() ? "say: \(text(&style))" : "notice: \(notice(of: purpose))"
        guard style.chance.happens(25) else {
            return question(name, asks, choices, late: late, &style)
        }
        let nag = further("nag")
        add(nag, "{ say: \(text(&style)), then: \(name) }")
        question(name, asks, choices, late: nag, &style)
    }

    // MARK: Slots

    mutating func ask(_ name: String, then next: String, _ style: inout Style) {
        let slot: String
        switch style.chance.below(style.asksForAge ? 6 : 4) {
        case 0: slot = self.slot("count", "type: number, min: 0, max: 20", &style)
        case 1: slot = self.slot("sure", "type: yes-no", &style)
        case 2: slot = self.slot("extent", "type: choice, options: [small, large]", &style)
        case 3: slot = self.slot("word", "type: text, personal: true", &style)
        default: slot = self.slot("born", "type: date, personal: true, age: true", &style)
        }
        let ends = ends(later(&style), maySkip: true, &style)
        add(name, "{ ask: \(slot), say: \(text(&style)), then: \(next)\(ends) }")
    }

    /// A condition on a slot the flow asks for; on the value only where the checker tries both
    /// sides of it.
    func slotCondition(_ style: inout Style) -> String? {
        guard !slotNames.isEmpty else { return nil }
        let slot = style.chance.pick(slotNames)
        guard style.chance.happens(60) else { return "has(\(slot))" }
        return switch slot {
        case "count": "count > 5"
        case "sure": "sure"
        case "extent": "extent == \"small\""
        case "born": "years(born) >= 18"
        default: "has(\(slot))"
        }
    }
}
