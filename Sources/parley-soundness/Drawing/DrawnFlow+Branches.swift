// Ways that only some conversations take, and what waits at the end of some of them.
extension DrawnFlow {
    private static let states = [
        "given", "given", "requested", "refused", "expired", "withdrawn", "unknown", "deferred",
    ]

    /// A branch on consent, on a rest or on a slot; every second leads to a breach of the rules,
    /// which then depends on whether its condition can ever hold.
    mutating func branch(
        _ name: String,
        _ purpose: String,
        then next: String,
        _ style: inout Style
    ) {
        var conditions = [condition(on: purpose, &style)]
        if style.purposes.count > 1, style.chance.happens(40) {
            conditions = style.purposes.map { condition(on: $0, &style) }
        } else if let slot = slotCondition(&style), style.chance.happens(40) {
            conditions = style.chance.happens(50) ? [slot] : conditions + [slot]
        }
        var target = later(&style)
        if style.chance.happens(50) {
            target = further("trap")
            trap(target, purpose, then: next, &style)
        }
        let all = conditions.joined(separator: " && ")
        add(name, "{ when: { \(all): \(target) }, then: \(next) }")
    }

    private func condition(on purpose: String, _ style: inout Style) -> String {
        style.chance.happens(25)
            ? "cooling(\(purpose))"
            : "consent(\(purpose)) == \"\(style.chance.pick(Self.states))\""
    }

    /// Something that breaks a rule, whatever the manners of the workspace are.
    private mutating func trap(
        _ name: String,
        _ purpose: String,
        then next: String,
        _ style: inout Style
    ) {
        let ends = ", unclear: { times: 1, then: \(next) }, after: { 1 hour: \(next) }"
        switch style.chance.below(5) {
        case 0:
            let sent = further("sent")
            add(name, "{ withdraw: \(purpose), then: \(sent) }")
            add(sent, "{ say: \(text(&style)), for: \(purpose), then: \(next) }")
        case 1: burst(name, of: Self.tooMany, then: next, &style)
        case 2:
            let only = "more: { request: \(purpose), then: \(next) }"
            add(name, "{ say: \(text(&style)), choose: { \(only) }\(ends) }")
        case 3:
            let patient = ", unclear: { times: 1, then: \(next) }"
            let choices = "more: \(next), back: \(next)"
            add(name, "{ say: \(text(&style)), choose: { \(choices) }\(patient) }")
        default:
            let choices = "more: { confirm: \(purpose), then: \(next) }, back: \(next)"
            add(name, "{ say: \(text(&style)), choose: { \(choices) }\(ends) }")
        }
    }
}
